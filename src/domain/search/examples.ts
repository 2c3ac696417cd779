import type { Term } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';

/**
 * What a reader of this library may type, each of which finds something: the term and the topic that
 * most of its practices hold, and the place of the newest.
 */
export function searchExamples(
  /** Newest first. */
  practices: readonly Practice[],
  terms: readonly Term[],
): readonly string[] {
  const labelOf = new Map(terms.map(({ id, label }) => [id, label]));
  const most = (ofEach: (practice: Practice) => readonly string[]): readonly string[] => {
    const counts = new Map<string, number>();
    for (const word of practices.flatMap(ofEach)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  };
  const [term] = most(({ usedTerms }) => usedTerms.flatMap((id) => labelOf.get(id) ?? []));
  const [topic] = most(({ topics }) => topics.map(({ label }) => label)).filter(
    (label) => label !== term,
  );
  return [term, topic, practices[0]?.region.label].filter((word) => word !== undefined);
}
