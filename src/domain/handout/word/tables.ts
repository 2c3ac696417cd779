import { inOneLine, type CitedText } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import { widthOf } from '#domain/handout/office/text-width.ts';
import { tag } from '#domain/handout/office/xml.ts';
import {
  citedRuns,
  paragraph,
  type ParagraphStyle,
  type Writing,
} from '#domain/handout/word/runs.ts';
import { textWidth } from '#domain/handout/word/styles.ts';

export type Sides = Readonly<
  Partial<Record<'top' | 'left' | 'bottom' | 'right', readonly [size: number, colour: string]>>
>;

export interface Cell {
  /** Paragraphs; a cell of none is not allowed (17.4.65). */
  readonly inside: string;
  readonly borders: Sides;
  readonly fill?: string | undefined;
  readonly isCentred?: boolean;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isHeader?: boolean;
}

/**
 * A table as Word and WPS both lay it out: its width and those of its columns are said twice, the
 * lines stand at each cell. Widths are twentieths of a point. No row breaks over a page but one
 * that would not fit on any.
 */
export function table(widths: readonly number[], rows: readonly Row[], mayBreak = false): string {
  return tag(
    'w:tbl',
    null,
    tag(
      'w:tblPr',
      null,
      tag('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      tag('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    tag('w:tblGrid', null, ...widths.map((width) => tag('w:gridCol', { 'w:w': width }))),
    ...rows.map(({ cells, isHeader = false }) =>
      tag(
        'w:tr',
        null,
        tag('w:trPr', null, mayBreak ? '' : tag('w:cantSplit'), isHeader ? tag('w:tblHeader') : ''),
        ...cells.map((cell, column) => tableCell(cell, widths[column]!)),
      ),
    ),
  );
}

/** In the order of CT_TcPrBase (17.4.70). */
function tableCell({ inside, borders, fill, isCentred = false }: Cell, width: number): string {
  return tag(
    'w:tc',
    null,
    tag(
      'w:tcPr',
      null,
      tag('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      tag(
        'w:tcBorders',
        null,
        ...(['top', 'left', 'bottom', 'right'] as const).map((side) => {
          const line = borders[side];
          return line === undefined
            ? tag(`w:${side}`, { 'w:val': 'nil' })
            : tag(`w:${side}`, {
                'w:val': 'single',
                'w:sz': line[0],
                'w:space': 0,
                'w:color': line[1],
              });
        }),
      ),
      fill === undefined
        ? ''
        : tag('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill }),
      isCentred ? tag('w:vAlign', { 'w:val': 'center' }) : '',
    ),
    inside,
  );
}

const line = [4, palette.rule] as const;

/** A table of text; short rows are filled up, long ones widen it. Null where there is no column. */
export function textTable(
  writing: Writing,
  header: readonly CitedText[],
  rows: readonly (readonly CitedText[])[],
): string | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  if (columns === 0) return null;
  const filled = (row: readonly CitedText[]): CitedText[] =>
    Array.from({ length: columns }, (_, column) => row[column] ?? '');
  const cells = (row: readonly CitedText[], style: ParagraphStyle, fill?: string): Cell[] =>
    filled(row).map((text) => ({
      inside: paragraph(style, citedRuns(writing, text)),
      borders: { top: line, left: line, bottom: line, right: line },
      fill,
    }));
  const longest = Math.max(...rows.flat().map((cell) => widthOf(inOneLine(cell))), 0);
  return table(
    columnWidths(
      [header, ...rows].map((row) => filled(row).map(inOneLine)),
      columns,
    ),
    [
      ...(header.length === 0
        ? []
        : [{ cells: cells(header, 'TableHeader', palette.accentTint), isHeader: true }]),
      ...rows.map((row) => ({ cells: cells(row, 'TableCell') })),
    ],
    // A cell that fills a page by itself must be let go over it.
    longest * columns > 900,
  );
}

/** Wide columns for much text: by the square root, so that the longest does not starve the rest. */
function columnWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.sqrt(Math.min(120, Math.max(4, ...rows.map((row) => widthOf(row[column] ?? ''))))),
  );
  return shared(textWidth, weights);
}

/** Splits a width by weight into whole numbers that add up to it. */
export function shared(width: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((width * weight) / all));
  const rest = width - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part));
}
