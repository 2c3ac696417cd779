import { createHash, hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ContentState } from '#build/content-state.ts';
import type { RenderedFile } from '#build/site-files.ts';
import { holdsFiles, mirror, mirrorFiles, moveFiles, removeFile } from '#build/linked-tree.ts';
import type { Searched } from '#build/search/data.ts';
import { readJson, writeJson } from '#cache/digested-file.ts';

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
  /** The folder as it was put in place; another one may hold anything. */
  readonly folder: string;
  readonly content: ContentState;
  readonly files: readonly RenderedFile[];
  readonly size: SiteSize;
  readonly searched: Searched;
  /** What each file looks like, by which damage is seen. */
  readonly seals: Readonly<Record<string, string>>;
}

const nameOf = (out: string): string =>
  createHash('sha256').update(resolve(out)).digest('hex').slice(0, 8);

const standingFile = (out: string): string => `.cache/standing-${nameOf(out)}.json`;

/** Tells one state of a folder from another, as far as its own entries go; a dash for no folder. */
export function lookOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.mtimeMs}` : '-';
}

/** The site that stands, where this program built it from other content; null otherwise. */
export function readStanding(out: string, program: string): StandingSite | null {
  try {
    const standing = readJson<StandingSite>(standingFile(out));
    const isOurs = standing?.program === program && standing.folder === lookOf(out);
    return isOurs && standsAsWritten(out, standing) ? standing : null;
  } catch {
    return null; // None, or damaged: the site is built in full.
  }
}

/** A site up to this size is read to see whether it is whole; of a larger one the dates are asked. */
export const smallSite = 100e6;

/**
 * What every file of a site looks like. `known` holds those of files that have not been written
 * since, and saves asking again.
 */
export function sealsOf(
  out: string,
  files: Iterable<string>,
  { bytes }: SiteSize,
  known: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const seals: Record<string, string> = {};
  for (const file of files) seals[file] = known[file] ?? sealOf(join(out, file), bytes);
  return seals;
}

function sealOf(path: string, bytesOfSite: number): string {
  if (bytesOfSite <= smallSite) return hash('sha256', readFileSync(path));
  const { size, mtimeMs } = statSync(path);
  return `${size}:${mtimeMs}`;
}

/** Whether every file is as the last build left it; one that was cut or changed ends up in no site. */
const standsAsWritten = (out: string, { seals, size }: StandingSite): boolean =>
  Object.entries(seals).every(([file, seal]) => sealOf(join(out, file), size.bytes) === seal);

/** Those that need not be rendered again. */
const keyedFiles = ({ files }: StandingSite): readonly string[] =>
  files.filter(({ key }) => key !== null).map(({ file }) => file);

/** Where it cannot be written the next build is a full one. */
export const writeStanding = (out: string, standing: StandingSite): void => {
  writeJson(standingFile(out), standing);
};

/** What is known of the tree kept for the next site. */
interface KeptTree {
  /** Of the site that stands and of the kept tree; of others this may be wrong. */
  readonly looks: string;
  /** The files in which the two may differ. */
  readonly differs: readonly string[];
}

const keptTreeFile = (out: string): string => `${wholeFolder(out)}.json`;

const looksOfTrees = (out: string): string => `${lookOf(out)} ${lookOf(wholeFolder(out))}`;

/**
 * Makes the next site, in `wholeFolder`, of what was rendered and links to whatever else stands and
 * is still part of it. Returns the files in which the two may differ.
 */
export function takeOver(
  before: StandingSite,
  files: readonly RenderedFile[],
  { rendered, from, out }: { rendered: ReadonlySet<string>; from: string; out: string },
): readonly string[] {
  const whole = bringUpToDate(before, out);
  const still = new Set(files.map(({ file }) => file));
  const gone = before.files.map(({ file }) => file).filter((file) => !still.has(file));
  // Each build writes these, and another number of pages may need fewer.
  const sitemaps = readdirSync(whole).filter((name) => /^sitemap-\d+\.xml$/.test(name));
  for (const file of [...gone, ...sitemaps]) removeFile(whole, file);
  moveFiles(from, whole, rendered);
  rmSync(from, { recursive: true });
  return [...gone, ...sitemaps, ...rendered];
}

/** The files of the next site, where it differs from the one that stands in no more than `differs`. */
export function filesAfter(
  { seals }: StandingSite,
  differs: ReadonlySet<string>,
  next: string,
): ReadonlySet<string> {
  const stay = Object.keys(seals).filter((file) => !differs.has(file));
  const isFile = (file: string): boolean =>
    statSync(join(next, file), { throwIfNoEntry: false })?.isFile() ?? false;
  return new Set([...stay, ...[...differs].filter(isFile)]);
}

/** Makes the kept tree one of links to the files of the site that stands. */
function bringUpToDate(before: StandingSite, out: string): string {
  const whole = wholeFolder(out);
  const kept = readJson<KeptTree>(keptTreeFile(out));
  const isTrue = kept?.looks === looksOfTrees(out);
  // It is true no more from here on, wherever this build may end.
  rmSync(keptTreeFile(out), { force: true });
  if (isTrue) mirrorFiles(out, whole, new Set(kept.differs));
  if (!isTrue || !holdsFiles(whole, keyedFiles(before))) mirror(out, whole);
  return whole;
}

/** A build that was killed between the steps of `putInPlace` may have left no site standing. */
export function recover(out: string): void {
  const previous = besideOf(out, 'previous');
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  for (const left of [previous, besideOf(out, 'next')]) {
    rmSync(left, { recursive: true, force: true });
  }
}

/**
 * Puts a finished site in the place of `out`. What stood there is kept for the next one if it is
 * known in which files the two may differ.
 */
export function putInPlace(
  next: string,
  out: string,
  differs: ReadonlySet<string> | null = null,
): void {
  const [near, previous] = [besideOf(out, 'next'), besideOf(out, 'previous')];
  mkdirSync(dirname(out), { recursive: true });
  moveFolder(next, near);
  if (existsSync(out)) renameSync(out, previous);
  renameSync(near, out);
  if (differs) keepForNext(previous, out, differs);
  else rmSync(wholeFolder(out), { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
}

function keepForNext(previous: string, out: string, differs: ReadonlySet<string>): void {
  try {
    renameSync(previous, wholeFolder(out));
  } catch {
    return; // Another disk, where links would be copies.
  }
  const kept: KeptTree = { looks: looksOfTrees(out), differs: [...differs] };
  writeJson(keptTreeFile(out), kept);
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true }); // Another disk.
    rmSync(from, { recursive: true });
  }
}
