import type { Heading, Link, List, ListItem, Nodes, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { excerpt, fault, type Fault } from '#gate/fault.ts';
import type { Document } from '#gate/library.ts';
import { captionOf } from '#gate/passages.ts';
import { leftoversIn, type Problem } from '#gate/rules/leftover-signs.ts';
import { plainKinds } from '#prose/plain-prose.ts';
import { isBareAddress } from '#prose/syntax.ts';

type Kind = 'practice' | 'guide';

const noFootnotes = '正文里不能用脚注';

/** What typed signs became, and how to write what was meant. */
const refused: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  emphasis: [
    '* 或 _ 把中间的字变成了斜体，符号自己不见了',
    '乘号写“×”，强调写成 **粗体**，书名写《 》；注码删去',
  ],
  delete: ['~~ 把中间的字划掉了', '不要的字直接删去；表示范围写“～”或“至”'],
  break: ['行末的两个空格或反斜杠成了换行', '删去它；要分段就空一行'],
  blockquote: ['行首的 > 成了引用块', '删去 >；引原文用“ ”，编者的话写进 <Note>'],
  thematicBreak: ['单独一行的横线或星号成了分隔线', '删去这一行；分节用小标题'],
  footnoteReference: [noFootnotes, '把注里的话写进正文，或写成编者注 <Note>'],
  footnoteDefinition: [noFootnotes, '把注里的话写进正文，或写成编者注 <Note>'],
  definition: [
    '方括号加冒号开头的一行，网页上不会显示',
    '方括号换成“ ”或〔 〕；要加链接就写 [名称](网址)',
  ],
  linkReference: ['方括号里的字成了链接', '链接写成 [名称](网址)；不是链接就把方括号换成〔 〕'],
  imageReference: ['正文里不能放图片', '用 Steps、Tiers、Loop、Grid 画出来'],
  code: ['``` 或 ~~~ 之间的字成了程序代码', '删去这几行符号，写成普通段落'],
  inlineCode: ['反引号 ` 里的字成了程序代码', '删去反引号；引用写“ ”'],
};

/** What only a guide may hold: commands and file names stand in it. */
const onlyInGuides: ReadonlySet<string> = new Set(['code', 'inlineCode']);

/** Drawings, code and markup of its own, which have a rule of their own. */
const judgedElsewhere: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'image',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
]);

/**
 * Only the Markdown that prose needs, and no sign of it left among the words. Reads the tree that
 * the page is made of, beside what the editor typed.
 */
export function markupFaults(document: Document<unknown>, tree: Root, kind: Kind): Fault[] {
  const faults: Fault[] = [];
  let section: string | null = null;
  const visit = (node: Nodes, parents: readonly Nodes[]): void => {
    if (node.type === 'heading' && parents.length === 1) section = toString(node);
    const found = isRefused(node, kind)
      ? [refused[node.type] ?? (['正文里不能有这样的写法', '写成普通的段落'] as const)]
      : problemsOf(node, parents, kind, document.body);
    for (const [problem, remedy, value = typedOf(node, document.body)] of found) {
      const line = node.position?.start.line ?? lineAbove(parents);
      faults.push(fault(document.prosePlace(section, line, value), problem, remedy));
    }
    if (found.length > 0 || isBareAddress(node)) return;
    if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
  };
  visit(tree, []);
  const [first, ...others] = faults.filter(({ problem }) => problem === noFootnotes);
  // A note and its mark are one mistake.
  return first ? faults.filter((found) => !others.includes(found)) : faults;
}

const isRefused = (node: Nodes, kind: Kind): boolean =>
  !(plainKinds.has(node.type) || judgedElsewhere.has(node.type)) ||
  (kind === 'practice' && onlyInGuides.has(node.type));

const lineAbove = (parents: readonly Nodes[]): number =>
  parents.findLast(({ position }) => position !== undefined)?.position?.start.line ?? 1;

/** The beginning of what the editor typed there. */
const typedOf = (node: Nodes, body: string): string =>
  body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

function problemsOf(
  node: Nodes,
  parents: readonly Nodes[],
  kind: Kind,
  body: string,
): readonly Problem[] {
  switch (node.type) {
    case 'heading':
      return headingProblems(node, kind);
    case 'list':
      return listProblems(node, parents, kind, body);
    case 'listItem':
      return itemProblems(node, kind);
    case 'table':
      return tableProblems(node);
    case 'strong':
      return strongProblems(node, body);
    case 'link':
      return linkProblems(node);
    case 'paragraph':
      return /[\p{L}\p{N}]/u.test(toString(node)) || toString(node) === ''
        ? []
        : [['这一段只有符号，没有字', '删去它；要分节就用小标题']];
    case 'text':
      return textProblems(node, parents, body);
    case 'mdxJsxFlowElement':
      return leftoversIn(captionOf(node) ?? '').slice(0, 1);
    default:
      return [];
  }
}

function linkProblems(node: Link): readonly Problem[] {
  const { title, url } = node;
  if (isBareAddress(node)) {
    const sign = /\*\*|[\][|`^{}]/.exec(node.url)?.[0];
    if (sign === undefined) return [];
    const remedy = '网址后面空一格再写别的；网址里真有这个符号，就写成 [名称](网址)';
    return [[`网址里混进了 ${sign}，会成为网址的一部分`, remedy, node.url]];
  }
  if (toString(node).trim() === '') return [['链接没有名称，网页上看不见', '写成 [名称](网址)']];
  if (/^(?:\.\/?|[?].*)?$/.test(url)) {
    return [['链接没有写网址，点了还在这一页', '补上网址，写成 [名称](网址)；没有网址就只写文字']];
  }
  return typeof title === 'string'
    ? [['网址后面引号里的话，网页上看不见', '删去它，要说的写进正文', title]]
    : [];
}

/** True for a heading that is a line of text with a line of === or --- below. */
export const isUnderlined = (node: Heading): boolean =>
  node.position !== undefined &&
  node.children[0]?.position?.start.offset === node.position.start.offset;

function headingProblems(node: Heading, kind: Kind): readonly Problem[] {
  const words = toString(node);
  if (isUnderlined(node)) {
    const remedy = `是小标题就写成“## ${shortened(words)}”；不是，就在那一行横线的上面空一行或把它删去`;
    return [['下面一行的 === 或 --- 把这一段变成了小标题', remedy]];
  }
  if (words.trim() === '') return [['小标题是空的', '# 后面空一格，写上标题']];
  if (node.children.some(({ type }) => type !== 'text' && type !== 'inlineCode')) {
    return [['小标题里用了粗体、链接之类', `只写文字，例如“## ${words}”`]];
  }
  return kind === 'guide' && (node.depth === 1 || node.depth > 3)
    ? [[`小标题用了 ${node.depth} 个 #`, `写成“## ${words}”，下一级用 ###`]]
    : [];
}

const shortened = (words: string): string =>
  [...words].length > 12 ? `${[...words].slice(0, 12).join('')}……` : words;

function listProblems(
  node: List,
  parents: readonly Nodes[],
  kind: Kind,
  body: string,
): readonly Problem[] {
  if (kind === 'practice' && parents.some(({ type }) => type === 'listItem')) {
    return [['列表里又套了列表', '写成一层；行首的空格删去']];
  }
  const misnumbered = node.children.findIndex(
    (item, index) => numberOf(item, body) !== null && numberOf(item, body) !== index + 1,
  );
  const [first] = node.children;
  if (first && /^\s*\d+\)/.test(typedOf(first, body))) {
    return [['以“1)”编号的列表，网页上会变成“1.”', '写成“1. ”“2. ”；要保留括号就写“（1）”']];
  }
  if (isBehindList(node, parents)) {
    return [['列表中途换了符号，变成了两个列表', '同一个列表都用“- ”，或都用“1. ”“2. ”']];
  }
  const { start } = node;
  if (node.ordered !== true || start === null || start === undefined) return [];
  if (start === 1) {
    if (misnumbered < 0) return [];
    const typed = numberOf(node.children[misnumbered], body);
    const problem = `列表第 ${misnumbered + 1} 条的序号写着 ${typed}，网页上会变成 ${misnumbered + 1}`;
    return [[problem, '序号从 1 起依次写；不是序号就换个说法']];
  }
  const remedy = '是序号就从 1 写起，各条之间不隔别的段落；是句子开头的数，就换个说法，例如“共……”';
  return [[`以“${start}.”开头的一段变成了列表`, remedy]];
}

/** The number an editor gave an item; null for one without. */
function numberOf(item: ListItem | undefined, body: string): number | null {
  const typed = item === undefined ? null : /^\s*(\d+)[.)]/.exec(typedOf(item, body));
  return typed ? Number(typed[1]) : null;
}

/** True where nothing but another list stands before it: its marks were changed on the way. */
function isBehindList(node: List, parents: readonly Nodes[]): boolean {
  const parent = parents.at(-1);
  if (parent === undefined || !('children' in parent)) return false;
  const children: readonly Nodes[] = parent.children;
  return children[children.indexOf(node) - 1]?.type === 'list';
}

function itemProblems(node: ListItem, kind: Kind): readonly Problem[] {
  if (typeof node.checked === 'boolean') {
    return [['方括号变成了待办的方框', '删去 [ ] 或 [x]，办没办写成文字']];
  }
  if (node.children.length === 0) return [['列表里有一条是空的', '写上内容，或删去这一行']];
  if (node.children.some(({ type }) => type === 'heading')) {
    return [['列表的一条里用了小标题', '删去 #，小标题单独写一段']];
  }
  const [, second] = node.children;
  if (kind === 'guide' || second?.type !== 'paragraph') return [];
  return [['列表的一条里有好几段', '一条写成一段；另起的段落行首不要有空格']];
}

function tableProblems(node: Table): readonly Problem[] {
  const [head, ...rows] = node.children;
  const width = head?.children.length ?? 0;
  if (rows.length === 0) return [['表格只有表头', '在 |---| 下面写上内容']];
  const uneven = rows.find((row) => row.children.length !== width);
  if (!uneven) return [];
  const cells = uneven.children.map((cell) => toString(cell)).join(' | ');
  const line = uneven.position?.start.line ?? 0;
  const below = line - (node.position?.start.line ?? 0);
  const problem = `表格第 ${below + 1} 行有 ${uneven.children.length} 格，表头有 ${width} 格`;
  const remedy =
    '每一行的格数要与表头一样，没有内容的格子也留出“| |”；格子里面不用竖线，表格下面空一行';
  return [[problem, remedy, cells]];
}

/** `2**10**3` would read 2103. */
function strongProblems(
  node: Extract<Nodes, { type: 'strong' }>,
  body: string,
): readonly Problem[] {
  const before = body[(node.position?.start.offset ?? 0) - 1] ?? '';
  const behind = body[node.position?.end.offset ?? 0] ?? '';
  const typed = typedOf(node, body);
  const words = toString(node);
  if (typed.startsWith('_')) {
    return [['__ 把中间的字变成了粗体', '强调写成 **粗体**；填空的横线改用文字说明']];
  }
  const isInNumber =
    (/[\d.]/.test(before) && /^[\d.]/.test(words)) ||
    (/[\d.]$/.test(words) && /[\d.]/.test(behind));
  return isInNumber ? [['数字中间的 ** 不见了，前后的数连成了一个', '乘号、次方写成文字']] : [];
}

function textProblems(node: Text, parents: readonly Nodes[], body: string): readonly Problem[] {
  const isFirst = parents.at(-1)?.type === 'paragraph' && isFirstIn(node, parents);
  const text = isFirst ? node.value : `　${node.value}`;
  const [problem] = leftoversIn(text);
  if (problem) return [problem];
  if (node.position) return alteredProblems(node, typedOf(node, body));
  // Beside a mail address the parser forgets where a text stood: what it stands in is asked.
  const around = parents.findLast(({ position }) => position !== undefined);
  return around ? alteredProblems(node, typedOf(around, body).replaceAll(/`[^`]*`/g, '')) : [];
}

const isFirstIn = (node: Nodes, parents: readonly Nodes[]): boolean => {
  const parent = parents.at(-1);
  return parent !== undefined && 'children' in parent && parent.children[0] === node;
};

/** What was typed as one thing and is read as another. */
function alteredProblems(node: Text, typed: string): readonly Problem[] {
  if (typed === node.value) return [];
  const reference = /&(?:[A-Za-z]+|#\d+|#[xX][\dA-Fa-f]+);/.exec(typed);
  if (reference) {
    const value = excerpt(typed, reference.index, reference[0].length);
    return [['有网页的代码，会变成别的字', '换成它代表的那个字；空格不用代码', value]];
  }
  const escape = /\\[!-/:-@[-`{-~]/.exec(typed);
  if (!escape) return [];
  const value = excerpt(typed, escape.index, escape[0].length);
  return [['反斜杠不会显示', '删去反斜杠，需要的符号写全角的', value]];
}
