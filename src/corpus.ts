import {
  getCollection,
  getEntry,
  render,
  type CollectionEntry,
  type CollectionKey,
} from 'astro:content';
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import { withNotesNamed } from '#domain/practice/note-mark.ts';
import { fillIn } from '#domain/words/fill-in.ts';
import { idsAt } from '#domain/lists/ids-at.ts';
import type { Author, Guide, Region, Topic } from '#domain/lists/lists.ts';
import {
  namedLists,
  vocabularies,
  vocabularyNames,
  vocabularyOf,
  type Entries,
  type ListName,
  type NamedEntries,
  type VocabularyName,
} from '#domain/lists/vocabularies.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { readEverydayWords } from '#reading/everyday-words.ts';
import { readPracticeFiles, type PracticeFile } from '#reading/practices.ts';
import { contact } from '#words/contact.ts';
import { text } from '#words/index.ts';

/** The entries of each list, in the order of their ids. */
type Lists = { readonly [List in VocabularyName]: readonly Entries[List][] };

/** Everything the library holds, as plain objects. */
export interface Library extends Lists {
  /** Newest first; practices of the same day by region code. */
  readonly practices: readonly Practice[];
  /** Withdrawn ones, which only their own pages and the page of corrections show. */
  readonly retired: readonly Practice[];
  /** Those still being written; none but while editing. */
  readonly drafts: readonly Practice[];
  /** Throws on an unknown id. */
  readonly practiceOf: (id: string) => Practice;
  readonly comparisons: readonly FixedComparison<Practice>[];
  /** What readers say, and the library's words for it. */
  readonly everydayWords: readonly { readonly said: string; readonly means: readonly string[] }[];
}

let library: Promise<Library> | undefined;

/**
 * The library, read once a build. While editing (`npm run dev`) it is read again after a change of
 * the content, with which Astro loads this module anew.
 */
export function getLibrary(): Promise<Library> {
  library ??= readLibrary();
  return library;
}

export async function getGuides(): Promise<Guide[]> {
  const entries = await getCollection('guides');
  return entries
    .map(({ id, data }) => ({
      id,
      ...data,
      title: fillIn(data.title, site, contact),
      summary: fillIn(data.summary, site, contact),
    }))
    .sort((a, b) => a.order - b.order);
}

/** The text of a guide as a component. Throws on an unknown id. */
export async function renderGuide(id: string) {
  const entry = await getEntry('guides', id);
  if (!entry) throw new Error(`content/guides/${id}.mdx does not exist.`);
  return render(entry);
}

async function readLibrary(): Promise<Library> {
  const lists = await readLists();
  const lookups = Object.fromEntries(
    vocabularyNames.map((list) => [list, lookup<Entries[VocabularyName]>(list, lists[list])]),
  ) as Lookups; // each looks into its own list
  const all = readPracticeFiles('.', { drafts: import.meta.env.DEV })
    .map((file) => toPractice(file, lookups))
    .sort(byNewest);
  const inState = (...states: readonly Practice['state'][]): Practice[] =>
    all.filter(({ state }) => states.includes(state));
  const practices = inState('published');
  const practiceOf = lookup('practices', practices);
  const comparisons = (await readData('comparisons')).map((comparison) => ({
    ...comparison,
    practices: comparison.practices.map((id) =>
      practiceOf(id, `content/comparisons.yml, ${comparison.id}`),
    ),
  }));
  refuseDanglingIds(lists, { ...lookups, practices: practiceOf });
  return {
    ...lists,
    practices,
    retired: inState('retired'),
    drafts: inState('draft', 'review'),
    practiceOf: (id) => practiceOf(id, 'src/pages'),
    comparisons,
    everydayWords: readEverydayWords(),
  };
}

/** Lists name practices and entries of lists by their ids. Throws on one that is nowhere. */
function refuseDanglingIds(
  lists: Lists,
  lookups: Readonly<Record<VocabularyName | 'practices', Lookup<unknown>>>,
): void {
  for (const list of vocabularyNames) {
    for (const [pattern, target] of Object.entries(vocabularyOf(list).refersTo)) {
      for (const entry of lists[list]) {
        for (const [, id] of idsAt(entry, pattern)) {
          lookups[target](id, `content/${list}.yml, ${entry.id}`);
        }
      }
    }
  }
}

type Written<List extends ListName> = CollectionEntry<List>['data'];

async function readLists(): Promise<Lists> {
  const { regions, topics, authors, ...others } = await readWritten();
  return {
    ...others,
    regions: toRegions(regions),
    topics: toTopics(topics),
    authors: authors.map(toAuthor),
  };
}

/** The lists as they are written, in the order of their ids. */
async function readWritten(): Promise<{ [List in VocabularyName]: Written<List>[] }> {
  const lists = vocabularyNames.map(async (list) => [list, await readData(list)] as const);
  return Object.fromEntries(await Promise.all(lists)) as {
    [List in VocabularyName]: Written<List>[];
  }; // every name
}

async function readData<List extends CollectionKey>(
  list: List,
): Promise<CollectionEntry<List>['data'][]> {
  const entries = await getCollection(list);
  return entries.map((entry) => entry.data);
}

const toAuthor = ({ id, name, kind, pinyin, family, given }: Written<'authors'>): Author => ({
  id,
  label: name,
  aliases: [],
  kind,
  pinyin: family === undefined ? (pinyin ?? name) : [family, given].join(' '),
  western: family === undefined || given === undefined ? null : { family, given },
});

const toRegions = (entries: readonly Written<'regions'>[]): Region[] =>
  withPaths(
    entries,
    'regions',
    ({ parent }) => parent,
    (entry, path) => ({
      id: entry.id,
      label: entry.short,
      name: entry.name,
      abbr: entry.abbr ?? null,
      pinyin: entry.pinyin,
      level: entry.level,
      aliases: [entry.name, ...entry.aliases, ...entry.former.map((former) => former.name)],
      former: entry.former,
      path,
    }),
  );

const toTopics = (entries: readonly Written<'topics'>[]): Topic[] =>
  withPaths(
    entries,
    'topics',
    ({ broader }) => broader,
    (entry, path) => ({
      id: entry.id,
      label: entry.label,
      aliases: entry.aliases,
      definition: entry.definition,
      broader: entry.broader ?? null,
      overview: entry.overview,
      path,
    }),
  );

/** Entries of a list that is a tree, each with its path from the top. Throws on an unknown parent. */
function withPaths<Data extends { id: string }, T>(
  entries: readonly Data[],
  list: string,
  parentOf: (entry: Data) => string | undefined,
  make: (entry: Data, path: readonly T[]) => T,
): T[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const pathById = new Map<string, T[]>();
  const pathOf = (id: string, usedIn: string): T[] => {
    const known = pathById.get(id);
    if (known) return known;
    const entry = byId.get(id);
    if (!entry) throw new Error(`${usedIn}: "${id}" is not listed in content/${list}.yml.`);
    const parent = parentOf(entry);
    const path = parent ? [...pathOf(parent, `content/${list}.yml, ${id}`)] : [];
    path.push(make(entry, path));
    pathById.set(id, path);
    return path;
  };
  return entries.flatMap((entry) => pathOf(entry.id, `content/${list}.yml`).slice(-1));
}

/** Looks an id up in a list. Astro only logs a missing reference, so the build is stopped here. */
type Lookup<T> = (id: string, usedIn: string) => T;

function lookup<T extends { readonly id: string }>(list: string, entries: readonly T[]): Lookup<T> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (id, usedIn) => {
    const entry = byId.get(id);
    if (!entry) throw new Error(`${usedIn}: "${id}" is not in content/${list}.`);
    return entry;
  };
}

type Lookups = { readonly [List in VocabularyName]: Lookup<Entries[List]> };

/** The entries a practice names, in place of their ids. */
function entriesIn(file: PracticeFile, lookups: Lookups): NamedEntries {
  const fields = namedLists.flatMap((list) => {
    const row = vocabularies[list];
    if (row.names === 'signers') return [];
    const entryOf = (id: string) => lookups[list](id, file.file);
    const ids: string | readonly string[] | null = file[row.field];
    const named = typeof ids === 'string' ? entryOf(ids) : (ids?.map(entryOf) ?? null);
    return [[row.field, named] as const];
  });
  return Object.fromEntries(fields) as unknown as NamedEntries; // a field for each list that has one
}

/** The head of a practice is at hand; its body is fetched from disk when a page asks for it. */
function toPractice(practiceFile: PracticeFile, lookups: Lookups): Practice {
  const { file, body, ...head } = practiceFile;
  const { authors, ...source } = head.source;
  return {
    ...head,
    ...entriesIn(practiceFile, lookups),
    source: {
      ...source,
      authorsUnknown: authors === null,
      bylines: (authors ?? []).map(({ author, office }) => ({
        author: lookups.authors(author, file),
        office,
      })),
    },
    get measures() {
      return body().measures;
    },
    get outcomes() {
      return body().outcomes;
    },
    get conditions() {
      return body().conditions;
    },
    get limits() {
      return body().limits;
    },
    get notStated() {
      return body().notStated;
    },
    get unverified() {
      return body().unverified;
    },
    get questions() {
      return body().questions;
    },
    get sections() {
      return body().sections;
    },
    get prose() {
      return withNotesNamed(body().prose, {
        note: text.practice.note,
        editor: text.grounds.editor,
      });
    },
    get grounds() {
      return body().grounds;
    },
    get retiredParagraphs() {
      return body().retiredParagraphs;
    },
  };
}

function byNewest(a: Practice, b: Practice): number {
  const addedOn = (practice: Practice): string => practice.changes.at(-1)?.changedOn ?? '';
  return (
    addedOn(b).localeCompare(addedOn(a)) ||
    a.region.id.localeCompare(b.region.id) ||
    a.id.localeCompare(b.id)
  );
}
