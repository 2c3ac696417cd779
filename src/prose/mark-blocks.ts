import type { Root, Table } from 'mdast';
// Adds hProperties to the types of nodes.
import type {} from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';
import { blocksOf } from '#prose/blocks.ts';

/**
 * Gives the headings of a practice their fixed addresses and every block its registered address
 * and 段号, so that a section and a paragraph can be linked to.
 */
export function markBlocks(tree: Root, ledger: ParagraphLedger): void {
  for (const node of tree.children) {
    const kind = node.type === 'heading' ? sectionKindOf(toString(node)) : undefined;
    if (kind) node.data = { ...node.data, hProperties: { id: kind.id } };
  }
  for (const { node, id, number } of blocksOf(tree, ledger)) {
    if (id === null || number === null) continue;
    if (node.type === 'mdxJsxFlowElement') {
      node.attributes.push(
        { type: 'mdxJsxAttribute', name: 'id', value: id },
        { type: 'mdxJsxAttribute', name: 'number', value: String(number) },
      );
    } else {
      node.data = { ...node.data, hProperties: { id, dataNumber: String(number) } };
    }
  }
  visit(tree, 'table', labelCells);
}

/** Each cell carries the name of its column, by which narrow screens show a table row by row. */
function labelCells(table: Table): void {
  table.data = { ...table.data, hProperties: { ...table.data?.hProperties, dataStacked: '' } };
  const [head, ...rows] = table.children;
  const labels = head?.children.map((cell) => toString(cell)) ?? [];
  for (const [column, cell] of rows.flatMap((row) => [...row.children.entries()])) {
    cell.data = { ...cell.data, hProperties: { dataLabel: labels[column] ?? '' } };
  }
}
