import type { Institution, Problem, Topic } from '#domain/lists.ts';
import { groupBy } from '#domain/once-for.ts';
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
  const groups = {
    problem: placesBy(practices, ({ problems }) => problems),
    topic: placesBy(practices, ({ topics }) => topics),
    body: placesBy(practices, ({ institution }) => [institution]),
  };
  /** From the practice asked for last, by place; thousands ask about thousands. */
  const nearness = new Float64Array(practices.length);

  const measureFrom = (practice: Practice): void => {
    nearness.fill(0);
    const add = (places: Places, terms: readonly Named[], weight: number): void => {
      for (const { id } of terms) {
        for (const place of places.get(id) ?? []) nearness[place] = (nearness[place] ?? 0) + weight;
      }
    };
    add(groups.problem, practice.problems, weights.problem);
    add(groups.topic, practice.topics, weights.topic);
    add(groups.body, [practice.institution], weights.body);
  };

  /** Of those in other places that are as near as `from` and not as near as `to`, the nearest. */
  const nearest = (practice: Practice, count: number, from: number, to: number): Practice[] => {
    const few: { readonly practice: Practice; readonly near: number }[] = [];
    for (let place = 0; place < nearness.length; place += 1) {
      const near = nearness[place] ?? 0;
      if (near < from || near >= to || near <= (few[count - 1]?.near ?? 0)) continue;
      const other = practices[place];
      if (!other || other.region.id === practice.region.id) continue;
      const behind = few.findIndex((kept) => kept.near < near);
      few.splice(behind < 0 ? few.length : behind, 0, { practice: other, near });
      few.splice(count);
    }
    return few.map((kept) => kept.practice);
  };

  return (practice) => {
    measureFrom(practice);
    const sameProblem = nearest(practice, most, weights.problem, Infinity);
    const missing = enough - sameProblem.length;
    const sameTopic = missing > 0 ? nearest(practice, missing, weights.topic, weights.problem) : [];
    return [...sameProblem, ...sameTopic].map((other) => inCommon(practice, other));
  };
}

/** Any number of the lesser ones weighs less than one of the greater. */
const weights = { problem: 1e8, topic: 1e3, body: 1 } as const;

type Named = { readonly id: string };

/** Where in a list the practices stand that have a term, by its id. */
type Places = ReadonlyMap<string, readonly number[]>;

const placesBy = (
  practices: readonly Practice[],
  termsOf: (practice: Practice) => readonly Named[],
): Places =>
  groupBy([...practices.keys()], (place) =>
    (practices[place] ? termsOf(practices[place]) : []).map(({ id }) => id),
  );

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
