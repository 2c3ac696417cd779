import { facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import { placesFrom, type TermEntry } from '#domain/search/data.ts';

/** By facet and the ids of its choices: how many results each has; one that is missing has none. */
export type FacetCounts = Readonly<Partial<Record<FacetKey, ChoiceCounts>>>;
type ChoiceCounts = Readonly<Record<string, number>>;

/** A list, and by practice number the places in it of all its choices, those above them included. */
export interface PlacedList {
  readonly list: readonly TermEntry[];
  readonly of: readonly (readonly number[])[];
}

/** `places` as `packPlaces` has packed them. */
export const placedIn = (list: readonly TermEntry[], places: string): PlacedList => ({
  list,
  of: placesFrom(places).map((own) => {
    const all = new Set<number>();
    for (const place of own) {
      for (let at = place; at >= 0; at = list[at]?.[2] ?? -1) all.add(at);
    }
    return [...all];
  }),
});

/** The facets that anything is chosen in, with the places of what is. */
export type Chosen = ReadonlyMap<FacetKey, ChosenIn>;
interface ChosenIn {
  readonly placed: PlacedList;
  readonly places: ReadonlySet<number>;
}

/** The choices that are in the list; null where none is. */
export function chosenIn(placed: PlacedList, ids: readonly string[]): ChosenIn | null {
  const places = ids.map((id) => placed.list.findIndex((term) => term[0] === id));
  const known = new Set(places.filter((place) => place >= 0));
  return known.size === 0 ? null : { placed, places: known };
}

/** Whether one of the choices is the practice's. */
export const meetsChoice = (practice: number, { placed, places }: ChosenIn): boolean =>
  (placed.of[practice] ?? []).some((place) => places.has(place));

/** The facets whose choices a practice fails; a facet with no choice is failed by none. */
export const failedFacets = (practice: number, chosen: Chosen): FacetKey[] =>
  facetKeys.filter((key) => {
    const of = chosen.get(key);
    return of !== undefined && !meetsChoice(practice, of);
  });

/**
 * For each choice of a facet, how many of the practices it would show with the other facets as they
 * are: what a reader gets who has nothing else chosen in it.
 */
export function countFacet(
  key: FacetKey,
  { list, of }: PlacedList,
  practices: readonly number[],
  chosen: Chosen,
): ChoiceCounts {
  const counts: Record<string, number> = {};
  for (const practice of practices) {
    if (failedFacets(practice, chosen).some((failed) => failed !== key)) continue;
    for (const place of of[practice] ?? []) {
      const id = list[place]?.[0] ?? '';
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts;
}
