import type { Institution, Problem, Topic } from '#domain/lists.ts';
import type { Practice } from '#domain/practice.ts';

/** Another place that faces what a practice faces, and what the two have in common. */
export interface Related {
  readonly practice: Practice;
  readonly problems: readonly Problem[];
  readonly topics: readonly Topic[];
  readonly institution: Institution | null;
}

/** More would be a list to search, not places to look at. */
const most = 6;

/** Practices of the same topic fill up to this many where too few share a problem. */
const enough = 3;

/**
 * Prepares the practices once and answers for each of them: practices of other places that share
 * a problem, most shared problems first, then most shared topics, then the same kind of body,
 * then the order of the library. Where hardly any share a problem, those of its topics follow.
 */
export function relatedPractices(
  practices: readonly Practice[],
): (practice: Practice) => readonly Related[] {
  const order = new Map(practices.map(({ id }, index) => [id, index]));
  const byProblem = groupBy(practices, ({ problems }) => problems);
  const byTopic = groupBy(practices, ({ topics }) => topics);

  const best = (practice: Practice, candidates: Iterable<Practice>): Related[] =>
    [...new Set(candidates)]
      .filter((other) => other.id !== practice.id && other.region.id !== practice.region.id)
      .map((other) => inCommon(practice, other))
      .sort(
        (a, b) =>
          b.problems.length - a.problems.length ||
          b.topics.length - a.topics.length ||
          Number(b.institution !== null) - Number(a.institution !== null) ||
          (order.get(a.practice.id) ?? 0) - (order.get(b.practice.id) ?? 0),
      );

  return (practice) => {
    const sameProblem = best(
      practice,
      practice.problems.flatMap(({ id }) => byProblem.get(id) ?? []),
    ).slice(0, most);
    if (sameProblem.length >= enough) return sameProblem;
    const known = new Set(sameProblem.map((related) => related.practice));
    const sameTopic = best(
      practice,
      practice.topics.flatMap(({ id }) => byTopic.get(id) ?? []).filter((it) => !known.has(it)),
    );
    return [...sameProblem, ...sameTopic].slice(0, enough);
  };
}

function inCommon(practice: Practice, other: Practice): Related {
  const shared = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): T[] =>
    a.filter(({ id }) => b.some((entry) => entry.id === id));
  const sameBody = practice.institution.id === other.institution.id;
  return {
    practice: other,
    problems: shared(practice.problems, other.problems),
    topics: shared(practice.topics, other.topics),
    institution: sameBody ? practice.institution : null,
  };
}

function groupBy(
  practices: readonly Practice[],
  termsOf: (practice: Practice) => readonly { readonly id: string }[],
): ReadonlyMap<string, readonly Practice[]> {
  const groups = new Map<string, Practice[]>();
  for (const practice of practices) {
    for (const { id } of termsOf(practice)) {
      const group = groups.get(id);
      if (group) group.push(practice);
      else groups.set(id, [practice]);
    }
  }
  return groups;
}
