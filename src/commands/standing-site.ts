import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { RenderedFile } from '#commands/changed-pages.ts';
import type { Searched } from '#commands/search-data.ts';
import { digestOfFiles, programFiles } from '#prose/file-digests.ts';
import { writeWhole } from '#prose/kept-files.ts';

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

/** What is known of a site that stands, so that the next build can take over parts of it. */
export interface StandingSite {
  /** Digest of everything but `content/`. */
  readonly program: string;
  /** The folder as it was put in place; another one may hold anything. */
  readonly folder: string;
  readonly files: readonly RenderedFile[];
  readonly searched: Searched;
}

/** Whether that is what went wrong, also where it is told as the cause of something else. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ENOSPC') ||
    /ENOSPC|No space left on device/.test(error.message) ||
    isDiskFull(error.cause));

export const digestOfProgram = (base: string): string =>
  createHash('sha256')
    .update(JSON.stringify([base, process.env['SITE_URL'] ?? null]))
    .update(digestOfFiles('.', [...programFiles, 'public/**/*']))
    .digest('hex');

const nameOf = (out: string): string =>
  createHash('sha256').update(resolve(out)).digest('hex').slice(0, 8);

const standingFile = (out: string): string => `.cache/standing-${nameOf(out)}.json`;

/** Tells one state of a folder from another, as far as its own entries go. */
export function lookOf(folder: string): string {
  const { ino, mtimeMs } = statSync(folder);
  return `${ino}:${mtimeMs}`;
}

/** The site that stands, where this program built it from other content; null otherwise. */
export function readStanding(out: string, program: string): StandingSite | null {
  try {
    const standing: StandingSite = JSON.parse(readFileSync(standingFile(out), 'utf8'));
    const isOurs = standing.program === program && standing.folder === lookOf(out);
    const isWhole = standing.files.every(
      ({ file, key }) => key === null || existsSync(join(out, file)),
    );
    return isOurs && isWhole ? standing : null;
  } catch {
    return null; // None, or damaged: the site is built in full.
  }
}

/** Where it cannot be written the next build is a full one. */
export const writeStanding = (out: string, standing: StandingSite): void => {
  writeWhole(standingFile(out), JSON.stringify(standing));
};

/** The next site: what was rendered, and links to whatever else stands and is still part of it. */
export function takeOver(
  before: StandingSite,
  files: readonly RenderedFile[],
  { from, out }: { from: string; out: string },
): string {
  const whole = wholeFolder(out);
  mirror(out, whole);
  const still = new Set(files.map(({ file }) => file));
  for (const { file } of before.files) {
    if (!still.has(file)) removeFile(whole, file);
  }
  // Each build writes these, and another number of pages may need fewer.
  for (const name of readdirSync(whole)) {
    if (/^sitemap-\d+\.xml$/.test(name)) removeFile(whole, name);
  }
  // A link shares its bytes with the site that stands, so a file is replaced and never written to.
  moveInto(from, whole);
  return whole;
}

/** Makes `to`, which may hold anything, a tree of links to the files of `from`. */
function mirror(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const there = new Map(
    readdirSync(to, { withFileTypes: true }).map((entry) => [entry.name, entry]),
  );
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const old = there.get(entry.name);
    there.delete(entry.name);
    const isOfItsKind = old?.isDirectory() === entry.isDirectory();
    if (old && isOfItsKind && !entry.isDirectory() && isSameFile(source, target)) continue;
    if (old && !(isOfItsKind && entry.isDirectory())) rmSync(target, { recursive: true });
    if (entry.isDirectory()) mirror(source, target);
    else linkOrCopy(source, target);
  }
  for (const gone of there.keys()) rmSync(join(to, gone), { recursive: true });
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    copyFileSync(source, target); // Another disk, or one that knows no links.
  }
}

function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) moveInto(source, target);
    else renameSync(source, target);
  }
  rmSync(from, { recursive: true });
}

/** Removes a file, and the folders it leaves empty. */
function removeFile(root: string, file: string): void {
  const path = join(root, file);
  rmSync(path, { force: true });
  for (let folder = dirname(path); folder !== join(root); folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

export const filesBelow = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)),
  );

/** A build that was killed between the steps of `putInPlace` may have left no site standing. */
export function recover(out: string): void {
  const previous = besideOf(out, 'previous');
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  for (const left of [previous, besideOf(out, 'next')]) {
    rmSync(left, { recursive: true, force: true });
  }
}

/** Puts a finished site in the place of `out`. What stood there is of use where much of it still does. */
export function putInPlace(next: string, out: string): void {
  const [near, previous] = [besideOf(out, 'next'), besideOf(out, 'previous')];
  mkdirSync(dirname(out), { recursive: true });
  moveFolder(next, near);
  if (existsSync(out)) renameSync(out, previous);
  renameSync(near, out);
  if (next === wholeFolder(out)) keepForNext(previous, next);
  else rmSync(wholeFolder(out), { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
}

function keepForNext(previous: string, whole: string): void {
  try {
    renameSync(previous, whole);
  } catch {
    // Another disk, where links would be copies.
  }
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
