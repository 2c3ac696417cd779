import type { Topic } from '#domain/lists/lists.ts';
import { groupBy, onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** The practices before and after one in a topic, in the order of the library. */
export interface Neighbours {
  readonly topic: Topic;
  readonly previous: Practice | null;
  readonly next: Practice | null;
}

const byTopic = onceFor((practices: readonly Practice[]) =>
  groupBy(practices, ({ topics }) => topics.map(({ id }) => id)),
);

/** Place of each practice of a list. */
const places = onceFor(
  (practices: readonly Practice[]) => new Map(practices.map(({ id }, place) => [id, place])),
);

/** One entry for each topic of the practice that has another practice. */
export function neighboursByTopic(
  practice: Practice,
  practices: readonly Practice[],
): readonly Neighbours[] {
  return practice.topics.flatMap((topic) => {
    const sameTopic = byTopic(practices).get(topic.id) ?? [];
    const at = places(sameTopic).get(practice.id) ?? -1;
    const previous = sameTopic[at - 1] ?? null;
    const next = sameTopic[at + 1] ?? null;
    return previous || next ? [{ topic, previous, next }] : [];
  });
}
