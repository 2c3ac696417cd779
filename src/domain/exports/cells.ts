/** Excel and WPS take UTF-8 for the system code page unless a file starts with it. */
export const byteOrderMark = '\uFEFF';

/** RFC 4180 with CRLF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + csvRowsOf(rows);

/** Rows to follow others in a file. */
export const csvRowsOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, so an apostrophe goes before it.
 * Cells that already begin with apostrophes and such a mark get one more: taking one away restores any cell.
 */
const guarded = (cell: string): string =>
  /^'*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string): string =>
  /[",\r\n]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell;
