import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '#editing/unwritable.ts';
import { writeWhole } from '#editing/written-whole.ts';
import { cacheFolder, contentPath } from '#folders.ts';
import { refuse } from '#refusal.ts';

/**
 * Where the desk keeps what is no content: typing that was not saved, saves that can be undone, what
 * was taken in. It stands with the content, hidden, so that every reader of content passes it over
 * and Git as well.
 */
const ownFolder = (root: string): string => contentPath('.desk', root);

/** The folder itself, made where it is not there. Throws what the system says. */
export function deskFolder(root = '.'): string {
  const own = ownFolder(root);
  const passedOver = join(own, '.gitignore');
  if (!existsSync(passedOver)) {
    mkdirSync(own, { recursive: true });
    writeFileSync(passedOver, '*\n');
  }
  return own;
}

/** Where it is kept as long as nothing can be written beside the content. */
const asideFolder = (root: string): string => join(cacheFolder(root), 'desk');

/** Writes something the desk keeps, at a path below its folder. Refuses where no disk takes it. */
export function keepInDesk(name: string, value: unknown, root = '.'): void {
  const text = JSON.stringify(value);
  const aside = join(asideFolder(root), name);
  try {
    write(join(deskFolder(root), name), text);
    rmSync(aside, { force: true });
  } catch (error) {
    try {
      write(aside, text);
    } catch {
      refuse(`编辑台没有留下底稿：${reasonOf(error)}。先不要关这一页。`);
    }
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, text);
}

/** What the desk keeps at a path; null where there is nothing, or nothing whole. */
export const keptInDesk = <T>(name: string, root = '.'): T | null =>
  // What stands aside was kept when the other could not be written any more.
  readJson<T>(join(asideFolder(root), name)) ?? readJson<T>(join(ownFolder(root), name));

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Names of what is kept in a folder of the desk, in order. */
export function namesInDesk(folder: string, root = '.'): readonly string[] {
  const names = [ownFolder(root), asideFolder(root)].flatMap((place) => {
    const path = join(place, folder);
    return existsSync(path) ? readdirSync(path) : [];
  });
  return [...new Set(names)].filter((name) => !name.startsWith('.')).sort();
}

export function forgetInDesk(name: string, root = '.'): void {
  for (const place of [ownFolder(root), asideFolder(root)]) {
    try {
      rmSync(join(place, name), { force: true });
    } catch {
      // It is of no use any more, and in nobody's way.
    }
  }
}
