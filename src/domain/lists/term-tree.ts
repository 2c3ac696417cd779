import { practicesUnder, type Facet } from '#domain/lists/facets.ts';
import type { Term } from '#domain/lists/lists.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** An entry of a list with how many practices name it, and the entries it is broader than. */
export interface TermNode {
  readonly term: Term;
  /** What it means; of an author, the offices as they were signed with. */
  readonly definition: string | null;
  readonly count: number;
  readonly children: readonly TermNode[];
}

type ListEntry = Term & { readonly definition?: string; readonly broader?: string | null };

/** Entries with more practices first; otherwise as they stood. */
export const mostFirst = (nodes: readonly TermNode[]): readonly TermNode[] =>
  [...nodes].sort((a, b) => b.count - a.count);

/** A list in its own order, narrower entries under broader ones. */
export function termTree(
  facet: Facet,
  entries: readonly ListEntry[],
  practices: readonly Practice[],
): readonly TermNode[] {
  const below = groupBy(entries, ({ broader }) => [broader ?? null]);
  const childrenOf = (broader: string | null): TermNode[] =>
    (below.get(broader) ?? []).map((entry) => {
      const found = practicesUnder(facet, entry.id, practices);
      return {
        term: entry,
        definition:
          entry.definition ?? (facet.list === 'authors' ? signedAs(entry.id, found) : null),
        count: found.length,
        children: childrenOf(entry.id),
      };
    });
  return childrenOf(null);
}

/** Each office an author signed with; the place alone where none is printed. */
function signedAs(id: string, practices: readonly Practice[]): string | null {
  const offices = practices.flatMap(({ source, region }) =>
    source.bylines
      .filter(({ author }) => author.id === id)
      .map(({ office }) => office ?? region.path.map(({ label }) => label).join(' · ')),
  );
  return offices.length === 0 ? null : [...new Set(offices)].join('；');
}
