import type { IndexKind } from '#build/search/posting-folder.ts';
import { endOfAmount } from '#domain/search/ranking-index.ts';
import { endOfPlaces } from '#domain/search/word-postings.ts';

/** The indexes in files of the search data: of words, for exact search, and of pieces, for the ranking. */
export const indexKinds = {
  words: { name: 'words', endOf: endOfPlaces },
  pieces: { name: 'pieces', endOf: endOfAmount },
} satisfies Readonly<Record<string, IndexKind>>;
