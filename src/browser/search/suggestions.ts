import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import { noTraditional, type SimplifiedBy } from '#domain/search/fold.ts';
import type { PinyinFile, TermsFile, TitlesFile, TraditionalFile } from '#domain/search/data.ts';
import {
  noReadings,
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
  type Suggestion,
} from '#domain/search/suggest.ts';

/** Titles of more practices than this are loaded only for who types pinyin: words find them. */
const fewPractices = 300;

export type Suggest = (typed: string, most: number) => Promise<readonly Suggestion[]>;

export const simplifiedFrom = async (files: SearchFiles): Promise<SimplifiedBy> =>
  readTraditional(await files.json<TraditionalFile>('traditional.bin'));

/** Suggests with as few files as what has been typed needs. */
export function suggestFrom(files: SearchFiles, terms: TermsFile): Suggest {
  const entries = termEntries(terms);
  return async (typed, most) => {
    if (typed.trim() === '') return [];
    const isPinyin = /[a-z]/i.test(typed);
    const [pinyin, titles] = await Promise.all([
      isPinyin ? files.json<PinyinFile>('pinyin.bin') : null,
      isPinyin || files.practices <= fewPractices ? files.json<TitlesFile>('titles.bin') : [],
    ]);
    const list = {
      entries: [...entries, ...titleEntries(titles)],
      readings: pinyin ? readReadings(pinyin) : noReadings,
      simplified: noTraditional,
    };
    const found = suggest(typed, list, most);
    if (found.length > 0 || isPinyin) return found;
    return suggest(typed, { ...list, simplified: await simplifiedFrom(files) }, most);
  };
}

/** Suggestions without the search, for pages that only have a box. */
export async function openSuggestions(): Promise<Suggest> {
  const files = await openSearchFiles();
  return suggestFrom(files, await files.json<TermsFile>('terms.bin'));
}
