/** The blocks of a manuscript as elements: as it was written, bold and tables kept. */
import type { Block, Span } from '../../api.ts';
import { element, type Child } from '../elements.ts';

export function blockElement(block: Block): HTMLElement {
  if (block.is === 'table') {
    return element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...block.rows.map((row) =>
          element('tr', {}, ...row.map((cell) => element('td', {}, cell))),
        ),
      ),
    );
  }
  if (block.is === 'heading') {
    return element('p', { class: 'source-heading', 'data-level': block.level }, block.text);
  }
  if (block.is === 'item') {
    return element('p', { class: 'source-item' }, ...withBold(block.text, block.bold));
  }
  return element('p', {}, ...withBold(block.text, block.bold));
}

/** The text of a block, cells of a table one after the other. */
export const textOfBlock = (block: Block): string =>
  block.is === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text;

export function withBold(text: string, bold: readonly Span[]): Child[] {
  const parts: Child[] = [];
  let at = 0;
  for (const { from, to } of bold) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(element('strong', {}, text.slice(from, to)));
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
