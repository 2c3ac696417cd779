import type { RegionNode } from '#domain/regions/region-tree.ts';

/**
 * Rough places of the 34 province-level divisions, by their one-character names. An index in
 * the shape of a page, not a map: no outline, no border, no distance.
 */
const rows = [
  '　　　　　　　　　　黑',
  '　　　　　　　蒙　　吉',
  '新　　　甘　　　京津辽',
  '　　　青　宁陕晋冀鲁　',
  '　藏　　川渝鄂豫皖苏沪',
  '　　　　滇黔湘　赣浙　',
  '　　　　　桂　粤　闽台',
  '　　　　　　琼澳港　　',
] as const;

export const tileColumns = rows[0].length;

/** Row by row; null where there is no tile. Throws when a province is missing or unknown. */
export function tileIndex(provinces: readonly RegionNode[]): readonly (RegionNode | null)[] {
  const byAbbr = new Map(provinces.map((node) => [node.region.abbr, node]));
  const cells = [...rows.join('')].map((mark) => {
    if (mark === '　') return null;
    const node = byAbbr.get(mark);
    if (!node) throw new Error(`The tile index has a place for ${mark}, which is no province.`);
    byAbbr.delete(mark);
    return node;
  });
  const left = [...byAbbr.keys()].join(' ');
  if (left) throw new Error(`The tile index has no place for ${left}.`);
  return cells;
}

/** Right, left, down, up, then the four diagonals: columns and rows to go. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];

/**
 * The tiles next to a province in the index, by their one-character names: in each direction the
 * first tile, straight on across one empty place at most. Nearness on the page, not a shared border.
 */
export function tilesNextTo(abbr: string): readonly string[] {
  const row = rows.findIndex((marks) => marks.includes(abbr));
  const column = rows[row]?.indexOf(abbr) ?? -1;
  if (column < 0) return [];
  const markAt = (x: number, y: number): string => rows[y]?.[x] ?? '　';
  return directions.flatMap(([right, down]) => {
    const reach = right === 0 || down === 0 ? [1, 2] : [1];
    const marks = reach.map((steps) => markAt(column + right * steps, row + down * steps));
    return marks.filter((mark) => mark !== '　').slice(0, 1);
  });
}
