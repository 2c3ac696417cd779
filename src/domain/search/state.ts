import { byFacet, facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';

export const sorts = ['relevance', 'reviewed', 'place'] as const;
export type Sort = (typeof sorts)[number];

/** Several choices of one facet mean any of them; several facets mean all of them. */
export type Choices = Readonly<Record<FacetKey, readonly string[]>>;

/** Everything the address of the search page says. */
export interface SearchState {
  readonly text: string;
  readonly choices: Choices;
  readonly sort: Sort;
}

export const noChoices: Choices = byFacet(() => []);

/** More choices of one facet than anyone ticks: the rest of a broken address is not read. */
const mostChoices = 100;

const isSort = (value: string | null): value is Sort => sorts.some((sort) => sort === value);

/**
 * Reads `?q=&region=&region=&sort=`: a facet is repeated for each of its choices, as a form
 * sends it. What cannot be an id is passed over; an id no list knows is for the caller to drop.
 */
export function readAddress(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const sort = parameters.get('sort');
  return {
    text: (parameters.get('q') ?? '').slice(0, 2000),
    choices: byFacet((key) =>
      [...new Set(parameters.getAll(key))]
        .filter((id) => /^[a-z0-9-]{1,80}$/.test(id))
        .slice(0, mostChoices),
    ),
    sort: isSort(sort) ? sort : 'relevance',
  };
}

/** The address of a state, with `?`, or empty for the bare list. The order of its parts is fixed. */
export function addressOf({ text, choices, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('q', text.trim());
  for (const key of facetKeys) for (const id of choices[key]) parameters.append(key, id);
  if (sort !== 'relevance') parameters.set('sort', sort);
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

export const isBare = (state: SearchState): boolean => addressOf(state) === '';

/** The choices with one put in or taken out. */
export const toggled = (choices: Choices, key: FacetKey, id: string, chosen: boolean): Choices => ({
  ...choices,
  [key]: chosen
    ? [...new Set([...choices[key], id])]
    : choices[key].filter((other) => other !== id),
});
