import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#build/linked-tree.ts';
import { changedPractices, changePractices } from '#build/search/change-practices.ts';
import { makePractices } from '#build/search/make-practices.ts';
import { digestOf, mostWithText } from '#build/search/part.ts';
import { SearchFolder } from '#build/search/search-folder.ts';
import {
  type SearchPage,
  type Searched,
  type Making,
  dataFolder,
  pagefindFolder,
  printOf,
} from '#build/search/searched.ts';
import { writeRest } from '#build/search/write-rest.ts';
import { saidOfPractices } from '#domain/search/answer-source.ts';
import type { BlockEntry, SearchEntry } from '#domain/search/data.ts';
import type { SearchSource } from '#domain/search/source.ts';

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

/**
 * A library of up to so many practices has Pagefind's index. It takes Pagefind 6 ms a practice and
 * all practices anew for every edit, so a larger one has the site's own, which is made of parts.
 */
const usuallyInPagefind = 100;

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
