import type {
  AlignType,
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

/**
 * Signs that mean nothing but themselves to Markdown and MDX, wherever they stand in a line. A full
 * stop is one between digits: elsewhere it may make a number of a list, or a web address.
 */
const sign = String.raw`[0-9A-Za-z%\u00B7\u2014\u2018\u2019\u201C\u201D\u2026\u3001-\u301B\u4E00-\u9FFF\uFF01-\uFF5E]`;
const words = new RegExp(String.raw`^(?:${sign}|[ /+-]|(?<=[0-9])\.(?=[0-9]))*$`);
/** A line that would be a program if it began with `import` is none of these. */
const start = /^(?![a-z /+-])/;
/** On its inner side `**` has Chinese: then it opens and closes, whatever stands outside. */
const chinese = String.raw`[\u3001-\u301B\u4E00-\u9FFF\uFF01-\uFF5E]`;
/** Or it has a quotation mark there, and Chinese, a blank or nothing outside. */
const before = new RegExp(String.raw`(?:^|[ ]|${chinese})$`);
const behind = new RegExp(String.raw`^(?:$|[ ]|${chinese})`);
const inner = new RegExp(String.raw`^${chinese}(?:.*${chinese})?$`);
const quoted = /^[\u201C\u201D].*[\u201C\u201D]$/;

const heading = /^(#{1,6}) (?=[^ ])/;
const item = /^(?:-|([0-9]{1,9})\.) (?=[^ ])/;
const delimiter = /^\|(?: ?:?-+:? ?\|)+$/;
const opening = new RegExp(String.raw`^<([A-Z][A-Za-z]*)(?: caption="((?:${sign}| )*)")?>$`);
const closing = /^<\/([A-Z][A-Za-z]*)>$/;

/**
 * The tree of prose that is written as nearly all is: headings, paragraphs on one line each,
 * lists and tables of such lines, `**` around Chinese words, and components around one of these,
 * with a blank line between all of them. It is the tree that the full parser would make, at a
 * thirtieth of the cost; null for any other prose, which may be sound as well.
 */
export function readOrdinary(body: string): Root | null {
  const lines = linesOf(body);
  const children = new Reader(lines).blocks(null);
  const last = lines.at(-1);
  if (!children || !last) return null;
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: placeIn(last, last.text.length),
    },
  };
}

interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  readonly offset: number;
}

function linesOf(body: string): readonly Line[] {
  let offset = 0;
  return body.split('\n').map((text, index) => {
    const line = { text, number: index + 1, offset };
    offset += text.length + 1;
    return line;
  });
}

const placeIn = ({ number, offset }: Line, at: number) => ({
  line: number,
  column: at + 1,
  offset: offset + at,
});

/** From a place in one line to a place in the same or another. */
const span = (line: Line, from: number, to: number, last: Line = line) => ({
  start: placeIn(line, from),
  end: placeIn(last, to),
});

const whole = (line: Line) => span(line, 0, line.text.length);

class Reader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** Blocks up to the end of the prose, or of the component they stand in; null where one is not ordinary. */
  blocks(component: string | null): (BlockContent & RootContent)[] | null {
    const blocks: (BlockContent & RootContent)[] = [];
    let isParted = true;
    for (let line = this.#lines[this.#at]; line; line = this.#lines[this.#at]) {
      if (line.text === '') {
        isParted = true;
        this.#at += 1;
        continue;
      }
      if (!isParted) return null;
      if (closing.test(line.text)) return component !== null && blocks.length > 0 ? blocks : null;
      const block = this.#block(line, component !== null);
      if (!block) return null;
      // With a blank line between them two lists are one.
      if (block.type === 'list' && blocks.at(-1)?.type === 'list') return null;
      blocks.push(block);
      isParted = block.type === 'heading';
    }
    return component === null ? blocks : null;
  }

  #block(line: Line, isInside: boolean): (BlockContent & RootContent) | null {
    const { text } = line;
    if (text.startsWith('<')) return isInside ? null : this.#component(line);
    if (text.startsWith('#')) return isInside ? null : this.#heading(line);
    if (text.startsWith('|')) return this.#table(line);
    if (item.test(text)) return this.#list(line);
    this.#at += 1;
    const children = phrases(line, 0, text.length);
    return children && ({ type: 'paragraph', children, position: whole(line) } satisfies Paragraph);
  }

  #heading(line: Line): Heading | null {
    const [mark = '', signs = ''] = heading.exec(line.text) ?? [];
    const children = phrases(line, mark.length, line.text.length);
    if (mark === '' || !children) return null;
    this.#at += 1;
    return { type: 'heading', depth: depthOf(signs), children, position: whole(line) };
  }

  /** The lines from here on that are not blank. */
  #run(): readonly Line[] {
    const from = this.#at;
    while ((this.#lines[this.#at]?.text ?? '') !== '') this.#at += 1;
    return this.#lines.slice(from, this.#at);
  }

  #list(first: Line): List | null {
    const lines = this.#run();
    const number = item.exec(first.text)?.[1];
    const children: ListItem[] = [];
    for (const line of lines) {
      const [mark = '', own] = item.exec(line.text) ?? [];
      const content = phrases(line, mark.length, line.text.length);
      if (mark === '' || !content || (own === undefined) !== (number === undefined)) return null;
      const position = span(line, mark.length, line.text.length);
      const paragraph: Paragraph = { type: 'paragraph', children: content, position };
      children.push({
        type: 'listItem',
        spread: false,
        checked: null,
        children: [paragraph],
        position: whole(line),
      });
    }
    return {
      type: 'list',
      ordered: number !== undefined,
      start: number === undefined ? null : Number(number),
      spread: false,
      children,
      position: spanOf(lines),
    };
  }

  #table(head: Line): Table | null {
    const lines = this.#run();
    const [, marks, ...rows] = lines;
    if (!marks || !delimiter.test(marks.text)) return null;
    const align = marks.text.slice(1, -1).split('|').map(alignOf);
    const children: TableRow[] = [];
    for (const line of [head, ...rows]) {
      const cells = cellsOf(line);
      if (cells?.length !== align.length) return null;
      children.push({ type: 'tableRow', children: cells, position: whole(line) });
    }
    return { type: 'table', align, children, position: spanOf(lines) };
  }

  #component(line: Line): MdxJsxFlowElement | null {
    const [, name, caption] = opening.exec(line.text) ?? [];
    if (name === undefined || this.#lines[this.#at + 1]?.text !== '') return null;
    this.#at += 1;
    const children = this.blocks(name);
    const end = this.#lines[this.#at];
    if (!children || !end || closing.exec(end.text)?.[1] !== name) return null;
    this.#at += 1;
    const from = `<${name} `.length;
    const attribute = {
      type: 'mdxJsxAttribute' as const,
      name: 'caption',
      value: caption ?? '',
      position: span(line, from, line.text.length - 1),
    };
    return {
      type: 'mdxJsxFlowElement',
      name,
      attributes: caption === undefined ? [] : [attribute],
      children,
      position: span(line, 0, end.text.length, end),
    };
  }
}

const spanOf = (lines: readonly Line[]) => {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('There is no line.');
  return span(first, 0, last.text.length, last);
};

const depths = [1, 2, 3, 4, 5, 6] as const;
const depthOf = (signs: string) => depths[signs.length - 1] ?? 6;

function alignOf(marks: string): AlignType {
  const [isLeft, isRight] = [marks.includes(':-'), marks.includes('-:')];
  if (isLeft && isRight) return 'center';
  if (isLeft) return 'left';
  return isRight ? 'right' : null;
}

/** Each cell begins with its bar; the last bar belongs to the last cell. */
function cellsOf(line: Line): TableCell[] | null {
  const { text } = line;
  if (text.length < 2 || !text.startsWith('|') || !text.endsWith('|')) return null;
  const cells: TableCell[] = [];
  for (let from = 0; from < text.length - 1;) {
    const bar = text.indexOf('|', from + 1);
    let [begin, behind] = [from + 1, bar];
    while (text[begin] === ' ') begin += 1;
    while (behind > begin && text[behind - 1] === ' ') behind -= 1;
    const children = begin === behind ? [] : phrases(line, begin, behind);
    if (!children) return null;
    const end = bar === text.length - 1 ? text.length : bar;
    cells.push({ type: 'tableCell', children, position: span(line, from, end) });
    from = bar;
  }
  return cells;
}

/** Words and bold words of a part of a line, which has to be more than blanks. */
function phrases(line: Line, from: number, to: number): PhrasingContent[] | null {
  const text = line.text.slice(from, to);
  if (!start.test(text) || text.endsWith(' ') || text === '') return null;
  const parts = text.split('**');
  if (parts.length % 2 === 0) return null;
  const children: PhrasingContent[] = [];
  let at = from;
  for (const [index, part] of parts.entries()) {
    const isEdge = index === 0 || index === parts.length - 1;
    if (part === '' ? !isEdge : !words.test(part)) return null;
    const isBold = index % 2 === 1;
    if (isBold && !isBoldBetween(parts[index - 1] ?? '', part, parts[index + 1] ?? '')) return null;
    if (part !== '') {
      const position = span(line, at, at + part.length);
      const word: PhrasingContent = { type: 'text', value: part, position };
      const around = span(line, at - 2, at + part.length + 2);
      children.push(isBold ? { type: 'strong', children: [word], position: around } : word);
    }
    at += part.length + 2;
  }
  return children;
}

const isBoldBetween = (left: string, bold: string, right: string): boolean =>
  inner.test(bold) || (quoted.test(bold) && before.test(left) && behind.test(right));
