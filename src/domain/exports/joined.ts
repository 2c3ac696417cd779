import { byteOrderMark } from '#domain/exports/cells.ts';

/** Formats in which a list of practices can be taken away as one file. */
export type JoinableFormat = 'ris' | 'bib' | 'csl.json' | 'csv';

/** So many practices can be taken away at once; beyond, the file of the whole library serves better. */
export const mostTakenAway = 500;

type Join = (files: readonly string[], ids: readonly string[]) => string;

/** How the published files of single practices (for CSV: the file of all) become one file. */
export const joinedExport: Readonly<Record<JoinableFormat, Join>> = {
  ris: (files) => files.map((file) => file.trimEnd()).join('\r\n\r\n') + '\r\n',
  bib: (files) => files.map((file) => file.trimEnd()).join('\n\n') + '\n',
  'csl.json': (files) =>
    `${JSON.stringify(
      files.flatMap((file) => JSON.parse(file) as unknown[]),
      null,
      2,
    )}\n`,
  csv: ([table = ''], ids) => rowsOf(table, ids),
};

/**
 * The head of a CSV file and the rows that begin with one of the ids, in the order of the ids.
 * The mark at its start is set anew: browsers take it away when they read a file as text.
 */
function rowsOf(table: string, ids: readonly string[]): string {
  const [head = '', ...rows] =
    table.replace(byteOrderMark, '').match(/(?:"(?:[^"]|"")*"|[^"\r\n])+\r\n/gu) ?? [];
  const rowById = new Map(rows.map((row) => [row.slice(0, row.indexOf(',')), row]));
  return byteOrderMark + head + ids.map((id) => rowById.get(id) ?? '').join('');
}
