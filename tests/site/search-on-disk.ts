/** The search as the built site holds it, asked without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  joined,
  mostAtHand,
  practicesFrom,
  repeatedFrom,
  wordsFrom,
  type PinyinFile,
  type PracticeFile,
  type SearchEntry,
  type ShardFile,
  type TermsFile,
  type TextsFile,
  type TitlesFile,
  type TraditionalFile,
} from '#domain/search/data.ts';
import { cardFile, type AnswerCard } from '#domain/search/answer-card.ts';
import { engineOver, type Engine } from '#domain/search/engine.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import type { PieceFile } from '#domain/search/ranking-index.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { searchWith, type OpenShard, type Search } from '#domain/search/session.ts';
import { noChoices, type SearchState } from '#domain/search/state.ts';
import {
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
} from '#domain/search/suggest.ts';
import { randomFrom } from '../random.ts';

export interface SearchOnDisk {
  readonly entry: SearchEntry;
  readonly terms: TermsFile;
  /** None where they are more than are loaded at once. */
  readonly titles: TitlesFile;
  /** By engine: both answer every question alike. */
  readonly searches: Readonly<Record<'index' | 'scan', Search>>;
  /** All parts as one. */
  readonly index: Engine;
  readonly shards: readonly OpenShard[];
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
  const short = json<TermsFile>('terms.bin');
  const terms = entry.letters === '' ? short : joined(short, json<TermsFile>('long.bin'));
  const titles = entry.practices <= mostAtHand ? json<TitlesFile>('titles.bin') : [];
  const read = (practice: number): PracticeFile => json(`practices/${practice}.bin`);
  const simplified = readTraditional(json<TraditionalFile>('traditional.bin'));
  const list = {
    entries: [...termEntries(terms), ...titleEntries(titles)],
    readings: readReadings(json<PinyinFile>('pinyin.bin')),
    simplified,
  };
  const open = (shard: number, engine: 'index' | 'scan'): OpenShard => {
    const { steps, facets, reviewedOn, index, chunks } = json<ShardFile>(`shards/${shard}.bin`);
    const records = { facets, reviewedOn: repeatedFrom(reviewedOn) };
    const practices = practicesFrom(steps);
    if (engine === 'scan') {
      return { practices, records, engine: scanEngine(json<TextsFile>(`texts/${shard}.bin`)) };
    }
    const load = (chunk: number): Promise<Uint8Array> =>
      Promise.resolve(bytesOf(`pagefind/${index}/${chunk}.pf_index`).subarray(12));
    return { practices, records, engine: indexEngine(wordsFrom(chunks), load) };
  };
  const searchBy = (engine: 'index' | 'scan'): Search =>
    searchWith({
      terms,
      shards: entry.shards,
      open: (shard) => Promise.resolve(open(shard, engine)),
      simplified: () => Promise.resolve(simplified),
      suggest: (typed, most) => Promise.resolve(suggest(typed, list, most)),
      pieces: {
        practices: entry.practices,
        problems: terms.facets.problem.length,
        files: entry.pieces,
        read: (file) => Promise.resolve(json<PieceFile>(`pieces/${file}.bin`)),
      },
      sounds: () => {
        const reading = list.readings('');
        return Promise.resolve((character: string) => reading(character, 0));
      },
      // A library made for a test has none; a reader goes without as well.
      card: async (kind, id) => json<AnswerCard>(cardFile(kind, id)),
      read: (practice) => Promise.resolve(read(practice)),
    });
  let all: readonly OpenShard[] | null = null;
  const openAll = (): readonly OpenShard[] =>
    (all ??= entry.shards.map((_, shard) => open(shard, 'index')));
  return {
    entry,
    terms,
    titles,
    get index() {
      return engineOver(openAll());
    },
    get shards() {
      return openAll();
    },
    searches: { index: searchBy('index'), scan: searchBy('scan') },
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
