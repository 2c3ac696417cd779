import type { Change, Practice } from '#domain/practice/practice.ts';

export interface Correction {
  readonly practice: Practice;
  readonly change: Change;
}

/** Every change to a practice after it was first published, newest first. */
export const correctionsOf = (practices: readonly Practice[]): readonly Correction[] =>
  practices
    .flatMap((practice) =>
      practice.changes.filter(({ edition }) => edition > 1).map((change) => ({ practice, change })),
    )
    .sort((a, b) => b.change.changedOn.localeCompare(a.change.changedOn));
