import { placedFigures } from '#domain/figures/figure.ts';
import { magnitudeOf, type Magnitude } from '#domain/figures/magnitude.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import type { Figure, Place, Practice } from '#domain/practice/practice.ts';

/** A number of the library with where it stands. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly practice: Practice;
  /** The first paragraph that gives it; null where the prose lacks it. */
  readonly place: Place | null;
  readonly magnitude: Magnitude;
}

/** Every number of the practices, in the order of the practices and of their records. */
export const allFigures = (practices: readonly Practice[]): readonly PlacedFigure[] =>
  practices.flatMap((practice) =>
    placedFigures(practice).map(({ figure, place }) => ({
      figure,
      practice,
      place,
      magnitude: magnitudeOf(figure),
    })),
  );

/** Numbers that may stand in one chart. */
export interface ComparableFigures {
  readonly counts: string;
  readonly unit: string;
  readonly period: string;
  readonly figures: readonly PlacedFigure[];
}

/** Fewer than this make no chart. */
const fewest = 3;

/**
 * Numbers that count the same thing in the same unit over the same period, exactly given, by at
 * least three practices. A number without a period is comparable with nothing: two places may
 * have counted different years.
 */
export function comparableFigures(figures: readonly PlacedFigure[]): readonly ComparableFigures[] {
  const groups = groupBy(figures, ({ figure: { counts, unit, period }, magnitude }) =>
    period === null || magnitude.number === null || !magnitude.exact
      ? []
      : [JSON.stringify([counts, unit, period])],
  );
  return [...groups.values()].flatMap((group) => {
    const places = new Set(group.map(({ practice }) => practice.id));
    const figure = group[0]?.figure;
    if (!figure?.period || places.size < fewest || places.size < group.length) return [];
    return [{ counts: figure.counts, unit: figure.unit, period: figure.period, figures: group }];
  });
}
