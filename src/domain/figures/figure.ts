import type { Figure, Place, Practice, Section } from '#domain/practice/practice.ts';

/** The figure as it stands in the prose: `1134个`, `96%`. */
export const figureText = (figure: Figure): string => `${figure.value}${figure.unit}`;

/** The first block that gives each figure, or null where the prose lacks it. */
export function placesOf(
  figures: readonly Figure[],
  sections: readonly Section[],
): (Place | null)[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return figures.map((figure) => {
    const wanted = figureText(figure);
    for (const { id, number, lines } of blocks) {
      if (id === null || number === null) continue;
      if (lines.some((line) => containsFigure(line, wanted))) return { id, number };
    }
    return null;
  });
}

export interface PlacedFigure {
  readonly figure: Figure;
  readonly place: Place | null;
}

/** The figures of a practice, each with the first paragraph that gives it. */
export const placedFigures = ({
  figures,
  figurePlaces,
}: Pick<Practice, 'figures' | 'figurePlaces'>): PlacedFigure[] =>
  figures.map((figure, at) => ({ figure, place: figurePlaces[at] ?? null }));

/** Characters that numbers are written out with. */
export const hanNumerals = '零〇一二两三四五六七八九十百千万亿';

/** True where the figure stands on its own: `60个` is not in `160个`, nor `3个` in `3个百分点`. */
export const containsFigure = (line: string, wanted: string): boolean =>
  figureAt(line, wanted, 0) >= 0;

/** Every place where the figure stands on its own. */
export function placesOfFigure(line: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = figureAt(line, wanted, 0); at >= 0; at = figureAt(line, wanted, at + 1)) {
    places.push(at);
  }
  return places;
}

function figureAt(line: string, wanted: string, from: number): number {
  if (wanted === '') return -1;
  for (let at = line.indexOf(wanted, from); at >= 0; at = line.indexOf(wanted, at + 1)) {
    if (isWhole(line.slice(Math.max(0, at - 2), at), wanted, line.slice(at + wanted.length))) {
      return at;
    }
  }
  return -1;
}

const beginsInHan = new RegExp(`^[${hanNumerals}]`, 'u');
const goesOnInHan = new RegExp(`[${hanNumerals}数几]$`, 'u');

/** Units that are the beginning of another. */
const longerUnits: readonly (readonly [unit: RegExp, behind: RegExp])[] = [
  [/个$/, /^(?:百分点|工作日|小时|星期|月)/],
  [/[件人户场]$/, /^次/],
  [/[万千百]$/, /^[件个名人次起家户所座元亩]/],
  [/年$/, /^(?:半|代)/],
];

function isWhole(before: string, wanted: string, behind: string): boolean {
  if (/^\d/.test(wanted) && (/[\d.]$/.test(before) || /\d[,，]$/.test(before))) return false;
  if (beginsInHan.test(wanted) && (goesOnInHan.test(before) || /[\d.]$/.test(before))) return false;
  return !longerUnits.some(([unit, longer]) => unit.test(wanted) && longer.test(behind));
}
