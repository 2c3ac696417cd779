import type { FacetKey } from '#domain/lists/facet-keys.ts';
import type { Term } from '#domain/lists/lists.ts';
import {
  entriesNamed,
  namedLists,
  vocabularies,
  type Entries,
  type NamedList,
} from '#domain/lists/vocabularies.ts';
import { entryPathOf, listPath, periodPath, practicesPath } from '#domain/site/paths.ts';
import { groupBy, onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { periodOf } from '#domain/practice/written.ts';

/** One way to narrow the list of practices. */
export interface Facet {
  readonly key: FacetKey;
  /** The list its choices are taken from; null for the time, which no list holds. */
  readonly list: NamedList | null;
  /** What a practice counts under. For a region or a topic: itself and all above it. */
  readonly termsOf: (practice: Practice) => readonly Term[];
  /** The page that shows one choice without script. */
  readonly pathOf: (id: string) => string;
  /** The page that lists all choices. */
  readonly indexPath: string;
  /** Who makes those pages: files of their own, or those in `pages/[list]/`. */
  readonly pages: 'own' | 'shared';
}

const withThoseAbove = (entry: Term & { readonly path?: readonly Term[] }): readonly Term[] =>
  entry.path ?? [entry];

/** Every way to narrow the list, in the order readers see them: a facet a list, and the time. */
export const facets: readonly Facet[] = [
  ...namedLists.map((list): Facet => ({
    key: vocabularies[list].key,
    list,
    termsOf: (practice) => [...new Set(entriesNamed(practice, list).flatMap(withThoseAbove))],
    pathOf: (id) => entryPathOf(list, id),
    indexPath: listPath(list),
    pages: vocabularies[list].pages,
  })),
  {
    key: 'period',
    list: null,
    termsOf: (practice) => [periodOf(practice.source)],
    pathOf: periodPath,
    indexPath: practicesPath,
    pages: 'shared',
  },
];

/** Whether each choice has a feed of its own: times are over, and few follow an author. */
export const hasFeed = ({ list }: Facet): boolean => list !== null && list !== 'authors';

/** What a library holds, as far as facets ask. */
type Choices = { readonly [List in NamedList]: readonly Entries[List][] } & {
  readonly practices: readonly Practice[];
};

/** All choices of a facet: the entries of its list; periods by their ids, as far as practices have them. */
export function choicesOf({ list, termsOf }: Facet, library: Choices): readonly Term[] {
  if (list !== null) return library[list];
  const found = new Map(library.practices.flatMap(termsOf).map((term) => [term.id, term]));
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** For each list of practices and each facet: the practices under each choice. */
const grouped = onceFor((practices: readonly Practice[]) =>
  onceFor((facet: Facet) =>
    groupBy(practices, (practice) => facet.termsOf(practice).map(({ id }) => id)),
  ),
);

/** The practices that count under one choice of a facet, in the order given. */
export const practicesUnder = (
  facet: Facet,
  id: string,
  practices: readonly Practice[],
): readonly Practice[] => grouped(practices)(facet).get(id) ?? [];

export const facetOf = (key: FacetKey): Facet => {
  const facet = facets.find((candidate) => candidate.key === key);
  if (!facet) throw new Error(`There is no facet "${key}".`);
  return facet;
};
