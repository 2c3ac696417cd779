import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether that is what went wrong, also where it is told as the cause of something else. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ENOSPC') ||
    /ENOSPC|No space left on device/.test(error.message) ||
    isDiskFull(error.cause));

/** Makes `to`, which may hold anything, a tree of links to the files of `from`. */
export function mirror(from: string, to: string): void {
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

/** Does as much where the two trees are known to differ in no more than these files. */
export function mirrorFiles(from: string, to: string, files: ReadonlySet<string>): void {
  // All go before any comes: a file may be where a folder was, or a folder where a file was.
  for (const file of files) removeFile(to, file);
  for (const file of files) {
    if (existsSync(join(from, file))) linkOrCopy(join(from, file), withFolder(join(to, file)));
  }
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

/** What stands where a file goes is replaced and never written to: a link shares its bytes. */
export function moveFiles(from: string, to: string, files: Iterable<string>): void {
  for (const file of files) renameSync(join(from, file), withFolder(join(to, file)));
}

function withFolder(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** Removes a file, if there is one, and the folders it leaves empty. */
export function removeFile(root: string, file: string): void {
  const path = join(root, file);
  rmSync(path, { force: true });
  try {
    for (let folder = dirname(path); folder !== join(root); folder = dirname(folder)) {
      rmdirSync(folder);
    }
  } catch {
    // It holds other files. To ask for their names first is much work where there are many.
  }
}

/** By their paths from the folder. */
export const filesBelow = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)),
  );

/** Adds copies of all files of a folder to another; no links, so that either may be changed. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    // `cpSync` calls a full disk a broken one.
    else copyFileSync(source, target);
  }
}
