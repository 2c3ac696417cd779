import type { Link, Nodes, Root, RootContent, Text } from 'mdast';
import { groundOf, type GroundedStatement, type ShownGrounds } from '#domain/grounds/notes.ts';
import { sentenceEndsOf } from '#domain/grounds/statements.ts';
import { editorMark } from '#domain/practice/note-mark.ts';
import { isNote } from '#prose/blocks.ts';

/**
 * Puts behind each sentence the marks of the notes it rests on. A mark is a link without words: the
 * text stays what it was, for whoever copies, quotes or searches it. Comes after all that looks for
 * words, since it parts texts.
 */
export function markSentences(tree: Root, grounds: ShownGrounds): void {
  const blocks = tree.children.filter((node) => node.type !== 'heading' && !isNote(node));
  for (const [index, block] of blocks.entries()) {
    const statement = groundOf(grounds, 'paragraph', index);
    // A paragraph that is ours as a whole says so itself.
    if (statement && statement.rests !== 'editor') markBlock(block, statement);
  }
}

/** Shorter sentences that are ours are lead-ins, captions and heads of columns. */
const shortestMarked = 10;

function markBlock(block: RootContent, statement: GroundedStatement): void {
  const lines = linesOf(block);
  let sentence = 0;
  for (const [index, { text, node, isApart }] of lines.entries()) {
    const ends = sentenceEndsOf(text);
    const places = ends.map((end, at) => {
      sentence += 1;
      const isShort = end - (ends[at - 1] ?? 0) < shortestMarked;
      return { end, marks: marksOf(statement, sentence, isShort) };
    });
    // What bears all sentences stands behind the last.
    const ofAll = index === lines.length - 1 ? marksOf(statement, null) : [];
    places.at(-1)?.marks.push(...ofAll);
    // A caption has no room for marks.
    if (node === null) continue;
    if (isApart)
      append(
        node,
        places.flatMap(({ marks }) => marks),
      );
    else insert(node, places);
  }
}

/** The marks of one sentence; of what bears all of them for null. */
function marksOf(
  { notes, editor }: GroundedStatement,
  sentence: number | null,
  isShort = false,
): Link[] {
  const own = notes
    .filter(({ for: of }) => (sentence === null ? of === null : of?.includes(sentence)))
    .map(({ note }) => mark(String(note), `#y${note}`));
  const isOurs = sentence !== null && !isShort && editor.includes(sentence);
  return isOurs ? [...own, mark(editorMark, '#y0')] : own;
}

const mark = (name: string, url: string): Link => ({
  type: 'link',
  url,
  children: [],
  data: { hProperties: { role: 'doc-noteref', ariaLabel: name } },
});

interface Line {
  readonly text: string;
  /** What its words stand in; null where there is no room for marks. */
  readonly node: Nodes | null;
  /** True where marks stand behind all of it, as in a row of cells. */
  readonly isApart: boolean;
}

/** The lines of a block as `blocks.ts` counts them, with the nodes they stand in. */
function linesOf(node: Nodes): Line[] {
  switch (node.type) {
    case 'list':
    case 'blockquote':
      return node.children.flatMap(linesOf);
    case 'table':
      return node.children.map((row) => ({
        text: row.children.map(textOf).join('　'),
        node: row.children.at(-1) ?? null,
        isApart: true,
      }));
    case 'mdxJsxFlowElement': {
      const caption = node.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'caption',
      )?.value;
      const own = typeof caption === 'string' ? [{ text: caption, node: null, isApart: true }] : [];
      return [...own, ...node.children.flatMap(linesOf)];
    }
    default:
      return textOf(node) === '' ? [] : [{ text: textOf(node), node, isApart: false }];
  }
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

function append(node: Nodes, marks: readonly Link[]): void {
  if ('children' in node) (node.children as Nodes[]).push(...marks);
}

/** Puts marks behind characters of a node's text. */
function insert(
  node: Nodes,
  places: readonly { readonly end: number; readonly marks: readonly Link[] }[],
): void {
  let passed = 0;
  const rest = places.filter(({ marks }) => marks.length > 0);
  const walk = (parent: Nodes): void => {
    if (!('children' in parent)) return;
    const children: Nodes[] = parent.children;
    const rewritten = children.flatMap((child): Nodes[] => {
      if (child.type === 'link') {
        passed += textOf(child).length;
        return [child, ...due()];
      }
      if (child.type !== 'text') {
        if ('value' in child) passed += child.value.length;
        walk(child);
        return [child, ...due()];
      }
      return cut(child);
    });
    children.splice(0, children.length, ...rewritten);
  };
  const due = (): Link[] => {
    const marks: Link[] = [];
    while (rest[0] && rest[0].end <= passed) marks.push(...(rest.shift()?.marks ?? []));
    return marks;
  };
  const cut = (text: Text): Nodes[] => {
    const parts: Nodes[] = [];
    const start = passed;
    let done = 0;
    while (rest[0] && rest[0].end <= start + text.value.length) {
      const at = rest[0].end - start;
      parts.push({ type: 'text', value: text.value.slice(done, at) });
      passed = start + at;
      parts.push(...due());
      done = at;
    }
    passed = start + text.value.length;
    if (done < text.value.length) parts.push({ type: 'text', value: text.value.slice(done) });
    return parts;
  };
  walk(node);
}
