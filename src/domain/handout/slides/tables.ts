import { widthOf } from '#domain/handout/office/text-width.ts';
import { shortened } from '#domain/handout/slides/condense.ts';
import { places } from '#domain/handout/slides/master.ts';
import { cellPadding, type Shape, type TableRow } from '#domain/handout/slides/shapes.ts';
import { heightOf, plainParagraph } from '#domain/handout/slides/text.ts';

const sizes = [18, 16, 15];
const mostColumns = 6;

/** A table on as many slides as it needs; its header stands on each, and its first column on each group of columns. */
export function tablePages(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
): Shape[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  return columnGroups(columns).flatMap((group) => {
    const pick = (row: readonly string[]): string[] => group.map((column) => row[column] ?? '');
    return groupPages(header.length === 0 ? null : pick(header), rows.map(pick), name);
  });
}

function columnGroups(columns: number): number[][] {
  if (columns === 0) return [];
  if (columns <= mostColumns) return [Array.from({ length: columns }, (_, column) => column)];
  const groups: number[][] = [];
  for (let from = 1; from < columns; from += mostColumns - 1)
    groups.push([
      0,
      ...Array.from({ length: Math.min(mostColumns - 1, columns - from) }, (_, at) => from + at),
    ]);
  return groups;
}

function groupPages(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  name: string,
): Shape[] {
  const { body } = places;
  const widths = columnWidths([...(header === null ? [] : [header]), ...rows], body.width);
  const pagesAt = (size: number): TableRow[][] => {
    const head = header === null ? null : tableRow(header, widths, size, true, body.height / 3);
    const room = body.height - (head?.height ?? 0);
    const pages: TableRow[][] = [];
    let current: TableRow[] = [];
    let used = 0;
    const all = rows.map((cells) => tableRow(cells, widths, size, false, room));
    const sum = all.reduce((height, row) => height + row.height, 0);
    // Slides of about the same fill, rather than a full one and a rest.
    const fill = Math.min(room, sum / Math.ceil(sum / room) + (all[0]?.height ?? 0) / 2);
    for (const row of all) {
      if (current.length > 0 && used + row.height > fill) {
        pages.push(current);
        current = [];
        used = 0;
      }
      current.push(row);
      used += row.height;
    }
    if (current.length > 0 || (pages.length === 0 && head !== null)) pages.push(current);
    return pages.map((page) => (head === null ? page : [head, ...page]));
  };
  const pages = sizes.map(pagesAt).find((tried) => tried.length <= 1) ?? pagesAt(15);
  return pages.map((page) => ({
    kind: 'table',
    name,
    box: { ...body, height: page.reduce((sum, row) => sum + row.height, 0) },
    widths,
    rows: page,
  }));
}

function tableRow(
  cells: readonly string[],
  widths: readonly number[],
  size: number,
  isHeader: boolean,
  room: number,
): TableRow {
  const paragraphs = cells.map((text, column) => {
    const width = widths[column]! - 2 * cellPadding;
    const whole = plainParagraph(text, size, { isBold: isHeader });
    return heightOf([whole], width) <= room - 12
      ? whole
      : plainParagraph(shortened(text, width, room - 12, size), size, { isBold: isHeader });
  });
  const height = Math.max(
    ...paragraphs.map((paragraph, column) =>
      heightOf([paragraph], widths[column]! - 2 * cellPadding),
    ),
  );
  return { height: height + 12, isHeader, cells: paragraphs };
}

function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.sqrt(Math.min(90, Math.max(5, ...rows.map((row) => widthOf(row[column] ?? ''))))),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((width * weight) / all));
}
