import type { Institution, Problem, Topic } from '#domain/lists/lists.ts';
import { groupBy, onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';

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

/** The relatives of each practice of a list, by their places in it. */
export type RelatedPlaces = readonly (readonly number[])[];

/** Tells lists of practices apart that differ in who is related to whom. */
export const relationsOf = (practices: readonly Practice[]): string =>
  practices
    .map(({ id, region, problems, topics, institution }) => {
      const [ofProblems, ofTopics] = [problems, topics].map((terms) => terms.map((of) => of.id));
      return [id, region.id, ofProblems, ofTopics, institution.id].join(' ');
    })
    .join('\n');

/** For `relatedPractices` to be asked again, also in another process. */
export function placesOfRelated(practices: readonly Practice[]): RelatedPlaces {
  const places = new Map(practices.map((practice, place) => [practice, place]));
  const relatedTo = relatedPractices(practices);
  return practices.map((practice) =>
    relatedTo(practice).flatMap(({ practice: other }) => places.get(other) ?? []),
  );
}

/**
 * Those that `places` of the same practices say. Who is not among the practices is looked for.
 */
export function relatedAt(
  places: RelatedPlaces,
  practices: readonly Practice[],
): (practice: Practice) => readonly Related[] {
  const placeOf = new Map(practices.map((practice, place) => [practice, place]));
  const relatedTo = onceFor(relatedPractices);
  return (practice) => {
    const own = places[placeOf.get(practice) ?? -1];
    if (!own) return relatedTo(practices)(practice);
    return own.flatMap((place) => {
      const other = practices[place];
      return other ? [inCommon(practice, other)] : [];
    });
  };
}

/**
 * Prepares the practices once and answers for each of them: practices of other places that share
 * a problem, most shared problems first, then most shared topics, then the same kind of body,
 * then the order of the library. Where hardly any share a problem, those of its topics follow.
 */
export function relatedPractices(
  practices: readonly Practice[],
): (practice: Practice) => readonly Related[] {
  const byProblem = placesBy(practices, ({ problems }) => problems);
  const byTopic = placesBy(practices, ({ topics }) => topics);
  /** How many terms each shares with the one asked for last, by place; thousands ask about thousands. */
  const shared = new Uint8Array(practices.length);

  /** Others that share any of the terms and are of other regions: most shared first, then likest. */
  const nearest = (
    practice: Practice,
    terms: readonly Named[],
    places: Places,
    count: number,
  ): Practice[] => {
    shared.fill(0);
    /** At each index those that share more terms than it says. */
    const sharing: number[][] = terms.map(() => []);
    for (const { id } of terms) {
      for (const place of places.get(id) ?? []) {
        const before = shared[place]!;
        shared[place] = before + 1;
        sharing[before]?.push(place);
      }
    }
    const found: Practice[] = [];
    for (let many = terms.length; many > 0 && found.length < count; many -= 1) {
      const isSoNear = (place: number): boolean =>
        shared[place] === many && practices[place]?.region.id !== practice.region.id;
      const near = (sharing[many - 1] ?? []).filter(isSoNear);
      found.push(...likest(practice, near, count - found.length));
    }
    return found;
  };

  /** Equally like ones come in the order of the library. */
  const likest = (practice: Practice, places: readonly number[], count: number): Practice[] => {
    const few: { readonly place: number; readonly likeness: number }[] = [];
    for (const place of places) {
      const likeness = likenessOf(practice, practices[place]);
      const last = few[count - 1];
      if (last && (last.likeness - likeness || place - last.place) > 0) continue;
      few.push({ place, likeness });
      few.sort((a, b) => b.likeness - a.likeness || a.place - b.place);
      few.splice(count);
    }
    return few.flatMap(({ place }) => practices[place] ?? []);
  };

  return (practice) => {
    const sameProblem = nearest(practice, practice.problems, byProblem, most);
    if (sameProblem.length >= enough) return sameProblem.map((other) => inCommon(practice, other));
    const others = nearest(practice, practice.topics, byTopic, enough + sameProblem.length)
      .filter((other) => !sameProblem.includes(other))
      .slice(0, enough - sameProblem.length);
    return [...sameProblem, ...others].map((other) => inCommon(practice, other));
  };
}

/** Topics shared, and the same kind of body, which weighs less than a topic. */
function likenessOf({ topics, institution }: Practice, other: Practice | undefined): number {
  let likeness = other?.institution.id === institution.id ? 1 : 0;
  for (const { id } of other?.topics ?? []) {
    for (const topic of topics) if (topic.id === id) likeness += 2;
  }
  return likeness;
}

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
