import { vocabularies, vocabularyNames } from '#domain/lists/vocabularies.ts';
import { entryPathOf, practicePath } from '#domain/site/paths.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';

/** The page of an entry that can be suggested, or that answers a question. */
export function entryPath(kind: SuggestionKind, id: string): string {
  if (kind === 'practice') return practicePath(id);
  const list = vocabularyNames.find((name) => vocabularies[name].key === kind);
  if (list === undefined) throw new Error(`There is no list of "${kind}".`);
  return entryPathOf(list, id);
}
