import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#build/linked-tree.ts';
import { makeWordIndex } from '#build/pagefind/word-index.ts';
import { formerFiles, readFormer, type RecordedPractice } from '#build/search/former.ts';
import { indexKinds } from '#build/search/index-kinds.ts';
import {
  digestOf,
  digestOfBlocks,
  makePart,
  mostWithText,
  piecesOfPractice,
  practiceFile,
  sourceOf,
  textOf,
  textsFile,
  writePractice,
  type MadePart,
  type MadePractice,
  type Part,
  type Recipe,
} from '#build/search/part.ts';
import {
  changeIndex,
  layIndex,
  layoutFrom,
  noteChanges,
  sortedWeights,
  type Changes,
  type LaidIndex,
} from '#build/search/posting-folder.ts';
import { PostingGatherer, type PostingPart } from '#build/search/posting-parts.ts';
import { both, SearchFolder, type Fingerprint } from '#build/search/search-folder.ts';
import { suggestionFiles } from '#build/search/suggestions.ts';
import { SearchThreads, type LayingOrder } from '#build/search/threads.ts';
import { traditionalOf } from '#build/search/words.ts';
import { byFacet, facetKeys } from '#domain/lists/facet-keys.ts';
import { cardFile } from '#domain/search/card-kinds.ts';
import {
  amountsOfProblem,
  saidOfPractices,
  type SaidOfPractice,
} from '#domain/search/answer-source.ts';
import {
  blocksOf,
  cardsOnPage,
  firstRetired,
  mostPlacesAlong,
  packPractice,
  packRepeated,
  packWords,
  placesFile,
  textsTogether,
  wholeListFile,
  type BlockEntry,
  type IndexFile,
  type PagefindIndexFile,
  type PassagesFile,
  type PracticeFile,
  retiredFile,
  type SearchEntry,
  type TextsFile,
  type WholeListFile,
} from '#domain/search/data.ts';
import { listsAtHand } from '#domain/search/lists-at-hand.ts';
import type { LetterFiles } from '#domain/search/letter-files.ts';
import { packList } from '#domain/search/packed-list.ts';
import { filingBy, layoutOf, type Filing, type Notes } from '#domain/search/posting-files.ts';
import { everydayNotes, firstProblem, payloadsOf } from '#domain/search/ranking-index.ts';
import { isInGb2312 } from '#domain/search/gb2312.ts';
import { readTraditional } from '#domain/search/suggest.ts';
import type { SearchSource } from '#domain/search/source.ts';
import { wordsOfPractice } from '#domain/search/word-postings.ts';
import { passagesOf } from '#domain/verification/library-text.ts';
import { progressOf } from '#reading/progress.ts';

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

interface SearchedPractice extends MadePractice {
  readonly id: string;
  readonly said: SaidOfPractice;
}

type SearchedWords =
  | (LaidIndex & { readonly engine: 'words' })
  | (PagefindIndexFile & { readonly characters: string });

/** Some files, and the digest of what they were made of. */
interface SearchedFiles {
  readonly source: string;
  readonly files: readonly (readonly [name: string, print: Fingerprint])[];
}

/** What became of the search data. */
export interface SearchData {
  readonly searched: Searched;
  /** How many files of indexes there are that had to be written. */
  readonly indexed: number;
  /** Peak of Pagefind, in MB; null where it did not run or the system does not tell. */
  readonly memory: number | null;
  /** Files that may not be what they were. */
  readonly changed: readonly string[];
}

const dataFolder = 'data/search';
const pagefindFolder = 'pagefind';

/**
 * A library of up to so many practices has Pagefind's index. It takes Pagefind 6 ms a practice and
 * all practices anew for every edit, so a larger one has the site's own, which is made of parts.
 */
const usuallyInPagefind = 100;

interface Making {
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
type MadeOfPractices = Pick<Searched, 'practices' | 'texts' | 'words' | 'pieces' | 'passages'> & {
  readonly memory: number | null;
};

/**
 * Writes the files of `domain/search/data.ts` to `data/search/` below `folder`, and Pagefind's
 * index to `pagefind/`. `page` gives a practice by its number, which is its place in
 * `source.practices`; `before` is what the data that stands there was made of, by this program: an
 * edit is then written into it, and the files come out as if all were made anew.
 */
export async function writeSearchData(
  folder: string,
  source: SearchSource,
  page: (practice: number) => SearchPage,
  {
    before = null,
    retired = [],
    mostInPagefind = usuallyInPagefind,
  }: {
    before?: Searched | null;
    /** What the pages of `source.retired` say. */
    retired?: readonly (readonly BlockEntry[])[];
    mostInPagefind?: number;
  } = {},
): Promise<SearchData> {
  const { answers, practices } = source;
  const withText = practices.length <= mostWithText;
  const { problems, topics, everyday } = answers;
  const making: Making = {
    folder,
    data: new SearchFolder(join(folder, dataFolder)),
    source,
    page: once(page),
    said: saidOfPractices(answers, source.records),
    recipe: {
      folder: join(folder, dataFolder),
      lists: { problems, topics },
      withText,
      withWords: practices.length > mostInPagefind,
    },
    retired,
    lists: digestOf(
      JSON.stringify([problems, topics, everyday, withText, source.retired, retired]),
    ),
  };
  const differing = before && changedPractices(making, before);
  const gone = differing === null ? startAnew(folder) : [];
  const standing = differing === null ? null : before;
  const made =
    standing && differing
      ? changePractices(making, standing, differing)
      : await makePractices(making);
  const rest = writeRest(making, made, standing);
  const searched: Searched = {
    practices: made.practices,
    texts: made.texts,
    words: made.words,
    pieces: made.pieces,
    passages: made.passages,
    lists: making.lists,
    ...rest,
  };
  const entry: SearchEntry = {
    edition: printOf(searched).slice(0, 12),
    practices: practices.length,
    letters: rest.suggestions.letters,
    alike: rest.traditional.alike,
  };
  making.data.writeAsIs('entry.json', JSON.stringify(entry));
  const changed = standing
    ? [...making.data.changed].map((name) => join(dataFolder, name))
    : [...gone, ...filesOfSearch(folder)];
  return {
    searched,
    indexed: changed.filter((name) => /\/(words|pieces|passages)\/|pf_index$/.test(name)).length,
    memory: made.memory,
    changed,
  };
}

/** All files of the search data below a folder. */
const filesOfSearch = (folder: string): string[] =>
  [dataFolder, pagefindFolder].flatMap((name) =>
    existsSync(join(folder, name))
      ? [...filesBelow(join(folder, name))].map((file) => join(name, file))
      : [],
  );

/** Asks for every page once. */
function once(page: Making['page']): Making['page'] {
  const asked = new Map<number, SearchPage>();
  return (practice) => {
    const own = asked.get(practice) ?? page(practice);
    asked.set(practice, own);
    return own;
  };
}

/** Takes away what search data there is. Returns the files that were there. */
function startAnew(folder: string): string[] {
  const files = filesOfSearch(folder);
  for (const name of [dataFolder, pagefindFolder]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return files;
}

/** Of all files, whatever was written of them this time. */
const printOf = (searched: Searched): Fingerprint =>
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

/**
 * Numbers of the practices that are not what they were, those that are gone included; null where
 * all are to be made anew.
 */
function changedPractices(
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

const digestOfPage = ({ digest, blocks }: SearchPage): string => digest ?? digestOfBlocks(blocks());

const cardOf = (
  { card }: SearchPage,
  number: number,
  practices: number,
): { card: string; isOnPage: boolean } => ({
  card,
  isOnPage: number >= practices - cardsOnPage,
});

const partsOf = ({ source: { practices }, page, said }: Making): Part[] => {
  const parts: Part[] = [];
  for (let from = 0; from < practices.length; from += textsTogether) {
    parts.push({
      from,
      practices: practices.slice(from, from + textsTogether).map(({ id }, at) => {
        const [number, own] = [from + at, page(from + at)];
        return {
          id,
          ...cardOf(own, number, practices.length),
          page: own.file === null ? { blocks: own.blocks() } : { file: own.file },
          said: said[number] ?? { problem: [], topic: [], said: [[], []] },
        };
      }),
    });
  }
  return parts;
};

async function makePractices(making: Making): Promise<MadeOfPractices> {
  const { source, recipe, data, said } = making;
  const parts = partsOf(making);
  const progress = progressOf('建立检索数据', source.practices.length);
  // A few are made before a thread has started.
  const threads = parts.length > 1 ? new SearchThreads(recipe) : null;
  try {
    const onMade = ({ practices }: Part): void => progress.advance(practices.length);
    const made = threads
      ? await threads.makeParts(parts, onMade)
      : parts.map((part) => makePart(recipe, part, data));
    const lay = async (
      kind: LayingOrder['kind'],
      of: readonly PostingPart[],
      notesBy: (filing: Filing) => ReadonlyMap<string, Notes>,
    ): Promise<LaidIndex> => {
      const weights = new Map<string, number>();
      for (const [character, weight] of of.flatMap((part) => [...part.weights])) {
        weights.set(character, (weights.get(character) ?? 0) + weight);
      }
      const layout = layoutOf(weights, indexKinds[kind].room);
      const order = { parts: of.map(({ file }) => file), layout, notes: notesBy(filingBy(layout)) };
      const prints = threads
        ? await threads.lay({ kind, ...order })
        : [
            layIndex(data, indexKinds[kind], order.parts, {
              ...order,
              share: { of: 1, number: 0 },
            }),
          ];
      return { weights: sortedWeights(weights), print: both(...prints) };
    };
    const pieces = await lay(
      'pieces',
      [...made.map((part) => part.pieces), problemsOf(making)],
      (filing) => everydayNotes(source.answers.everyday, filing),
    );
    const passages = await lay(
      'passages',
      [...made.map((part) => part.passages), retiredOf(making)],
      () => new Map(),
    );
    const own = made.flatMap(({ words }) => words ?? []);
    const words = recipe.withWords
      ? {
          words: { engine: 'words' as const, ...(await lay('words', own, () => new Map())) },
          memory: null,
        }
      : await makeInPagefind(making);
    return {
      practices: madePractices(made, source, said),
      texts: made.map(({ texts }) => texts),
      pieces,
      passages,
      ...words,
    };
  } finally {
    await threads?.end();
    progress.end();
  }
}

const madePractices = (
  made: readonly MadePart[],
  { practices }: SearchSource,
  said: readonly SaidOfPractice[],
): SearchedPractice[] =>
  made
    .flatMap((part) => part.practices)
    .map((of, number) => ({
      id: practices[number]?.id ?? '',
      said: said[number] ?? { problem: [], topic: [], said: [[], []] },
      ...of,
    }));

/** Problems and their answers are documents of their own. */
function problemsOf({ source }: Making): PostingPart {
  const gatherer = new PostingGatherer();
  source.answers.problems.forEach((problem, place) => {
    gatherer.add(firstProblem + place, payloadsOf(amountsOfProblem(problem)), false);
  });
  return gatherer.end();
}

/** Practices that were withdrawn: writes their files, and gives what they add to the index of passages. */
function retiredOf({ data, source, retired }: Making): PostingPart {
  const gatherer = new PostingGatherer();
  retired.forEach((blocks, number) => {
    const id = source.retired[number] ?? '';
    data.writeJson(retiredFile(number), packPractice(id, '', blocks, true));
    gatherer.add(firstRetired + number, passagesOf(blocks), false);
  });
  return gatherer.end();
}

async function makeInPagefind({
  folder,
  source,
  page,
}: Making): Promise<Pick<MadeOfPractices, 'words' | 'memory'>> {
  const blocks = source.practices.map((_, number) => page(number).blocks());
  const { chunks, memory } = await makeWordIndex(blocks, '.cache/pagefind');
  const hash = createHash('sha256');
  for (const { bytes } of chunks) hash.update(bytes);
  const name = hash.digest('hex').slice(0, 16);
  const index = new SearchFolder(join(folder, pagefindFolder));
  chunks.forEach(({ bytes }, chunk) => index.writeAsIs(`${name}/${chunk}.pf_index`, bytes));
  const characters = new Set(blocks.flatMap((of) => of.flatMap(([, , text]) => [...text])));
  return {
    words: {
      engine: 'pagefind',
      folder: name,
      chunks: packWords(chunks.map(({ first }) => first)),
      characters: [...characters].sort().join(''),
    },
    memory,
  };
}

/** Writes what became of some practices into the data that stands. */
function changePractices(
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

/** Writes what hangs on all practices or on none. What of it stands as it was is left alone. */
function writeRest(
  { data, source }: Making,
  { words, pieces, passages }: MadeOfPractices,
  before: Searched | null,
): Omit<Searched, keyof MadeOfPractices | 'lists'> {
  const { facets, offered, glossary, readings, practices, retired, records, cards } = source;
  const write = (
    files: readonly (readonly [name: string, content: unknown])[],
    standing: SearchedFiles['files'],
  ): SearchedFiles['files'] => {
    const known = new Map(standing);
    const names = new Set(files.map(([name]) => name));
    for (const [name] of standing) if (!names.has(name)) data.remove(name);
    return files.map(([name, content]) => [name, data.writeJson(name, content, known.get(name))]);
  };

  const offeredIds = byFacet((key) => [...offered[key]].sort());
  const titles = source.practices.map(({ id, title, measures }) => [id, title, measures]);
  const namesSource = digestOf(JSON.stringify([facets, offeredIds, glossary, readings, titles]));
  const suggest = (): Searched['suggestions'] => {
    const { files, letters } = suggestionFiles(source);
    const standing = before?.suggestions.files ?? [];
    return { source: namesSource, letters, files: write(Object.entries(files), standing) };
  };

  const labels = [...Object.values(facets).flat(), ...glossary].flatMap((term) => [
    term[1],
    ...(term.length === 4 ? term[3] : term[2]),
  ]);
  const inTexts =
    words.engine === 'words'
      ? words.weights.map(([character]) => character).join('')
      : words.characters;
  const characters = [...new Set([...labels.join(''), ...inTexts])].sort().join('');
  const convert = (): Searched['traditional'] => {
    const pairs = traditionalOf(characters);
    const alike = [...readTraditional(pairs).keys()].filter(isInGb2312).join('');
    const files = write([['traditional.bin', pairs]], before?.traditional.files ?? []);
    return { source: digestOf(characters), alike, files };
  };

  const { places, isAll, partly } = listsAtHand(
    { terms: { facets, glossary }, places: records.facets },
    offered,
  );
  const apart = facetKeys.filter((key) => places[key].length > mostPlacesAlong);
  const index: IndexFile = {
    places: byFacet((key) => (apart.includes(key) ? null : places[key])),
    isAll,
    partly,
    words:
      words.engine === 'words'
        ? { engine: 'words', layout: layoutFrom(words, indexKinds.words) }
        : { engine: 'pagefind', folder: words.folder, chunks: words.chunks },
    pieces: layoutFrom(pieces, indexKinds.pieces),
  };
  const recorded = readFormer(
    [
      ...source.practices.map(({ id, edition, code }) => ({ id, now: { edition, code } })),
      ...retired.map((id) => ({ id, now: null })),
    ],
    before?.former.practices,
  );
  const formerSource = digestOf(JSON.stringify(recorded.map(({ id, digest }) => [id, digest])));
  const remember = (): Searched['former'] => {
    const numbers = new Map([
      ...practices.map(({ id }, number): [string, number] => [id, number]),
      ...retired.map((id, number): [string, number] => [id, firstRetired + number]),
    ]);
    const made = formerFiles(recorded, (id) => numbers.get(id) ?? 0);
    return {
      source: formerSource,
      practices: recorded,
      files: write([...made], before?.former.files ?? []),
    };
  };
  const former = before?.former.source === formerSource ? before.former : remember();
  return {
    former,
    suggestions: before?.suggestions.source === namesSource ? before.suggestions : suggest(),
    traditional:
      before?.traditional.source === digestOf(characters) ? before.traditional : convert(),
    cards: write(
      cards.map((card) => [cardFile(card.kind, card.id), card]),
      before?.cards ?? [],
    ),
    index: data.writeJson('index.bin', index, before?.index),
    passagesFile: data.writeJson(
      'passages.bin',
      {
        layout: layoutFrom(passages, indexKinds.passages),
        former: former.files.length,
      } satisfies PassagesFile,
      before?.passagesFile,
    ),
    records: write(
      [
        ['days.bin', packRepeated(records.reviewedOn)],
        ...apart.map((key) => [placesFile(key), places[key]] as const),
        ...partly.map((key): [string, WholeListFile] => [
          wholeListFile(key),
          {
            list: key === 'author' ? packList(facets[key]) : null,
            places: records.facets[key],
          },
        ]),
      ],
      before?.records ?? [],
    ),
  };
}
