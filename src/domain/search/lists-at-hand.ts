import { byFacet, facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import { packPlaces, placesFrom, type Lists, type TermEntry } from '#domain/search/data.ts';

/** A list of more entries is not loaded as a whole for the first key that is typed. */
export const mostAtHand = 300;

export const isAtHand = (list: readonly unknown[], most = mostAtHand): boolean =>
  list.length <= most;

/** The ranking names these by their places in the whole list. */
const alwaysWhole: ReadonlySet<FacetKey> = new Set(['problem', 'topic']);

/**
 * What every search has at hand: the short lists, and of a long one the choices that readers are
 * offered beside the results, by their ids. The rest of a large library is more than a first
 * answer is worth waiting for. `isAll` where there is no rest; `partly` are the facets that have one.
 */
export function listsAtHand(
  { terms: { facets, glossary }, places }: Lists,
  offered: Readonly<Record<FacetKey, readonly string[]>>,
  most = mostAtHand,
): Lists & { readonly isAll: boolean; readonly partly: readonly FacetKey[] } {
  const isWhole = (key: FacetKey): boolean => alwaysWhole.has(key) || isAtHand(facets[key], most);
  const parts = byFacet((key) =>
    isWhole(key)
      ? { list: facets[key], places: places[key] }
      : partOf(facets[key], places[key], new Set(offered[key])),
  );
  const partly = facetKeys.filter((key) => !isWhole(key));
  return {
    terms: {
      facets: byFacet((key) => parts[key].list),
      glossary: isAtHand(glossary, most) ? glossary : [],
    },
    places: byFacet((key) => parts[key].places),
    isAll: isAtHand(glossary, most) && partly.length === 0,
    partly,
  };
}

/** Some entries of a list, and for each practice the nearest of them at or above its own. */
function partOf(
  list: readonly TermEntry[],
  places: string,
  kept: ReadonlySet<string>,
): { list: readonly TermEntry[]; places: string } {
  const numbers = new Map<number, number>();
  list.forEach(([id], place) => {
    if (kept.has(id)) numbers.set(place, numbers.size);
  });
  const nearest = (place: number): number => {
    for (let at = place; at >= 0; at = list[at]?.[2] ?? -1) {
      const number = numbers.get(at);
      if (number !== undefined) return number;
    }
    return -1;
  };
  return {
    list: list
      .filter(([id]) => kept.has(id))
      .map(([id, label, parent, aliases]) => [id, label, nearest(parent), aliases]),
    places: packPlaces(
      placesFrom(places).map((of) => [...new Set(of.map(nearest))].filter((at) => at >= 0)),
    ),
  };
}
