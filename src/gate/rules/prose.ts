import type { Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isAllowedLink } from '#domain/words/link-target.ts';
import { allowedLinks } from '#gate/rules/links.ts';
import { sectionKindOf, sectionKinds } from '#domain/practice/sections.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Document, Library } from '#gate/library.ts';
import { nearest } from '#gate/nearest.ts';
import { captionOf } from '#gate/passages.ts';
import { isUnderlined } from '#gate/rules/markup.ts';
import { isProseComponent, proseComponents, type ProseComponent } from '#prose/components.ts';

const headings = sectionKinds.map((kind) => kind.heading);
const order = `固定的次序是：${headings.join('、')}，原文没有内容的小节可以不写`;

/** Said once a practice: one section out of place makes all behind it seem so. */
const misplaced = '小节的次序不对';

/** The sections of a practice are the fixed ones, in their order, each once and with a text. */
export function sectionFaults(practice: Document<unknown>, tree: Root): Fault[] {
  const faults: Fault[] = [];
  const seen: string[] = [];
  let current: { heading: string; line: number; filled: boolean } | null = null;
  const closeSection = (): void => {
    if (!current || current.filled) return;
    const place = practice.prosePlace(current.heading, current.line, null);
    faults.push(fault(place, '小节是空的', '写上内容；原文没有就把这个标题删去'));
  };
  for (const node of tree.children) {
    const line = node.position?.start.line ?? 1;
    if (node.type !== 'heading' || isUnderlined(node)) {
      if (current) current.filled ||= !isScript(node);
      else if (seen.length === 0 && !isScript(node)) {
        const place = practice.prosePlace(null, line, toString(node));
        faults.push(fault(place, '第一个小标题之前有文字', `放到某一节里去。${order}`));
        seen.push('');
      }
      continue;
    }
    closeSection();
    const heading = toString(node);
    current = { heading, line, filled: false };
    const problem = headingProblem(node.depth, heading, seen);
    const again = problem?.[0] === misplaced && faults.some((found) => found.problem === misplaced);
    if (problem && !again) {
      const place = { ...practice.prosePlace(null, line, heading), field: '正文的小标题' };
      faults.push(fault(place, problem[0], problem[1]));
    }
    if (sectionKindOf(heading)) seen.push(heading);
  }
  closeSection();
  return faults;
}

function headingProblem(
  depth: number,
  heading: string,
  seen: readonly string[],
): readonly [problem: string, remedy: string] | null {
  if (!headings.includes(heading)) {
    const [meant] = nearest(heading, headings);
    return ['没有这个小节', meant === undefined ? order : `是不是想写“${meant}”。${order}`];
  }
  if (depth !== 2) return [`小标题用了 ${depth} 个 #`, `写成“## ${heading}”`];
  if (seen.includes(heading)) return ['同一个小节写了两遍', '合成一节'];
  const place = headings.indexOf(heading);
  if (seen.some((earlier) => headings.indexOf(earlier) > place)) return [misplaced, order];
  return null;
}

/** How long the prose of a practice may be, in Han characters, drawings and notes included. */
const length = { least: 600, most: 1500 } as const;

export function proseLength({ practices }: Library): Fault[] {
  return practices.flatMap((practice) => {
    const written = practice.passages
      .filter(({ kind }) => kind !== 'heading')
      .reduce((sum, { text }) => sum + hanCount(text), 0);
    if (written >= length.least && written <= length.most) return [];
    const place = { ...practice.prosePlace(null, 1, null), field: '整篇正文' };
    const limits = `要在 ${length.least} 到 ${length.most} 字之间`;
    return written < length.least
      ? [
          fault(
            place,
            `太短，只有 ${written} 个汉字，${limits}`,
            '把机制怎么运转、谁来做、什么条件写清楚',
          ),
        ]
      : [
          fault(
            place,
            `太长，有 ${written} 个汉字，${limits}`,
            '删去重复的话，把次要的机制移到“做法”（measures）里',
          ),
        ];
  });
}

const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Only Markdown and the components of the allow-list, each with what it is made of. */
export function grammarFaults(document: Document<unknown>, tree: Root): Fault[] {
  const faults: Fault[] = [];
  let section: string | null = null;
  const visit = (node: Nodes, outer: string | null): void => {
    if (node.type === 'heading' && outer === null) section = toString(node);
    faults.push(...nodeFaults(document, section, node, outer));
    const inner = 'name' in node && node.type !== 'mdxJsxTextElement' ? node.name : outer;
    if ('children' in node) for (const child of node.children) visit(child, inner ?? outer);
  };
  visit(tree, null);
  return faults;
}

function nodeFaults(
  document: Document<unknown>,
  section: string | null,
  node: Nodes,
  outer: string | null,
): Fault[] {
  const at = (value: string | null) =>
    document.prosePlace(section, node.position?.start.line ?? 1, value);
  switch (node.type) {
    case 'mdxjsEsm':
      return [fault(at(node.value), '正文里不能写 import 或 export', '删去这一行，组件不用引入')];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [fault(at(`{${node.value}}`), '正文里不能用花括号', '直接写出文字')];
    case 'link':
      return isAllowedLink(node.url) ? [] : [fault(at(node.url), '链接的地址不允许', allowedLinks)];
    case 'image':
      return [fault(at(node.url), '正文里不能放图片', '用 Steps、Tiers、Loop、Grid 画出来')];
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement': {
      const name = node.name ?? '';
      const tag = at(`<${name}>`);
      if (!isProseComponent(name)) return [unknownComponent(tag, name)];
      if (node.type === 'mdxJsxTextElement') {
        return [fault(tag, '组件和文字写在了同一行', `<${name}> 与 </${name}> 各占一行，上下空行`)];
      }
      if (outer !== null) {
        return [fault(tag, `写在了 <${outer}> 里面`, '组件不能套组件，移到外面单独放')];
      }
      return componentFaults(name, node, tag);
    }
    default:
      return [];
  }
}

function unknownComponent(place: ReturnType<Document<unknown>['prosePlace']>, name: string): Fault {
  const allowed = Object.keys(proseComponents);
  if (/^[a-z]/.test(name)) {
    return fault(place, '正文里不能写 HTML 标签', '用 Markdown 的写法，或直接写文字');
  }
  const [meant] = nearest(name, allowed);
  const remedy = `可用的只有 ${allowed.join('、')}`;
  return fault(
    place,
    '没有这个组件',
    meant === undefined ? remedy : `是不是想写 <${meant}>。${remedy}`,
  );
}

const childNames: Readonly<Record<(typeof proseComponents)[ProseComponent], string>> = {
  list: '一个带序号的列表，每行以“1. ”“2. ”开头',
  table: '一张表格，用竖线 | 分列',
  paragraph: '一段文字',
};

function componentFaults(
  name: ProseComponent,
  node: Extract<RootContent, { type: 'mdxJsxFlowElement' }>,
  place: ReturnType<Document<unknown>['prosePlace']>,
): Fault[] {
  const caption = captionOf(node);
  const wantsCaption = name !== 'Note';
  if (wantsCaption && (caption === null || caption.trim() === '')) {
    const remedy = `写成 <${name} caption="这张图说的是什么">`;
    return [fault(place, '图没有标题（caption）', remedy)];
  }
  const known = wantsCaption ? ['caption'] : [];
  const strange = node.attributes.find(
    (attribute, index) =>
      attribute.type !== 'mdxJsxAttribute' ||
      !known.includes(attribute.name) ||
      typeof attribute.value !== 'string' ||
      index > 0,
  );
  if (strange) {
    const written = strange.type === 'mdxJsxAttribute' ? strange.name : '{…}';
    const remedy = wantsCaption ? '组件只有 caption 一项可写' : '<Note> 后面什么也不写';
    return [fault({ ...place, value: written }, `<${name}> 没有这一项`, remedy)];
  }
  const wanted = proseComponents[name];
  const [child, ...more] = node.children;
  const fits =
    child?.type === wanted &&
    more.length === 0 &&
    (child.type !== 'list' || child.ordered === true);
  if (fits) return [];
  const remedy = `<${name}> 里面只放${childNames[wanted]}，上下各空一行`;
  return [fault(place, '组件里面放的东西不对', remedy)];
}

/** What no reader sees; it is a fault of its own kind. */
const isScript = (node: Nodes): boolean => node.type === 'mdxjsEsm';
