/** In the order suggestions are grouped. */
export const suggestionKinds = [
  'region',
  'topic',
  'problem',
  'institution',
  'author',
  'term',
  'practice',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];
