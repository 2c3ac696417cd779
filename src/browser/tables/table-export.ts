import type { PlainCell, PlainTable } from '#domain/comparison/plain-table.ts';

/**
 * A table of the page as it is taken away: what a reader sees, rows that are filtered out left
 * behind. A list in a cell gives a line for each item.
 */
export function readTable(table: HTMLTableElement, notes: readonly string[]): PlainTable {
  const shown = (row: HTMLTableRowElement): boolean => !row.hidden;
  const [head, ...rows] = Array.from(table.rows).filter(shown);
  return {
    title: table.caption?.textContent?.trim() ?? document.title,
    head: head ? Array.from(head.cells, readLines) : [],
    rows: rows.map((row) => Array.from(row.cells, readLines)),
    notes,
  };
}

/** Elements that begin a line of their own. */
const breaks = 'li, small, p, div, br';

function readLines(cell: HTMLElement): PlainCell {
  const lines = [{ text: '', isAside: false }];
  const read = (parent: Node, isAside: boolean): void => {
    for (const child of Array.from(parent.childNodes)) {
      if (child.nodeType === Node.TEXT_NODE) append(child.textContent ?? '');
      if (!(child instanceof HTMLElement) || child.matches('button, [data-not-taken]')) continue;
      if (!child.matches(breaks)) {
        read(child, isAside);
        continue;
      }
      const isAsideInside = isAside || child.matches('small');
      lines.push({ text: '', isAside: isAsideInside });
      read(child, isAsideInside);
      lines.push({ text: '', isAside });
    }
  };
  const append = (text: string): void => {
    const last = lines[lines.length - 1];
    if (last) last.text += text;
  };
  read(cell, false);
  return lines
    .map(({ text, isAside }) => ({ text: text.replace(/\s+/g, ' ').trim(), isAside }))
    .filter(({ text }) => text !== '');
}
