import type { Institution, Region, Topic } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { practicesUnder, facetOf } from '#domain/lists/facets.ts';

/** What the library has of a region and what it lacks. */
export interface RegionCoverage {
  /** From the province down, with the practices told by a body of exactly that level and place. */
  readonly chain: readonly {
    readonly region: Region;
    readonly own: number;
    readonly all: number;
  }[];
  readonly institutions: readonly Counted<Institution>[];
  /** Kinds of bodies the library has elsewhere and not here. */
  readonly missingInstitutions: readonly Institution[];
  readonly topics: readonly Counted<Topic>[];
  /** The broadest topics the library has elsewhere and not here. */
  readonly missingTopics: readonly Topic[];
}

export interface Counted<T> {
  readonly term: T;
  readonly count: number;
}

export function coverageOf(
  region: Region,
  {
    practices,
    institutions,
    topics,
  }: {
    readonly practices: readonly Practice[];
    readonly institutions: readonly Institution[];
    readonly topics: readonly Topic[];
  },
): RegionCoverage {
  const here = practicesUnder(facetOf('region'), region.id, practices);
  const counted = <T extends { readonly id: string }>(
    terms: readonly T[],
    facet: 'institution' | 'topic',
  ): Counted<T>[] =>
    terms
      .map((term) => ({ term, count: practicesUnder(facetOf(facet), term.id, here).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  const lacking = <T extends { readonly id: string }>(
    terms: readonly T[],
    facet: 'institution' | 'topic',
  ): T[] =>
    terms.filter(
      (term) =>
        practicesUnder(facetOf(facet), term.id, here).length === 0 &&
        practicesUnder(facetOf(facet), term.id, practices).length > 0,
    );
  const broadest = topics.filter(({ broader }) => broader === null);
  return {
    chain: region.path.map((step) => {
      const all = practicesUnder(facetOf('region'), step.id, practices);
      const own = all.filter((practice) => practice.region.id === step.id);
      return { region: step, own: own.length, all: all.length };
    }),
    institutions: counted(institutions, 'institution'),
    missingInstitutions: lacking(institutions, 'institution'),
    topics: counted(broadest, 'topic'),
    missingTopics: lacking(broadest, 'topic'),
  };
}
