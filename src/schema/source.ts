import { z } from 'astro/zod';
import { factFrom, noneWord, unknownWord } from '#domain/practice/fact.ts';
import {
  arePages,
  arePagesInOrder,
  isDoi,
  isIsbn,
  isIssn,
  isWebAddress,
} from '#domain/practice/identifiers.ts';
import type { SourceKind } from '#domain/practice/source.ts';
import { source as words } from '#text/zh-CN/source.ts';
import { day, id, isDay, isPartialDate, partialDate, text } from '#schema/fields.ts';

/** What is wrong with what an editor wrote; null where nothing is. */
type Form = (value: string) => string | null;

const form =
  (fits: (value: string) => boolean, message: string): Form =>
  (value) =>
    fits(value) ? null : message;

const without = (marks: RegExp, message: string): Form =>
  form((value) => !marks.test(value), message);

const anything: Form = () => null;
const aYear = form((value) => /^(19|20)\d{2}$/.test(value), '年份写四位数字，例如 2023');
const aDate = form(isPartialDate, '日期要写成 2023、2023-07 或 2023-07-21');
const aDay = form(isDay, '日期要写到日，例如 2023-07-21');
const aVolume = without(/[第卷]/, '只写卷号本身，例如 8，不写“第”和“卷”');
const anIssue = without(/[第期]/, '只写期号本身，例如 4、Z1、4-5，不写“第”和“期”');
const aSheet = without(/[第版]/, '只写版次本身，例如 04、A12，不写“第”和“版”');
const anEdition = form(
  (value) => /^([2-9]|[1-9]\d)$/.test(value),
  '只写数字，例如 2；第一版就把这一行整行删去',
);
const aDoi = form(isDoi, 'DOI 以 10. 开头，例如 10.1234/abc，前面不带网址');
const anIssn = form(isIssn, 'ISSN 写成 1234-5679 这样八位；末位是校验码，对不上就是抄错了');
const anIsbn = form(isIsbn, 'ISBN 是 13 位或 10 位；末位是校验码，对不上就是抄错了');
const anAddress = form(
  isWebAddress,
  '网址要写全，以 http:// 或 https:// 开头，中间没有空格、汉字和全角标点',
);
const aDegree = form((value) => /^[博硕]士$/.test(value), '只能写 博士 或 硕士');
const thePages: Form = (value) => {
  if (!arePages(value)) return '页码写成 12 或 12-18 这样，用连字符，不写“第”和“页”';
  return arePagesInOrder(value) ? null : '页码前后反了：小的在前，大的在后';
};

/** YAML takes a bare 4 for a number and a bare day for a date. */
const asText = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
};

const datum = (problemOf: Form) =>
  z
    .preprocess(
      asText,
      text.superRefine((value, context) => {
        const problem = value === '' ? null : problemOf(value);
        if (problem !== null) context.addIssue({ code: 'custom', message: problem });
      }),
    )
    .transform(factFrom);

/** A datum that every source of the kind has: 待考 where it has not been found. */
const needed = (description: string, fits = anything) =>
  datum((value) => {
    if (value === unknownWord) return null;
    if (value === noneWord) return `这一项总是有的，不能写 ${noneWord}`;
    return fits(value);
  }).describe(`${description}。查不到写 ${unknownWord}`);

/** A datum that a source of the kind should have, and may not: 无. */
const neededIfAny = (description: string, fits = anything) =>
  datum((value) => (value === unknownWord || value === noneWord ? null : fits(value))).describe(
    `${description}。查不到写 ${unknownWord}，原件本来没有写 ${noneWord}`,
  );

/** A datum nobody misses. */
const optional = (description: string, fits = anything) =>
  datum((value) =>
    value === unknownWord || value === noneWord
      ? '这一项不是非填不可，没有就把这一行整行删去'
      : fits(value),
  )
    .default('none')
    .describe(`${description}。没有就不填`);

const dateBound = z.strictObject({
  on: partialDate.describe('时间界限：2023、2023-07 或 2023-07-21'),
  evidence: text.describe('原文中证明这一界限的词句或事实'),
});

const byline = z.strictObject({
  author: id.describe('content/authors.yml 里的 id，个人、课题组、机关都先登记在那里'),
  office: text
    .transform((office) => (office === noneWord ? null : office))
    .describe(`署名时的职务，照印；没有印职务写 ${noneWord}`),
});

/** A blank list is no statement; 待考 and `[]` are two different ones. */
const authors = z
  .preprocess(
    (written) => (written === unknownWord ? null : written === null ? '' : written),
    z.array(byline).nullable(),
  )
  .describe(`署名人及职务，照印的次序；原文没有署名写 []，署名看不清、查不到写 ${unknownWord}`);

const document = z.string().regex(/^\d{3}$/, '写三位编号，加引号，例如 "000"');

/** What every source has, of whatever kind. */
const common = {
  title: neededIfAny('原文标题，照印'),
  titleNote: text.nullable().default(null).describe('标题待考或存疑时必须说明'),
  authors,
  language: z
    .enum(['zh-CN', 'en'])
    .default('zh-CN')
    .describe('原文的语言：zh-CN 中文（可不填）、en 英文'),
  writtenAfter: dateBound
    .nullable()
    .default(null)
    .describe('不早于何时成文；原件自己有日期的，不必填'),
  writtenBefore: dateBound
    .nullable()
    .default(null)
    .describe('不晚于何时成文；原件自己有日期的，不必填'),
  gaps: z.array(text).default([]).describe('手头原件缺失、错乱、误认之处'),
};

/** Where the library keeps a copy of the original. */
const kept = {
  document: document
    .nullable()
    .default(null)
    .describe('本库存有原件的，写它的三位编号，要加引号；没有就不填'),
};

const url = optional('网址，原件在网上也能看到时填', anAddress);

const imprint = {
  place: neededIfAny('出版地，例如 北京'),
  publisher: neededIfAny('出版社'),
  year: needed('出版年，四位数字', aYear),
  edition: optional('第几版，只写数字；第一版不填', anEdition),
  isbn: optional('ISBN', anIsbn),
  url,
};

const custody = {
  heldAt: needed('在哪里可以查阅，例如 青川市委党校资料室'),
  holder: needed('由谁保管，写单位或岗位'),
};

const of = <Kind extends SourceKind, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
  z.strictObject({
    kind: z.literal(kind).describe(`出处种类：${kind} 就是${words.kinds[kind]}`),
    ...common,
    ...fields,
  });

/** Where a practice is taken from. Each kind of source has fields of its own. */
export const source = z.discriminatedUnion('kind', [
  of('journal', {
    journal: needed('刊名，照印，不加书名号'),
    year: needed('哪一年的，四位数字', aYear),
    volume: optional('第几卷，只写数字', aVolume),
    issue: neededIfAny('第几期，只写期号', anIssue),
    pages: neededIfAny('页码，例如 12-18', thePages),
    articleNumber: optional('文章编号，不编页码的刊物用'),
    date: optional('刊出日期，刊物上印有月或日时填，例如 2023-07', aDate),
    doi: optional('DOI，例如 10.1234/abc', aDoi),
    issn: optional('ISSN', anIssn),
    url,
    ...kept,
  }),
  of('newspaper', {
    newspaper: needed('报名，照印，不加书名号'),
    date: needed('哪一天的，写到日，例如 2023-07-21', aDay),
    edition: neededIfAny('第几版，只写版次，加引号，例如 "04"', aSheet),
    url,
    ...kept,
  }),
  of('book', {
    ...imprint,
    pages: optional('所用内容的页码，例如 12-18', thePages),
    ...kept,
  }),
  of('chapter', {
    book: needed('书名，照印，不加书名号'),
    editors: z
      .array(text)
      .default([])
      .describe('书的主编，照印；西文人名写成 "Smith, John A."；没有就不填'),
    ...imprint,
    pages: neededIfAny('这一篇的页码，例如 12-18', thePages),
    ...kept,
  }),
  of('report', {
    issuer: needed('发布机关或单位，写全称'),
    number: neededIfAny('文号或报告编号，照印，例如 青政发〔2023〕4号'),
    date: needed('成文或印发日期，知道到哪一级写到哪一级', aDate),
    url,
    ...kept,
  }),
  of('web', {
    site: needed('网站名称，例如 青川市人民政府网'),
    url: datum((value) =>
      value === unknownWord || value === noneWord
        ? '网页一定有网址；没有网址的按别的种类填'
        : anAddress(value),
    ).describe('网址，从地址栏整条复制'),
    date: neededIfAny('页面上写的发布日期', aDate),
    accessedOn: day.describe('编辑哪一天查阅的；网页会变，一定要填'),
    ...kept,
  }),
  of('thesis', {
    school: needed('授予学位的学校'),
    place: neededIfAny('学校所在的城市'),
    degree: needed('博士 或 硕士', aDegree),
    year: needed('完成的年份，四位数字', aYear),
    pages: optional('所用内容的页码，例如 12-18', thePages),
    url,
    ...kept,
  }),
  of('manuscript', {
    date: neededIfAny('稿子上写的成稿日期，知道到哪一级写到哪一级', aDate),
    ...custody,
    ...kept,
  }),
  of('interview', {
    date: needed('访谈是哪一天，知道到哪一级写到哪一级', aDate),
    recordedBy: needed('谁记录的，写姓名或单位'),
    ...custody,
    ...kept,
  }),
  of('scan', {
    document: document.describe('所在原始文档的三位编号，要加引号'),
  }),
]);
