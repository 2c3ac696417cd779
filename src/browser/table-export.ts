import type { PlainTable } from '#domain/plain-table.ts';

/**
 * A table of the page as it is taken away: what a reader sees, rows that are filtered out left
 * behind. A list in a cell gives a line for each item.
 */
export function readTable(table: HTMLTableElement, notes: readonly string[]): PlainTable {
  const shown = (row: HTMLTableRowElement): boolean => !row.hidden;
  const [head, ...rows] = Array.from(table.rows).filter(shown);
  return {
    title: table.caption?.textContent?.trim() ?? document.title,
    head: head ? Array.from(head.cells, (cell) => readLines(cell).join(' ')) : [],
    rows: rows.map((row) => Array.from(row.cells, readLines)),
    notes,
  };
}

/** Elements that begin a line of their own. */
const breaks = 'li, small, p, div, br';

function readLines(cell: HTMLElement): string[] {
  const copy = cell.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return [];
  copy.querySelectorAll('button, [data-not-taken]').forEach((element) => element.remove());
  copy.querySelectorAll(breaks).forEach((element) => element.before('\n'));
  return (copy.textContent ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Hands a text to the reader as a file. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some engines read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
