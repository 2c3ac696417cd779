import { createHash } from 'node:crypto';
import type { RecordedPractice } from '#build/search/former.ts';
import { digestOfBlocks, type MadePractice, type Recipe } from '#build/search/part.ts';
import type { LaidIndex } from '#build/search/posting-folder.ts';
import { both, SearchFolder, type Fingerprint } from '#build/search/search-folder.ts';
import type { SaidOfPractice } from '#domain/search/answer-source.ts';
import { cardsOnPage, type BlockEntry, type PagefindIndexFile } from '#domain/search/data.ts';
import type { LetterFiles } from '#domain/search/letter-files.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** A finished page of a practice, as far as it is searched, and its card in lists. */
export interface SearchPage {
  readonly id: string;
  readonly card: string;
  /** Its file, or null where there is none to be read. */
  readonly file: string | null;
  readonly blocks: () => readonly BlockEntry[];
  /** Digest of the blocks, where it is known without reading them. */
  readonly digest: string | null;
}

/** What search data was made of, so that the next can keep what would come out the same. */
export interface Searched {
  /** By practice number. */
  readonly practices: readonly SearchedPractice[];
  /** What every practice's pieces hang on. */
  readonly lists: string;
  /** Of the files of texts, in order. */
  readonly texts: readonly Fingerprint[];
  readonly words: SearchedWords;
  readonly pieces: LaidIndex;
  readonly passages: LaidIndex;
  readonly suggestions: SearchedFiles & { readonly letters: LetterFiles };
  readonly traditional: SearchedFiles & { readonly alike: string };
  readonly cards: SearchedFiles['files'];
  readonly index: Fingerprint;
  readonly passagesFile: Fingerprint;
  readonly records: SearchedFiles['files'];
  readonly former: { readonly practices: readonly RecordedPractice[] } & SearchedFiles;
}

export interface SearchedPractice extends MadePractice {
  readonly id: string;
  readonly said: SaidOfPractice;
}

type SearchedWords =
  | (LaidIndex & { readonly engine: 'words' })
  | (PagefindIndexFile & { readonly characters: string });

/** Some files, and the digest of what they were made of. */
export interface SearchedFiles {
  readonly source: string;
  readonly files: readonly (readonly [name: string, print: Fingerprint])[];
}

/** Below the folder of a site. */
export const dataFolder = 'data/search';
export const pagefindFolder = 'pagefind';

/** What search data is made of. */
export interface Making {
  readonly folder: string;
  readonly data: SearchFolder;
  readonly source: SearchSource;
  readonly page: (practice: number) => SearchPage;
  readonly said: readonly SaidOfPractice[];
  readonly retired: readonly (readonly BlockEntry[])[];
  readonly recipe: Recipe;
  readonly lists: string;
}

/** What practices are made into, as far as an edit to one leaves others alone. */
export type MadeOfPractices = Pick<
  Searched,
  'practices' | 'texts' | 'words' | 'pieces' | 'passages'
> & {
  readonly memory: number | null;
};

/** Of all files, whatever was written of them this time. */
export const printOf = (searched: Searched): Fingerprint =>
  both(
    ...searched.practices.map(({ print }) => print),
    ...searched.texts,
    searched.words.engine === 'words'
      ? searched.words.print
      : createHash('sha256').update(searched.words.folder).digest('hex').slice(0, 16),
    searched.pieces.print,
    searched.passages.print,
    ...[
      searched.suggestions.files,
      searched.traditional.files,
      searched.cards,
      searched.records,
    ].flatMap((files) => files.map(([, print]) => print)),
    searched.index,
    searched.passagesFile,
    ...searched.former.files.map(([, print]) => print),
  );

export const digestOfPage = ({ digest, blocks }: SearchPage): string =>
  digest ?? digestOfBlocks(blocks());

/** The newest practices have their cards in the search page itself. */
export const cardOf = (
  { card }: SearchPage,
  number: number,
  practices: number,
): { card: string; isOnPage: boolean } => ({
  card,
  isOnPage: number >= practices - cardsOnPage,
});
