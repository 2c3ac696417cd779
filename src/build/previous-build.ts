import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ContentState } from '#build/content-state.ts';
import { copyFolder, mirror, mirrorFiles, moveFiles, removeFile } from '#build/linked-tree.ts';
import { isWholeList, type PageList } from '#build/page-list.ts';
import type { Searched } from '#build/search/searched.ts';
import { Seals } from '#build/seals.ts';
import { readJson, writeJson, type DigestedText } from '#cache/digested-file.ts';

/** A build works here, so that a failed or interrupted one leaves the last good site alone. */
export const workFolder = '.cache/next';

/**
 * Where the next site is put together of what was rendered and what stands. Between builds it
 * holds the site before the one that stands, most of whose files are the same: to bring it up to
 * date is little work, to link a hundred thousand files anew and to remove as many is much.
 */
export const wholeFolder = (out: string): string => `.cache/whole-${nameOf(out)}`;

/** Beside `out`, and so on the same disk, where a folder takes the place of another in one step. */
const besideOf = (out: string, what: 'next' | 'previous'): string =>
  join(dirname(out), `.${basename(out)}-${what}`);

/** How much a site is. */
export interface SiteSize {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** What is known of a site that stands, so that the next build can take over parts of it. */
export interface StandingSite {
  /** Digest of everything but `content/`, whose `site.yml` belongs to it. */
  readonly program: string;
  /** Where its scripts and styles were taken from. */
  readonly assets: string;
  /** The folder as it was put in place; another one may hold anything. */
  readonly folder: string;
  readonly content: ContentState;
  /** All that was rendered. */
  readonly pages: PageList;
  /** How many files that is. */
  readonly count: number;
  /** Files at addresses that moved. */
  readonly moved: readonly string[];
  readonly size: SiteSize;
  readonly seals: Seals;
  /** What the search data was made of; null where that is not known any more. */
  readonly searched: () => Searched | null;
  /** Whether every file is as the last build left it: one that was cut or changed ends up in no site. */
  readonly isWhole: () => boolean;
}

/** As it is written down: lists of a hundred thousand files stand in files of their own, as lines. */
type WrittenSite = Omit<StandingSite, 'seals' | 'searched' | 'isWhole'> & {
  readonly seals: DigestedText;
};

const nameOf = (out: string): string =>
  createHash('sha256').update(resolve(out)).digest('hex').slice(0, 8);

/** What is known of the site in `out` stands in files whose names begin like this. */
const standingFile = (out: string, ending: string): string =>
  `.cache/standing-${nameOf(out)}.${ending}`;

/** Where the pages of the next site are listed. */
export const nextPagesFile = '.cache/next-pages.txt';

/** Tells one state of a folder from another, as far as its own entries go; a dash for no folder. */
export function lookOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.mtimeMs}` : '-';
}

/** The site that stands, where this program built it; null otherwise. */
export function readStanding(out: string, program: string): StandingSite | null {
  try {
    const standing = readJson<WrittenSite>(standingFile(out, 'json'));
    if (standing?.program !== program || standing.folder !== lookOf(out)) return null;
    const seals = Seals.read(standing.seals);
    if (!isWholeList(standing.pages)) return null;
    return {
      ...standing,
      seals,
      searched: () => readJson<Searched>(standingFile(out, 'search.json')),
      isWhole: once(() => seals.areTrueOf(out, standing.size.bytes)),
    };
  } catch {
    return null; // None, or damaged: the site is built in full.
  }
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null;
  return () => (answer ??= ask());
}

/** Where it cannot be written the next build is a full one. */
export function writeStanding(
  out: string,
  {
    pages,
    seals,
    searched,
    ...site
  }: Omit<StandingSite, 'searched' | 'isWhole'> & { readonly searched: Searched },
): void {
  const listed = { ...pages, file: standingFile(out, 'pages.txt') };
  try {
    renameSync(pages.file, listed.file);
  } catch {
    return;
  }
  writeJson(standingFile(out, 'search.json'), searched);
  const sealed = seals.write(standingFile(out, 'seals.txt'));
  const written: WrittenSite = { ...site, pages: listed, seals: sealed };
  writeJson(standingFile(out, 'json'), written);
}

/** What is known of the tree kept for the next site. */
interface KeptTree {
  /** Of the site that stands and of the kept tree; of others this may be wrong. */
  readonly looks: string;
  /** The files in which the two may differ. */
  readonly differs: readonly string[];
  /** When an entry of each of its folders came or went last: whatever is missing was taken since. */
  readonly folders: Readonly<Record<string, number>>;
}

const keptTreeFile = (out: string): string => `${wholeFolder(out)}.json`;

const looksOfTrees = (out: string): string => `${lookOf(out)} ${lookOf(wholeFolder(out))}`;

/**
 * Makes the next site, in `wholeFolder`, of what was rendered and links to whatever else stands in `out` and
 * is not `gone`. Returns the files in which the two may differ.
 */
export function takeOver(
  out: string,
  gone: readonly string[],
  { rendered, from }: { rendered: ReadonlySet<string>; from: string },
): readonly string[] {
  const whole = bringUpToDate(out);
  // Another number of pages may need fewer of them.
  const sitemaps = rendered.has('sitemap-index.xml')
    ? readdirSync(whole).filter((name) => /^sitemap-\d+\.xml$/.test(name))
    : [];
  for (const file of [...gone, ...sitemaps]) removeFile(whole, file);
  moveFiles(from, whole, rendered);
  rmSync(from, { recursive: true });
  return [...gone, ...sitemaps, ...rendered];
}

/** Makes the kept tree one of links to the files of the site that stands. */
function bringUpToDate(out: string): string {
  const whole = wholeFolder(out);
  const kept = readJson<KeptTree>(keptTreeFile(out));
  const isTrue = kept?.looks === looksOfTrees(out) && isComplete(whole, kept);
  // It is true no more from here on, wherever this build may end.
  rmSync(keptTreeFile(out), { force: true });
  if (isTrue) mirrorFiles(out, whole, new Set(kept.differs));
  else mirror(out, whole);
  return whole;
}

const timeOf = (folder: string): number =>
  statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isComplete = (tree: string, { folders }: KeptTree): boolean =>
  Object.entries(folders).every(([folder, time]) => timeOf(join(tree, folder)) === time);

/** Remembers the kept tree, which holds these files, for the next build. */
function rememberTree(
  out: string,
  files: Iterable<string>,
  differs: ReadonlySet<string> = new Set(),
): void {
  const whole = wholeFolder(out);
  const folders: Record<string, number> = {};
  for (const file of files) {
    for (let folder = dirname(file); !(folder in folders); folder = dirname(folder)) {
      folders[folder] = timeOf(join(whole, folder));
    }
  }
  const kept: KeptTree = { looks: looksOfTrees(out), differs: [...differs], folders };
  writeJson(keptTreeFile(out), kept);
}

/** A build that was killed between the steps of `putInPlace` may have left no site standing. */
export function recover(out: string): void {
  const previous = besideOf(out, 'previous');
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  for (const left of [previous, besideOf(out, 'next')]) {
    rmSync(left, { recursive: true, force: true });
  }
}

/** What is known of the site that stood. */
interface Stood {
  readonly files: Iterable<string>;
  /** In which files the one that comes may be another. */
  readonly differs: ReadonlySet<string>;
}

/** Puts a finished site in the place of `out`. What stood there is kept for the next one if it is known. */
export function putInPlace(next: string, out: string, stood: Stood | null = null): void {
  const [near, previous] = [besideOf(out, 'next'), besideOf(out, 'previous')];
  mkdirSync(dirname(out), { recursive: true });
  moveFolder(next, near);
  if (existsSync(out)) renameSync(out, previous);
  renameSync(near, out);
  if (stood) keepForNext(previous, out, stood);
  else rmSync(wholeFolder(out), { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
}

function keepForNext(previous: string, out: string, { files, differs }: Stood): void {
  try {
    renameSync(previous, wholeFolder(out));
  } catch {
    return; // Another disk, where links would be copies.
  }
  rememberTree(out, files, differs);
}

/** Gets ready for the next build, which links what stays of the site in `out`: an editor waits for that one. */
export function prepareNext(out: string, files: Iterable<string>): void {
  const whole = wholeFolder(out);
  try {
    if (statSync(out).dev !== statSync(dirname(whole)).dev) return; // Links would be copies.
    mirror(out, whole);
    rememberTree(out, files);
  } catch {
    rmSync(whole, { recursive: true, force: true }); // No room, maybe: the next build will do it.
  }
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFolder(from, to); // Another disk.
    rmSync(from, { recursive: true });
  }
}
