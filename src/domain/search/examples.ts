import type { Term } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';

/**
 * What a reader of this library may type, each of which finds something: the term that most of its
 * practices hold, or their topic, and the place of the newest. Few enough for a phone.
 */
export function searchExamples(
  /** Newest first. */
  practices: readonly Practice[],
  terms: readonly Term[],
): readonly string[] {
  const labelOf = new Map(terms.map(({ id, label }) => [id, label]));
  const term =
    mostOf(
      practices.flatMap(({ usedTerms }) => usedTerms.flatMap((id) => labelOf.get(id) ?? [])),
    ) ?? mostOf(practices.flatMap(({ topics }) => topics.map(({ label }) => label)));
  return [term, practices[0]?.region.label].filter((word) => word !== undefined);
}

function mostOf(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
