import { namedLists, vocabularies, type NamedList } from '#domain/lists/vocabularies.ts';

/** Name of a facet in the address bar and in the search data. Changing it breaks saved links. */
export type FacetKey = (typeof vocabularies)[NamedList]['key'] | 'period';

/** In the order of `facets.ts`. */
export const facetKeys: readonly FacetKey[] = [
  ...namedLists.map((list): FacetKey => vocabularies[list].key),
  'period',
];

/** One value for each facet. */
export const byFacet = <T>(make: (key: FacetKey) => T): Record<FacetKey, T> =>
  Object.fromEntries(facetKeys.map((key) => [key, make(key)])) as Record<FacetKey, T>; // every key
