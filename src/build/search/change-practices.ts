import { indexKinds } from '#build/search/index-kinds.ts';
import {
  piecesOfPractice,
  practiceFile,
  sourceOf,
  textOf,
  textsFile,
  writePractice,
} from '#build/search/part.ts';
import { changeIndex, noteChanges, type Changes } from '#build/search/posting-folder.ts';
import { SearchFolder, type Fingerprint } from '#build/search/search-folder.ts';
import {
  type Searched,
  type Making,
  type MadeOfPractices,
  digestOfPage,
  cardOf,
} from '#build/search/searched.ts';
import type { SaidOfPractice } from '#domain/search/answer-source.ts';
import {
  blocksOf,
  textsTogether,
  type BlockEntry,
  type PracticeFile,
  type TextsFile,
} from '#domain/search/data.ts';
import type { Notes } from '#domain/search/posting-files.ts';
import { everydayNotes } from '#domain/search/ranking-index.ts';
import { wordsOfPractice } from '#domain/search/word-postings.ts';
import { passagesOf } from '#domain/verification/library-text.ts';

/**
 * Numbers of the practices that are not what they were, those that are gone included; null where
 * all are to be made anew.
 */
export function changedPractices(
  { source, page, said, lists, recipe }: Making,
  before: Searched,
): number[] | null {
  const { practices } = source;
  const most = Math.max(practices.length, before.practices.length);
  // Pagefind makes its index whole; and so much that differs is sooner made than written into the rest.
  const mostDiffering = recipe.withWords ? most / 4 : 0;
  const isSameKind = recipe.withWords === (before.words.engine === 'words');
  const unread = practices.filter((_, number) => page(number).digest === null).length;
  const isFew = recipe.withWords ? unread <= mostDiffering : true;
  if (!isSameKind || before.lists !== lists || !isFew) return null;
  const changed: number[] = [];
  let differing = 0;
  for (let number = 0; number < most; number += 1) {
    const [was, is] = [before.practices[number], practices[number]];
    // Another has come to have its number.
    if (was && is && was.id !== is.id) return null;
    const own = is && page(number);
    const digest = own && digestOfPage(own);
    if (was?.digest !== digest) differing += 1;
    const isSaid = JSON.stringify(was?.said) === JSON.stringify(said[number]);
    const isMade =
      own && digest && was?.source === sourceOf(cardOf(own, number, practices.length), digest);
    if (!isSaid || !isMade) changed.push(number);
  }
  return differing > mostDiffering ? null : changed;
}

/** Writes what became of some practices into the data that stands. */
export function changePractices(
  { data, source, page, said, recipe }: Making,
  before: Searched,
  changed: readonly number[],
): MadeOfPractices {
  const { lists, withText, withWords } = recipe;
  const practices = before.practices.slice(0, source.practices.length);
  const words: Changes = new Map();
  const pieces: Changes = new Map();
  const passages: Changes = new Map();
  const texts = new Map<string, Map<number, TextsFile[number] | null>>();
  for (const number of changed) {
    const was = before.practices[number];
    const wasBlocks = was ? blocksOf(data.readJson<PracticeFile>(practiceFile(number))) : [];
    const isStill = number < source.practices.length;
    const own = isStill ? page(number) : null;
    const digest = own && digestOfPage(own);
    const isSameText = was?.digest === digest;
    const blocks = isSameText ? wasBlocks : (own?.blocks() ?? []);
    if (!isSameText) {
      if (withWords)
        noteChanges(words, number, wordsOfPractice(wasBlocks), wordsOfPractice(blocks));
      noteChanges(passages, number, passagesOf(wasBlocks), passagesOf(blocks));
      const file = textsFile(number);
      texts.set(
        file,
        (texts.get(file) ?? new Map()).set(number % textsTogether, isStill ? textOf(blocks) : null),
      );
    }
    const piecesIn = (of: readonly BlockEntry[], saidOf: SaidOfPractice | undefined) =>
      saidOf ? piecesOfPractice(of, lists, saidOf, withText) : new Map<string, number[]>();
    const saidNow = isStill ? said[number] : undefined;
    noteChanges(pieces, number, piecesIn(wasBlocks, was?.said), piecesIn(blocks, saidNow));
    if (own && saidNow && digest) {
      const { id } = own;
      const card = cardOf(own, number, source.practices.length);
      const made =
        was?.source === sourceOf(card, digest)
          ? was
          : { digest, ...writePractice(data, number, { id, ...card }, digest, blocks) };
      practices[number] = { ...made, id, said: saidNow };
    } else data.remove(practiceFile(number));
  }
  const noNotes = new Map<string, Notes>();
  return {
    practices,
    texts: changeTexts(data, before.texts, source.practices.length, texts),
    words:
      before.words.engine === 'words'
        ? {
            engine: 'words',
            ...changeIndex(data, indexKinds.words, before.words, words, () => noNotes),
          }
        : before.words,
    pieces: changeIndex(data, indexKinds.pieces, before.pieces, pieces, (filing) =>
      everydayNotes(source.answers.everyday, filing),
    ),
    passages: changeIndex(data, indexKinds.passages, before.passages, passages, () => noNotes),
    memory: null,
  };
}

function changeTexts(
  data: SearchFolder,
  before: readonly Fingerprint[],
  practices: number,
  changed: ReadonlyMap<string, ReadonlyMap<number, TextsFile[number] | null>>,
): Fingerprint[] {
  const prints = before.slice(0, Math.ceil(practices / textsTogether));
  for (const [file, texts] of changed) {
    const place = Number(/\d+/.exec(file)?.[0]);
    const standing = place < before.length ? data.readJson<TextsFile>(file) : [];
    const now = [...standing];
    for (const [at, text] of texts) if (text) now[at] = text;
    now.length = Math.min(now.length, practices - place * textsTogether);
    if (now.length > 0) prints[place] = data.writeJson(file, now, before[place]);
    else data.remove(file);
  }
  return prints;
}
