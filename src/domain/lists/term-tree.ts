import { practicesUnder, type Facet } from '#domain/lists/facets.ts';
import type { Term } from '#domain/lists/lists.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** An entry of a list with how many practices name it, and the entries it is broader than. */
export interface TermNode {
  readonly term: Term;
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
    (below.get(broader) ?? []).map((entry) => ({
      term: entry,
      definition: entry.definition ?? null,
      count: practicesUnder(facet, entry.id, practices).length,
      children: childrenOf(entry.id),
    }));
  return childrenOf(null);
}
