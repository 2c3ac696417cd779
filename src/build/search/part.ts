import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pageBlocks } from '#build/search/page-blocks.ts';
import { PostingGatherer, type PostingPart } from '#build/search/posting-parts.ts';
import type { Fingerprint, SearchFolder } from '#build/search/search-folder.ts';
import {
  amountsOfPractice,
  type AnswerLists,
  type SaidOfPractice,
} from '#domain/search/answer-source.ts';
import {
  blockEnd,
  packPractice,
  textsTogether,
  type BlockEntry,
  type TextsFile,
} from '#domain/search/data.ts';
import { fold } from '#domain/search/fold.ts';
import { kindNumber, kinds } from '#domain/search/kinds.ts';
import type { Payload } from '#domain/search/posting-files.ts';
import { payloadsOf } from '#domain/search/ranking-index.ts';
import { wordsOfPractice } from '#domain/search/word-postings.ts';
import { passagesOf } from '#domain/verification/library-text.ts';

/**
 * The smallest part of a library that search data is made in: practices whose numbers follow one
 * another, `textsTogether` of them. What a part is made into does not depend on any other.
 */
export interface Part {
  /** Number of its first practice. */
  readonly from: number;
  readonly practices: readonly PracticeOfPart[];
}

/** A practice as the search data is made of it. */
export interface PracticeOfPart {
  readonly id: string;
  readonly card: string;
  readonly isOnPage: boolean;
  /** Its finished page, or what stands there. */
  readonly page: { readonly file: string } | { readonly blocks: readonly BlockEntry[] };
  readonly said: SaidOfPractice;
}

/** What is the same for all parts of a library. */
export interface Recipe {
  /** Of the search data. */
  readonly folder: string;
  readonly lists: AnswerLists;
  /** Whether running text is ranked by; see `mostWithText`. */
  readonly withText: boolean;
  /** Whether the index of words is the site's own. */
  readonly withWords: boolean;
}

export interface MadePart {
  readonly practices: readonly MadePractice[];
  /** Of its file of texts. */
  readonly texts: Fingerprint;
  readonly words: PostingPart | null;
  readonly pieces: PostingPart;
  readonly passages: PostingPart;
}

export interface MadePractice {
  /** Digest of its blocks. */
  readonly digest: string;
  /** Digest of all its file was made of. */
  readonly source: string;
  /** Of its file. */
  readonly print: Fingerprint;
}

/**
 * In a larger library what stands at the head of a practice and what the lists say of it tells it
 * from the others; running text would only cost time and bytes.
 */
export const mostWithText = 2000;

/** Writes the files of a part that are its alone, and gathers what it adds to the indexes. */
export function makePart(
  { lists, withText, withWords }: Recipe,
  { from, practices }: Part,
  folder: SearchFolder,
): MadePart {
  const words = withWords ? new PostingGatherer() : null;
  const pieces = new PostingGatherer();
  const passages = new PostingGatherer();
  const texts: TextsFile[number][] = [];
  const made = practices.map((practice, at): MadePractice => {
    const number = from + at;
    const blocks = blocksIn(practice);
    words?.add(number, wordsOfPractice(blocks));
    pieces.add(number, piecesOfPractice(blocks, lists, practice.said, withText));
    passages.add(number, passagesOf(blocks));
    texts.push(textOf(blocks));
    const digest = digestOfBlocks(blocks);
    return { digest, ...writePractice(folder, number, practice, digest, blocks) };
  });
  return {
    practices: made,
    texts: folder.writeJson(textsFile(from), texts satisfies TextsFile),
    words: words?.end() ?? null,
    pieces: pieces.end(),
    passages: passages.end(),
  };
}

export const textsFile = (number: number): string =>
  `texts/${Math.floor(number / textsTogether)}.bin`;

export const textOf = (blocks: readonly BlockEntry[]): TextsFile[number] => [
  blocks.map(([kind]) => kind),
  blocks.map(([, , text]) => fold(text)).join(blockEnd),
];

export const practiceFile = (number: number): string => `practices/${number}.bin`;

export const sourceOf = (
  { card, isOnPage }: Pick<PracticeOfPart, 'card' | 'isOnPage'>,
  digest: string,
): string => digestOf(JSON.stringify([digest, card, isOnPage]));

export function writePractice(
  folder: SearchFolder,
  number: number,
  { id, card, isOnPage }: Pick<PracticeOfPart, 'id' | 'card' | 'isOnPage'>,
  digest: string,
  blocks: readonly BlockEntry[],
): Omit<MadePractice, 'digest'> {
  return {
    source: sourceOf({ card, isOnPage }, digest),
    print: folder.writeJson(practiceFile(number), packPractice(id, card, blocks, isOnPage)),
  };
}

function blocksIn({ id, page }: PracticeOfPart): readonly BlockEntry[] {
  const blocks = 'file' in page ? pageBlocks(readFileSync(page.file, 'utf8')) : page.blocks;
  if (blocks.length === 0) throw new Error(`The page of ${id} has no text to search.`);
  return blocks;
}

const weightOfText = kinds[kindNumber('text')]?.weight ?? 0;

/** What the ranking knows of a practice. */
export const piecesOfPractice = (
  blocks: readonly BlockEntry[],
  lists: AnswerLists,
  said: SaidOfPractice,
  withText: boolean,
): Map<string, Payload> =>
  payloadsOf(
    amountsOfPractice(
      blocks.filter(([kind]) => withText || (kinds[kind]?.weight ?? 0) > weightOfText),
      lists,
      said,
    ),
  );

export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

export const digestOfBlocks = (blocks: readonly BlockEntry[]): string =>
  digestOf(JSON.stringify(blocks));
