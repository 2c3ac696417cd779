/** The search as the built site holds it, asked without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  placesFile,
  repeatedFrom,
  textsTogether,
  wholeListFile,
  wordsFrom,
  type PinyinFile,
  type PracticeFile,
  type SearchEntry,
  type DaysFile,
  type IndexFile,
  type Records,
  type NamesFile,
  type TermsFile,
  type TextsFile,
  type TitlesFile,
  type TraditionalFile,
  type WholeListFile,
} from '#domain/search/data.ts';
import { byFacet, type FacetKey } from '#domain/lists/facet-keys.ts';
import { listFiles, type WholeList } from '#domain/search/list-files.ts';
import { listFrom, type PackedList } from '#domain/search/packed-list.ts';
import { mostAtHand } from '#domain/search/lists-at-hand.ts';
import { cardFile } from '#domain/search/card-kinds.ts';
import type { AnswerCard } from '#domain/search/answer-card.ts';
import type { Engine } from '#domain/search/engine.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import { pagefindIndex } from '#domain/search/pagefind-index.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { searchWith, type Search } from '#domain/search/session.ts';
import { noChoices, type SearchState } from '#domain/search/state.ts';
import { noTraditional, type SimplifiedBy } from '#domain/search/fold.ts';
import {
  mayBeTraditional,
  noReadings,
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
  type SuggestionList,
} from '#domain/search/suggest.ts';
import { wordIndex } from '#domain/search/word-index.ts';
import { randomFrom } from '../random.ts';

export interface SearchOnDisk {
  readonly entry: SearchEntry;
  /** The lists as a whole. */
  readonly terms: TermsFile;
  /** None where they are more than are loaded at once. */
  readonly titles: TitlesFile;
  /** By engine: both answer every question alike. */
  readonly searches: Readonly<Record<'index' | 'scan', Search>>;
  readonly records: Records;
  /** The engine of `searches.index`. */
  readonly index: Engine;
  readonly read: (practice: number) => PracticeFile;
}

/** `onRead` hears of each file but the entry, when a browser would ask for it. */
export function openOnDisk(
  folder: string,
  onRead: (file: string, bytes: number) => void = () => undefined,
): SearchOnDisk {
  const bytesOf = (file: string): Uint8Array => {
    const packed = readFileSync(join(folder, file));
    onRead(file, packed.length);
    return gunzipSync(packed);
  };
  const parsed = new Map<string, unknown>();
  const json = <T>(name: string): T => {
    if (!parsed.has(name)) {
      const text = new TextDecoder().decode(bytesOf(join('data/search', name)));
      parsed.set(name, JSON.parse(text));
    }
    return parsed.get(name) as T; // what the build wrote under that name
  };
  const entry: SearchEntry = JSON.parse(
    readFileSync(join(folder, 'data/search/entry.json'), 'utf8'),
  );
  const layouts = json<IndexFile>('index.bin');
  const { isAll, words, pieces } = layouts;
  const atHand = json<TermsFile>('terms.bin');
  const lists = listFiles(layouts, (name) => Promise.resolve(json(name)));
  const packedNames = (key: FacetKey): PackedList => {
    const [, list] = json<NamesFile>('names.bin').lists.find(([of]) => of === key) ?? [];
    if (!list) throw new Error(`No list of ${key}.`);
    return list;
  };
  const openList = (key: FacetKey): WholeList => {
    if (!layouts.partly.includes(key)) {
      return { list: atHand.facets[key], places: layouts.places[key] ?? json(placesFile(key)) };
    }
    const { list, places } = json<WholeListFile>(wholeListFile(key));
    return { list: listFrom(list ?? packedNames(key)), places };
  };
  const openDays = (): string[] => repeatedFrom(json<DaysFile>('days.bin'));
  const terms: TermsFile = {
    facets: byFacet((key) => openList(key).list),
    glossary: (isAll ? null : json<NamesFile>('names.bin').glossary) ?? atHand.glossary,
  };
  const openTitles = (): TitlesFile =>
    entry.practices <= mostAtHand ? json<TitlesFile>('titles.bin') : [];
  const read = (practice: number): PracticeFile => json(`practices/${practice}.bin`);
  const simplifiedFor = (words: string): SimplifiedBy =>
    mayBeTraditional(words, entry.alike)
      ? readTraditional(json<TraditionalFile>('traditional.bin'))
      : noTraditional;
  const listFor = (typed: string): SuggestionList => ({
    entries: [...termEntries(terms), ...titleEntries(openTitles())],
    readings: /[a-z]/i.test(typed) ? readReadings(json<PinyinFile>('pinyin.bin')) : noReadings,
    simplified: simplifiedFor(typed),
  });
  const load = (file: string): Promise<Uint8Array> => Promise.resolve(bytesOf(file));
  const index = indexEngine(
    words.engine === 'words'
      ? wordIndex(words.layout, (name) => load(`data/search/words/${name}.bin`))
      : pagefindIndex(wordsFrom(words.chunks), async (chunk) =>
          (await load(`pagefind/${words.folder}/${chunk}.pf_index`)).subarray(12),
        ),
  );
  const texts = Array.from(
    { length: Math.ceil(entry.practices / textsTogether) },
    (_, part) => `texts/${part}.bin`,
  );
  let scan: Engine | null = null;
  const openScan = (): Engine =>
    (scan ??= scanEngine(texts.flatMap((name) => json<TextsFile>(name))));
  const scanLater: Engine = {
    whole: (clause) => openScan().whole(clause),
    parts: (clause) => openScan().parts(clause),
  };
  const searchBy = (engine: Engine): Search =>
    searchWith({
      terms: atHand,
      places: lists.places,
      besides: isAll ? null : lists,
      practices: entry.practices,
      reviewedOn: () => Promise.resolve(openDays()),
      engine,
      simplified: (words) => Promise.resolve(simplifiedFor(words)),
      suggest: (typed, most) => Promise.resolve(suggest(typed, listFor(typed), most)),
      pieces: {
        practices: entry.practices,
        problems: terms.facets.problem.length,
        layout: pieces,
        read: (name) => load(`data/search/pieces/${name}.bin`),
      },
      sounds: () => {
        const reading = readReadings(json<PinyinFile>('pinyin.bin'))('');
        return Promise.resolve((character: string) => reading(character, 0));
      },
      // A library made for a test has none; a reader goes without as well.
      card: async (kind, id) => json<AnswerCard>(cardFile(kind, id)),
      read: (practice) => Promise.resolve(read(practice)),
    });
  return {
    entry,
    terms,
    get titles() {
      return openTitles();
    },
    get records() {
      return { facets: byFacet((key) => openList(key).places), reviewedOn: openDays() };
    },
    index,
    searches: { index: searchBy(index), scan: searchBy(scanLater) },
    read,
  };
}

export const asking = (text: string, overrides: Partial<SearchState> = {}): SearchState => ({
  text,
  choices: noChoices,
  sort: 'relevance',
  ...overrides,
});

/** Whole numbers below a bound. */
export function seeded(seed: number): (below: number) => number {
  const { next } = randomFrom(seed);
  return (below) => Math.floor(next() * below);
}
