import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import type {
  LetterFile,
  PinyinFile,
  TermsFile,
  TitlesFile,
  TraditionalFile,
} from '#domain/search/data.ts';
import { mostAtHand } from '#domain/search/lists-at-hand.ts';
import { fold, noTraditional, type SimplifiedBy } from '#domain/search/fold.ts';
import { filesBeginning } from '#domain/search/letter-files.ts';
import { suggestionKinds } from '#domain/search/suggestion-kinds.ts';
import {
  firstLetterOf,
  letterEntries,
  mayBeTraditional,
  noReadings,
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
  type Spelling,
} from '#domain/search/suggest.ts';

/** Suggestions of one kind stand together, the kinds in the order of `suggestionKinds`. */
export type Suggest = (typed: string, most: number) => Promise<readonly Spelling[]>;

export const simplifiedFrom = async (files: SearchFiles, words: string): Promise<SimplifiedBy> =>
  mayBeTraditional(words, files.alike)
    ? readTraditional(await files.json<TraditionalFile>('traditional.bin'))
    : noTraditional;

/** Suggests with as few files as what has been typed needs. `terms` are the short lists. */
export function suggestFrom(files: SearchFiles, terms: TermsFile): Suggest {
  const atHand = termEntries(terms);
  const isLong = Object.keys(files.letters).length > 0;

  async function suggestBy(
    simplified: SimplifiedBy,
    typed: string,
    most: number,
  ): Promise<Spelling[]> {
    const [pinyin, titles] = await Promise.all([
      isLatin(typed) || isLong ? files.json<PinyinFile>('pinyin.bin') : null,
      files.practices <= mostAtHand ? files.json<TitlesFile>('titles.bin') : [],
    ]);
    const readings = pinyin ? readReadings(pinyin) : noReadings;
    const letter = isLong ? firstLetterOf(fold(typed, simplified), readings('')) : '';
    const more = await Promise.all(
      filesBeginning(typed, letter, files.letters, simplified).map((name) =>
        files.json<LetterFile>(name),
      ),
    );
    const list = {
      entries: [...atHand, ...titleEntries(titles), ...letterEntries(more)],
      readings:
        pinyin && more.length > 0
          ? readReadings({ ...pinyin, words: [pinyin, ...more].flatMap(({ words }) => words) })
          : readings,
      simplified,
    };
    const found = suggest(typed, list, most);
    return suggestionKinds.flatMap((kind) => found.filter((of) => of.kind === kind));
  }

  return async (typed, most) => {
    if (typed.trim() === '') return [];
    const found = await suggestBy(noTraditional, typed, most);
    if (found.length > 0 || isLatin(typed)) return found;
    const simplified = await simplifiedFrom(files, typed);
    return simplified.size === 0 ? found : suggestBy(simplified, typed, most);
  };
}

const isLatin = (typed: string): boolean => /[a-z]/.test(fold(typed));

/** Suggestions without the search, for pages that only have a box. */
export async function openSuggestions(): Promise<Suggest> {
  const files = await openSearchFiles();
  return suggestFrom(files, await files.json<TermsFile>('terms.bin'));
}
