import type { Root, RootContent, Table } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { idsOf, type ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import type { Block, BlockKind, Section } from '#domain/practice/practice.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';
import { refuseUnboundedProse } from '#prose/bounds.ts';
import { isProseComponent, type ProseComponent } from '#prose/components.ts';
import { readOrdinary } from '#prose/ordinary-prose.ts';
import { proseSyntax } from '#prose/syntax.ts';

const parser = unified().use(remarkParse).use(proseSyntax).use(remarkMdx).freeze();

/** The syntax tree of a practice's MDX body. Throws where the MDX is malformed. */
export const parseProse = (body: string): Root => readOrdinary(body) ?? parseInFull(body);

/** The same by the parser alone, which is asked last because it takes thirty times as long. */
export function parseInFull(body: string): Root {
  refuseUnboundedProse(body);
  return parser.parse(body);
}

/** An editor's note stands beside the text and is not counted as a paragraph of it. */
export const isNote = (node: RootContent): boolean =>
  node.type === 'mdxJsxFlowElement' && node.name === 'Note';

/** A part of the prose that stands directly under a heading, or an editor's note. */
export interface ProseBlock {
  readonly node: RootContent;
  /** Address and 段号; both null for an editor's note. */
  readonly id: string | null;
  readonly number: number | null;
  readonly lines: readonly string[];
}

/**
 * The blocks of a practice in order, headings left out. A block is a paragraph, a list, a table
 * or a drawing; blocks are counted through the whole practice. One that the register does not
 * hold has a makeshift address, which the editorial gate does not let through to readers.
 */
export function blocksOf(tree: Root, ledger: ParagraphLedger): readonly ProseBlock[] {
  const nodes = tree.children.filter((node) => node.type !== 'heading');
  const ids = idsOf(ledger, textsOf(tree));
  let number = 0;
  return nodes.map((node) => {
    const lines = linesOf(node);
    if (isNote(node)) return { node, id: null, number: null, lines };
    number += 1;
    return { node, id: ids[number - 1] ?? `unregistered-${number}`, number, lines };
  });
}

/** The text of every counted block, as the register keeps it. */
export const textsOf = (tree: Root): readonly string[] =>
  tree.children
    .filter((node) => node.type !== 'heading' && !isNote(node))
    .map((node) => linesOf(node).join('\n'));

/** Of every counted block, whether it stands under a heading of ours, as 可以带走什么 is. */
export function oursOf(tree: Root): readonly boolean[] {
  let isOurs = false;
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') isOurs = sectionKindOf(toString(node))?.ours ?? false;
    return node.type === 'heading' || isNote(node) ? [] : [isOurs];
  });
}

/** The text of every editor's note. */
export const notesOf = (tree: Root): readonly string[] =>
  tree.children.filter(isNote).map((node) => linesOf(node).join('\n'));

/** The prose by section. What stands before the first heading is left out. */
export function sectionsOf(tree: Root, ledger: ParagraphLedger): readonly Section[] {
  const blockOf = new Map(blocksOf(tree, ledger).map((block) => [block.node, block]));
  const sections: (Section & { readonly blocks: Block[] })[] = [];
  for (const node of tree.children) {
    const block = blockOf.get(node);
    if (block) {
      const { id, number, lines } = block;
      sections.at(-1)?.blocks.push({ id, number, lines, ...layoutOf(node) });
    } else {
      const heading = toString(node);
      sections.push({ id: sectionKindOf(heading)?.id ?? '', heading, blocks: [] });
    }
  }
  return sections;
}

const drawnAs: Readonly<Record<ProseComponent, BlockKind>> = {
  Steps: 'steps',
  Tiers: 'tiers',
  Loop: 'loop',
  Grid: 'grid',
  Note: 'note',
};

/** What the plain lines of a block do not tell. */
function layoutOf(node: RootContent): Pick<Block, 'kind' | 'caption' | 'cells'> {
  if (node.type === 'list') {
    return { kind: node.ordered === true ? 'numbered' : 'list', caption: null, cells: null };
  }
  if (node.type === 'table') return { kind: 'table', caption: null, cells: cellsOf(node) };
  if (node.type !== 'mdxJsxFlowElement' || node.name === null || !isProseComponent(node.name)) {
    return { kind: 'paragraph', caption: null, cells: null };
  }
  const table = node.children.find((child) => child.type === 'table');
  return {
    kind: drawnAs[node.name],
    caption: captionOf(node),
    cells: table ? cellsOf(table) : null,
  };
}

const cellsOf = (table: Table): readonly (readonly string[])[] =>
  table.children.map((row) => row.children.map((cell) => toString(cell)));

function captionOf(node: MdxJsxFlowElement): string | null {
  const caption = node.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'caption',
  );
  return typeof caption?.value === 'string' ? caption.value : null;
}

/** Plain text of a block, a line for each paragraph, list item, caption or table row in it. */
function linesOf(node: RootContent): string[] {
  switch (node.type) {
    case 'list':
    case 'blockquote':
      return node.children.flatMap(linesOf);
    case 'table':
      return cellsOf(node).map((row) => row.join('　'));
    case 'mdxJsxFlowElement': {
      const caption = captionOf(node);
      return [...(caption === null ? [] : [caption]), ...node.children.flatMap(linesOf)];
    }
    default:
      return [toString(node)].filter((line) => line !== '');
  }
}
