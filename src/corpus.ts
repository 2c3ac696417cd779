import {
  getCollection,
  getEntry,
  render,
  type CollectionEntry,
  type CollectionKey,
} from 'astro:content';
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import { fillIn } from '#domain/words/fill-in.ts';
import type {
  Author,
  GlossaryTerm,
  Guide,
  Institution,
  Problem,
  Region,
  Topic,
} from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { readEverydayWords } from '#reading/everyday-words.ts';
import { readPracticeFiles, type PracticeFile } from '#reading/practices.ts';

/** Everything the library holds, as plain objects. Lists are in the order of their ids. */
export interface Library {
  /** Newest first; practices of the same day by region code. */
  readonly practices: readonly Practice[];
  /** Withdrawn ones, which only their own pages and the page of corrections show. */
  readonly retired: readonly Practice[];
  /** Those still being written; none but while editing. */
  readonly drafts: readonly Practice[];
  /** Throws on an unknown id. */
  readonly practiceOf: (id: string) => Practice;
  readonly regions: readonly Region[];
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
  readonly institutions: readonly Institution[];
  readonly authors: readonly Author[];
  readonly terms: readonly GlossaryTerm[];
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
      title: fillIn(data.title, site),
      summary: fillIn(data.summary, site),
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
  const regions = await readRegions();
  const topics = await readTopics();
  const problems: Problem[] = await readData('problems');
  const institutions: Institution[] = await readData('institutions');
  const terms: GlossaryTerm[] = await readData('terms');
  const authors = (await readData('authors')).map(
    ({ id, name, kind, pinyin, family, given }): Author => ({
      id,
      label: name,
      aliases: [],
      kind,
      pinyin: family === undefined ? (pinyin ?? name) : [family, given].join(' '),
      western: family === undefined || given === undefined ? null : { family, given },
    }),
  );

  const lists = {
    regions: lookup('regions', regions),
    topics: lookup('topics', topics),
    problems: lookup('problems', problems),
    institutions: lookup('institutions', institutions),
    authors: lookup('authors', authors),
  };
  const all = readPracticeFiles('.', { drafts: import.meta.env.DEV })
    .map((file) => toPractice(file, lists))
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
  refuseDanglingIds({ topics, problems, terms, practices });
  return {
    practices,
    retired: inState('retired'),
    drafts: inState('draft', 'review'),
    practiceOf: (id) => practiceOf(id, 'src/pages'),
    regions,
    topics,
    problems,
    institutions,
    authors,
    terms,
    comparisons,
    everydayWords: readEverydayWords(),
  };
}

/** Topics and problems name practices, problems and terms by their ids. Throws on one that is nowhere. */
function refuseDanglingIds({
  topics,
  problems,
  terms,
  practices,
}: Pick<Library, 'topics' | 'problems' | 'terms' | 'practices'>): void {
  const practiceOf = lookup('practices', practices);
  const problemOf = lookup('problems', problems);
  const termOf = lookup('terms', terms);
  for (const { id, overview } of topics) {
    const usedIn = `content/topics.yml, ${id}`;
    for (const practice of overview.flatMap((sentence) => sentence.practices)) {
      practiceOf(practice, usedIn);
    }
  }
  for (const { id, answers, related, terms: ids } of problems) {
    const usedIn = `content/problems.yml, ${id}`;
    for (const way of answers.flatMap(({ ways }) => ways)) practiceOf(way.practice, usedIn);
    for (const problem of related) problemOf(problem, usedIn);
    for (const term of ids) termOf(term, usedIn);
  }
}

async function readData<List extends CollectionKey>(
  list: List,
): Promise<CollectionEntry<List>['data'][]> {
  const entries = await getCollection(list);
  return entries.map((entry) => entry.data);
}

async function readRegions(): Promise<Region[]> {
  const entries = await readData('regions');
  return withPaths(
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
}

async function readTopics(): Promise<Topic[]> {
  const entries = await readData('topics');
  return withPaths(
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
}

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

/** The head of a practice is at hand; its body is fetched from disk when a page asks for it. */
function toPractice(
  { file: usedIn, body, ...head }: PracticeFile,
  lists: {
    regions: Lookup<Region>;
    topics: Lookup<Topic>;
    problems: Lookup<Problem>;
    institutions: Lookup<Institution>;
    authors: Lookup<Author>;
  },
): Practice {
  const { authors, ...source } = head.source;
  return {
    ...head,
    region: lists.regions(head.region, usedIn),
    institution: lists.institutions(head.institution, usedIn),
    topics: head.topics.map((topic) => lists.topics(topic, usedIn)),
    problems: head.problems.map((problem) => lists.problems(problem, usedIn)),
    source: {
      ...source,
      authorsUnknown: authors === null,
      bylines: (authors ?? []).map(({ author, office }) => ({
        author: lists.authors(author, usedIn),
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
      return body().prose;
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
