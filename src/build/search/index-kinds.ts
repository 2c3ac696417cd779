import type { IndexKind } from '#build/search/posting-folder.ts';
import { endOfNothing } from '#domain/verification/fingerprints.ts';
import { endOfAmount } from '#domain/search/ranking-index.ts';
import { usualRoom } from '#domain/search/posting-files.ts';
import { endOfPlaces } from '#domain/search/word-postings.ts';

/**
 * The indexes in files of the search data: of words, for exact search, of pieces, for the ranking, and
 * of passages, by which a quotation is found again.
 */
export const indexKinds = {
  words: { name: 'words', endOf: endOfPlaces, room: usualRoom },
  // A question asks for every character it has: a dozen files, whatever is in them.
  pieces: { name: 'pieces', endOf: endOfAmount, room: usualRoom / 4 },
  passages: { name: 'passages', endOf: endOfNothing, room: usualRoom },
} satisfies Readonly<Record<string, IndexKind>>;
