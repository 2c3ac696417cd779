/** A manuscript of an invented place, as an office sends it: a Word file with what such files hold. */
import { strToU8, zipSync } from 'fflate';

type Paragraph =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly rows: readonly (readonly string[])[] };

export const title = '把议事桌搬到楼道口';

const firstSection = '一、桌子摆在哪里';
const secondSection = '二、怎么议、谁来办';

/** With full-width digits, a soft hyphen and a no-break space, which Word and web pages leave behind. */
const paragraphs: readonly Paragraph[] = [
  { heading: title },
  {
    text: '青川市临江区老旧小区多，楼道堆物、停车、漏水一类的小事常常拖成纠纷。2023年起，区里在全部街道推行“楼道议事桌”。',
  },
  { heading: firstSection },
  {
    text: '全区４６个小区摆出了议事桌，选在单元门口或架空层，不另建房子。楼组长每周三傍晚坐\u00AD班，居民把事写在卡片上投进桌边的木箱。',
  },
  {
    text: '街道给每张桌子配一名联络员，\u00A0联络员由社区工作者兼任，不增加编制。',
  },
  { heading: secondSection },
  {
    text: '事情先在桌上议，议不成的转社区，社区办不了的由街道会同部门办。一年里议事桌收到1280件事，当场议定的有936件。',
  },
  { text: '居民还可以约律师到桌边来，律师由区司法局按季度排班，每次两小时。' },
  {
    rows: [
      ['环节', '谁来做'],
      ['收', '楼组长'],
      ['议', '居民、联络员'],
      ['办', '社区、街道和部门'],
    ],
  },
  {
    text: '目前的困难是楼组长年纪偏大，有的小区租户多，来议事的总是那几个人。下一步要把租户请到桌边来。',
  },
];

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

function xmlOf(paragraph: Paragraph): string {
  if ('heading' in paragraph) {
    return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(paragraph.heading)}</w:p>`;
  }
  if ('text' in paragraph) return `<w:p>${run(paragraph.text)}</w:p>`;
  const rows = paragraph.rows.map(
    (row) => `<w:tr>${row.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Bytes of a `.docx`. */
export const wordFile = (): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'word/styles.xml': strToU8(
        `<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${main}"><w:body>${paragraphs.map(xmlOf).join('')}</w:body></w:document>`,
      ),
    }),
  );

export const sections = { first: firstSection, second: secondSection } as const;

/** What an editor makes of it, in words of her own; a drawing goes between the two parts. */
export const digest = {
  before: `
## 问题

老旧小区里，楼道堆东西、抢车位、楼上漏水这些事，件件都小，可是没有人接。住户找物业，物业说管不了；找社区，社区一时也顾不过来。拖得久了，邻居之间伤了和气，小事就变成纠纷，再往上走就要费更大的力气。文章说，临江区想的办法是把议事的地方放到住户每天都要经过的地方去。

## 做法

**桌子不另找房子**。46个小区的单元门口或者架空层里放了议事桌，住户下班、买菜都要从旁边过，想说话随时可以坐下来。定下的日子里，楼组长在桌边等人；错过了也不要紧，把事情写在卡片上，投进旁边的箱子就行。

**有人专门跟着**。街道给每张桌子定了联络员，由社区的工作人员兼着做，没有多要一个编制。联络员的用处是把桌上定下来的事情往下传，把定不下来的往上报。

**懂法的人坐过来**。住户可以提前约律师，排班的是区司法局，按季度轮换，住户不用跑到别处去问。

## 怎么运转

事情分层走，能在下面了结的不往上送。桌上先谈，谈不拢的交给社区；社区自己办不成的，街道把有关部门找来一起办。

`,
  behind: `

## 成效与数据

据文中数字，一年里议事桌收到1280件，其中936件在桌上就有了结果。其余的事情后来怎样、各层分别办了多少，原文未载。

## 条件与局限

文中提到的条件是：有楼组长肯坐下来，有社区的人兼做联络，有司法局排出律师的班。文章也承认，楼组长年纪大了，租户多的小区里，来说话的常常是那几张熟面孔；怎样把租户请来，还在想办法。经费从哪里出，原文未载。

## 可以带走什么

以下是编者的看法。

- 桌子放在哪里，比桌子上写什么更要紧：放在必经之处，才会有人顺路坐下。
- 卡片和桌子配着用，照顾了不愿当面讲、也抽不出时间的人。
- 学这一条，先看看有没有人肯坐，再看社区的人兼得过来兼不过来。
- 引用时要分清收到的和议定的，文中没有说议定以后办成了多少。
`,
} as const;
