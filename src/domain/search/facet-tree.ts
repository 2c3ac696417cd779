import type { Facet } from '#domain/lists/facets.ts';
import { pageHolds, topOfLarge } from '#domain/lists/pagination.ts';
import type { Term } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** A choice of a facet as the page first shows it, with the narrower ones under it. */
export interface FacetChoice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly children: readonly FacetChoice[];
}

/** A list of people grows with the library; beyond these the search box finds the rest. */
const mostChoices = 60;

type TreeTerm = Term & { readonly path?: readonly Term[] };

/** The choices that have a practice, most used first; periods in the order of time. */
export function facetTree(facet: Facet, practices: readonly Practice[]): readonly FacetChoice[] {
  const counts = new Map<string, number>();
  const below = new Map<string | null, TreeTerm[]>();
  for (const practice of practices) {
    const terms: readonly TreeTerm[] = facet.termsOf(practice);
    for (const term of terms) {
      const count = counts.get(term.id) ?? 0;
      counts.set(term.id, count + 1);
      if (count > 0) continue;
      const parent = term.path?.[term.path.length - 2]?.id ?? null;
      const siblings = below.get(parent) ?? [];
      siblings.push(term);
      below.set(parent, siblings);
    }
  }
  const countOf = ({ id }: Term): number => counts.get(id) ?? 0;
  const byId = (a: Term, b: Term): number => (a.id < b.id ? -1 : 1);
  const order =
    facet.key === 'period' ? byTime : (a: Term, b: Term) => countOf(b) - countOf(a) || byId(a, b);
  const choicesBelow = (parent: string | null): FacetChoice[] =>
    [...(below.get(parent) ?? [])]
      .sort(order)
      .slice(0, mostChoices)
      .map((term) => ({
        id: term.id,
        label: term.label,
        count: countOf(term),
        children: choicesBelow(term.id),
      }));
  return choicesBelow(null);
}

/** What readers are offered beside the results: of a large tree its top alone. */
export const offeredChoices = (
  facet: Facet,
  practices: readonly Practice[],
): readonly FacetChoice[] => topOfLarge(facetTree(facet, practices), pageHolds.choices);

/** `2022`, `from-2022`, `to-2022`; one that names no year comes last. */
function byTime(a: Term, b: Term): number {
  const yearOf = ({ id }: Term): number => Number(/\d{4}/.exec(id)?.[0] ?? Infinity);
  return yearOf(a) === yearOf(b) ? (a.id < b.id ? -1 : 1) : yearOf(a) - yearOf(b);
}
