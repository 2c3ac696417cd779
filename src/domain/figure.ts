import type { Figure, Place, Practice, Section } from '#domain/practice.ts';

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

/** True where the figure stands on its own: `60个` is not in `160个`. */
export function containsFigure(line: string, wanted: string): boolean {
  for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
    const before = line[at - 1] ?? '';
    if (!/[\d.]/.test(before) || !/^\d/.test(wanted)) return true;
  }
  return false;
}
