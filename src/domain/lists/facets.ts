import type { Term } from '#domain/lists/lists.ts';
import {
  authorPath,
  institutionPath,
  periodPath,
  problemPath,
  regionPath,
  topicPath,
} from '#domain/site/paths.ts';
import { groupBy, onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { periodOf } from '#domain/practice/written.ts';

/** One way to narrow the list of practices. */
export interface Facet {
  /** Name used in the address bar and in the search index. Changing it breaks saved links. */
  readonly key: string;
  readonly label: string;
  /** What a practice counts under. For a region or a topic: itself and all above it. */
  readonly termsOf: (practice: Practice) => readonly Term[];
  /** The page that shows one choice without script. */
  readonly pathOf: (id: string) => string;
}

/** Every way to narrow the list, in the order readers see them. */
export const facets = [
  { key: 'region', label: '地区', termsOf: (practice) => practice.region.path, pathOf: regionPath },
  {
    key: 'topic',
    label: '主题',
    termsOf: (practice) => [...new Set(practice.topics.flatMap((topic) => topic.path))],
    pathOf: topicPath,
  },
  { key: 'problem', label: '问题', termsOf: (practice) => practice.problems, pathOf: problemPath },
  {
    key: 'institution',
    label: '机构',
    termsOf: (practice) => [practice.institution],
    pathOf: institutionPath,
  },
  {
    key: 'author',
    label: '作者',
    termsOf: (practice) => practice.source.bylines.map((byline) => byline.author),
    pathOf: authorPath,
  },
  {
    key: 'period',
    label: '成文时间',
    termsOf: (practice) => [periodOf(practice.source)],
    pathOf: periodPath,
  },
] as const satisfies readonly Facet[];

export type FacetKey = (typeof facets)[number]['key'];

export const facetKeys: readonly FacetKey[] = facets.map(({ key }) => key);

/** One value for each facet. */
export const byFacet = <T>(make: (key: FacetKey) => T): Record<FacetKey, T> =>
  Object.fromEntries(facetKeys.map((key) => [key, make(key)])) as Record<FacetKey, T>; // every key

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
