import { markup, type Markup } from '#domain/words/markup.ts';

/** One line of a cell. */
export interface PlainLine {
  readonly text: string;
  /** Said beside the line before it: where the source says it, what it counts. */
  readonly isAside: boolean;
}

export type PlainCell = readonly PlainLine[];

/** A table as it is taken away: to Word, to a spreadsheet, as text. */
export interface PlainTable {
  readonly title: string;
  readonly head: readonly PlainCell[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly PlainCell[])[];
  /** What must not get lost on the way: address, terms, day. */
  readonly notes: readonly string[];
}

/**
 * Markup that Word and WPS paste as a table with borders, its head repeated on every sheet. Their
 * readers know neither our style sheets nor logical properties, and do not hand a font down from a
 * table to its cells, so everything is written on each paragraph.
 */
export function wordMarkup({ title, head, rows, notes }: PlainTable): string {
  const border = 'border:1px solid #000;padding:3pt 5pt;vertical-align:top';
  const paragraph = (family: string, points: number): string =>
    `margin:0;font-family:${family};mso-fareast-font-family:${family};font-size:${points}pt`;
  const linesOf = (cell: PlainCell, family: string): Markup[] =>
    cell.map(({ text, isAside }) =>
      isAside
        ? markup`<p style="${paragraph('KaiTi', 9)};color:#555">${aside(text)}</p>`
        : markup`<p style="${paragraph(family, 10.5)}">${text}</p>`,
    );
  const headCells = head.map(
    (cell) =>
      markup`<th align="left" style="${border};background:#eee">${linesOf(cell, 'SimHei')}</th>`,
  );
  const bodyRows = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? markup`<th align="left" style="${border}">${linesOf(cell, 'SimHei')}</th>`
        : markup`<td style="${border}">${linesOf(cell, 'SimSun')}</td>`,
    );
    return markup`<tr>${cells}</tr>`;
  });
  const parts = [
    markup`<p style="${paragraph('SimHei', 14)}"><b>${title}</b></p>`,
    markup`<table border="1" cellspacing="0" style="border-collapse:collapse">`,
    markup`<thead style="display:table-header-group"><tr style="mso-yfti-irow:0;mso-yfti-firstrow:yes;page-break-inside:avoid">${headCells}</tr></thead>`,
    markup`<tbody>${bodyRows}</tbody></table>`,
    ...notes.map((note) => markup`<p style="${paragraph('SimSun', 9)}">${note}</p>`),
  ];
  return parts.map(({ source }) => source).join('');
}

/** Cells apart by tabs, as a spreadsheet pastes them. */
export const tabbedText = ({ title, head, rows, notes }: PlainTable): string =>
  [
    title,
    head.map(cellText).join('\t'),
    ...rows.map((row) => row.map(cellText).join('\t')),
    ...notes,
  ].join('\n');

/** A cell on one line: `1134个（联络点，全市）；15.3万件`. */
export const cellText = (cell: PlainCell): string =>
  cell
    .map(({ text, isAside }, index) =>
      isAside ? aside(text) : `${index === 0 ? '' : '；'}${text}`,
    )
    .join('');

const aside = (text: string): string => `（${text.replace(/。$/u, '')}）`;
