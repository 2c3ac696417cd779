import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#editing/written-whole.ts';
import { cacheFolder, contentPath } from '#folders.ts';

/**
 * Where the desk keeps what is no content: typing that was not saved, saves that can be undone, what
 * was taken in. It stands with the content, hidden, so that every reader of content passes it over
 * and Git as well; where nothing can be written there, among the caches.
 */
export function deskFolder(root = '.'): string {
  const own = contentPath('.desk', root);
  try {
    if (!existsSync(own)) {
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, '.gitignore'), '*\n');
    }
    return own;
  } catch {
    const aside = join(cacheFolder(root), 'desk');
    mkdirSync(aside, { recursive: true });
    return aside;
  }
}

/** Writes something the desk keeps, at a path below its folder. */
export function keepInDesk(name: string, value: unknown, root = '.'): void {
  const file = join(deskFolder(root), name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeWhole(file, JSON.stringify(value));
}

/** What the desk keeps at a path; null where there is nothing, or nothing whole. */
export function keptInDesk<T>(name: string, root = '.'): T | null {
  try {
    return JSON.parse(readFileSync(join(deskFolder(root), name), 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Names of what is kept in a folder of the desk, in order. */
export function namesInDesk(folder: string, root = '.'): readonly string[] {
  const path = join(deskFolder(root), folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

export const forgetInDesk = (name: string, root = '.'): void =>
  rmSync(join(deskFolder(root), name), { force: true, recursive: true });
