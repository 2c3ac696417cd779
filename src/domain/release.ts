import type { Release } from '#domain/citation/library.ts';
import type { Practice } from '#domain/practice.ts';

/**
 * The dated release of the data: its date is the latest change of any practice, its version that
 * date with dots, so that equal content has an equal version. Throws on an empty library.
 */
export function releaseOf(practices: readonly Practice[]): Release {
  const dates = practices
    .flatMap(({ changes }) => changes.map(({ changedOn }) => changedOn))
    .sort();
  const releasedOn = dates[dates.length - 1];
  if (releasedOn === undefined) throw new Error('A library without practices has no release.');
  return { version: releasedOn.replace(/-/g, '.'), releasedOn };
}
