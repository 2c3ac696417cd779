import type { Release } from '#domain/citation/library.ts';
import type { Practice } from '#domain/practice/practice.ts';

/**
 * The dated release of the data: its date is the latest change of any practice, its version that
 * date with dots, so that equal content has an equal version. An empty library has version 0.
 */
export function releaseOf(practices: readonly Practice[]): Release {
  const dates = practices
    .flatMap(({ changes }) => changes.map(({ changedOn }) => changedOn))
    .sort();
  const releasedOn = dates[dates.length - 1];
  if (releasedOn === undefined) return { version: '0', releasedOn: null };
  return { version: releasedOn.replace(/-/g, '.'), releasedOn };
}
