import { facetOf } from '#domain/lists/facets.ts';
import { practicePath, termPath } from '#domain/site/paths.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';

/** The page of an entry that can be suggested, or that answers a question. */
export function entryPath(kind: SuggestionKind, id: string): string {
  if (kind === 'practice') return practicePath(id);
  return kind === 'term' ? termPath(id) : facetOf(kind).pathOf(id);
}
