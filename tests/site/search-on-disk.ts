/** The search as the built site holds it, asked without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type {
  Chunks,
  IndexFile,
  PinyinFile,
  PracticeFile,
  RecordsFile,
  SearchEntry,
  TermsFile,
  TextsFile,
  TitlesFile,
  TraditionalFile,
} from '#domain/search/data.ts';
import type { Engine } from '#domain/search/engine.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { searchWith, type Search } from '#domain/search/session.ts';
import { noChoices, type SearchState } from '#domain/search/state.ts';
import {
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
} from '#domain/search/suggest.ts';

export interface SearchOnDisk {
  readonly practices: number;
  readonly terms: TermsFile;
  readonly titles: TitlesFile;
  /** By engine: both answer every question alike. */
  readonly searches: Readonly<Record<'index' | 'scan', Search>>;
  readonly index: Engine;
  readonly read: (practice: number) => PracticeFile;
}

export function openOnDisk(folder: string): SearchOnDisk {
  const json = <T>(name: string): T =>
    JSON.parse(gunzipSync(readFileSync(join(folder, 'data/search', name))).toString());
  const entry: SearchEntry = JSON.parse(
    readFileSync(join(folder, 'data/search/entry.json'), 'utf8'),
  );
  const terms = json<TermsFile>('terms.bin');
  const titles = json<TitlesFile>('titles.bin');
  const read = (practice: number): PracticeFile => json(`practices/${practice}.bin`);
  const simplified = readTraditional(json<TraditionalFile>('traditional.bin'));
  const list = {
    entries: [...termEntries(terms), ...titleEntries(titles)],
    readings: readReadings(json<PinyinFile>('pinyin.bin')),
    simplified,
  };
  const data = {
    terms,
    records: json<RecordsFile>('records.bin'),
    practices: entry.practices,
    simplified: () => Promise.resolve(simplified),
    suggest: (typed: string, most: number) => Promise.resolve(suggest(typed, list, most)),
    read: (practice: number) => Promise.resolve(read(practice)),
  };
  const index: Engine = indexEngine(json<IndexFile>('index.bin'), {
    segment: (number) => Promise.resolve(json<Chunks>(`index/${number}.bin`)),
    chunk: (file) =>
      Promise.resolve(
        gunzipSync(readFileSync(join(folder, `pagefind/index/${file}.pf_index`))).subarray(12),
      ),
  });
  return {
    practices: entry.practices,
    terms,
    titles,
    index,
    searches: {
      index: searchWith(index, data),
      scan: searchWith(scanEngine(json<TextsFile>('texts.bin')), data),
    },
    read,
  };
}

export const asking = (text: string, overrides: Partial<SearchState> = {}): SearchState => ({
  text,
  choices: noChoices,
  sort: 'relevance',
  ...overrides,
});

/** Numbers that look thrown and are the same at every run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
