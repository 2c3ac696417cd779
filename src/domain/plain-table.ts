import { markup, type Markup } from '#domain/markup.ts';

/** A table as it is taken away: to Word, to a spreadsheet, as text. */
export interface PlainTable {
  readonly title: string;
  readonly head: readonly string[];
  /** Each cell as its lines; the first cell of a row is its head. */
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** What must not get lost on the way: address, terms, day. */
  readonly notes: readonly string[];
}

/**
 * Markup that Word and WPS paste as a table with borders. Their readers know neither our style
 * sheets nor logical properties, so everything is written on the elements.
 */
export function wordMarkup({ title, head, rows, notes }: PlainTable): string {
  const border = 'border:1px solid #000;padding:3pt 5pt;vertical-align:top';
  const font = (family: string, points: number): string =>
    `font-family:${family};font-size:${points}pt`;
  const linesOf = (cell: readonly string[]): Markup[] =>
    cell.map((line, index) => (index === 0 ? markup`${line}` : markup`<br />${line}`));
  const headCells = head.map((cell) => markup`<th style="${border};background:#eee">${cell}</th>`);
  const bodyRows = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? markup`<th style="${border}">${linesOf(cell)}</th>`
        : markup`<td style="${border}">${linesOf(cell)}</td>`,
    );
    return markup`<tr>${cells}</tr>`;
  });
  const parts = [
    markup`<p style="${font('SimHei', 14)}"><b>${title}</b></p>`,
    markup`<table border="1" cellspacing="0" style="border-collapse:collapse;${font('SimSun', 10.5)}">`,
    markup`<tr>${headCells}</tr>${bodyRows}</table>`,
    ...notes.map((note) => markup`<p style="${font('SimSun', 9)}">${note}</p>`),
  ];
  return parts.map(({ source }) => source).join('');
}

/** Cells apart by tabs, as a spreadsheet pastes them. */
export const tabbedText = ({ title, head, rows, notes }: PlainTable): string =>
  [
    title,
    head.join('\t'),
    ...rows.map((row) => row.map((cell) => cell.join('；')).join('\t')),
    ...notes,
  ].join('\n');
