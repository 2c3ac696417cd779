import { vocabularies, vocabularyNames, type VocabularyKey } from '#domain/lists/vocabularies.ts';

export type SuggestionKind = VocabularyKey | 'practice';

/** In the order suggestions are grouped. */
export const suggestionKinds: readonly SuggestionKind[] = [
  ...vocabularyNames.map((list) => vocabularies[list].key),
  'practice',
];
