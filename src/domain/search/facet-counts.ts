import { byFacet, facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import { placesFrom, type Lists, type TermsFile } from '#domain/search/data.ts';
import type { Choices } from '#domain/search/state.ts';

/** How many results each choice of each facet has, by its id; one that is missing has none. */
export type FacetCounts = Readonly<Record<FacetKey, Readonly<Record<string, number>>>>;

/** By facet and practice number: the places of all its choices, those above them included. */
export type Membership = Readonly<Record<FacetKey, (readonly number[])[]>>;

export const membershipOf = ({ terms, places }: Lists): Membership =>
  byFacet((key) =>
    placesFrom(places[key]).map((own) => {
      const all = new Set<number>();
      for (const place of own) {
        for (let at = place; at >= 0; at = terms.facets[key][at]?.[2] ?? -1) all.add(at);
      }
      return [...all];
    }),
  );

/** The choices that are in the lists, as places. */
export type ChosenPlaces = Readonly<Record<FacetKey, ReadonlySet<number>>>;

export function placesOfChoices(choices: Choices, terms: TermsFile): ChosenPlaces {
  const of = (key: FacetKey): Set<number> => {
    const places = choices[key].map((id) => terms.facets[key].findIndex((term) => term[0] === id));
    return new Set(places.filter((place) => place >= 0));
  };
  return byFacet(of);
}

/** Whether one of the choices of a facet, if there is any, is the practice's. */
export const meetsChoice = (
  key: FacetKey,
  practice: number,
  chosen: ChosenPlaces,
  membership: Membership,
): boolean =>
  chosen[key].size === 0 ||
  (membership[key][practice] ?? []).some((place) => chosen[key].has(place));

/** The facets whose choices a practice fails; a facet with no choice is failed by none. */
export function failedFacets(
  practice: number,
  chosen: ChosenPlaces,
  membership: Membership,
): FacetKey[] {
  return facetKeys.filter((key) => !meetsChoice(key, practice, chosen, membership));
}

/**
 * For each choice, how many of the practices it would show with the other facets as they are:
 * what a reader gets who has nothing else chosen in that facet.
 */
export function countFacets(
  practices: readonly number[],
  chosen: ChosenPlaces,
  membership: Membership,
  terms: TermsFile,
): FacetCounts {
  const counts = byFacet((): Record<string, number> => ({}));
  for (const practice of practices) {
    const failed = failedFacets(practice, chosen, membership);
    if (failed.length > 1) continue;
    for (const key of failed.length === 1 ? failed : facetKeys) {
      for (const place of membership[key][practice] ?? []) {
        const id = terms.facets[key][place]?.[0] ?? '';
        counts[key][id] = (counts[key][id] ?? 0) + 1;
      }
    }
  }
  return counts;
}
