import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeLibrary, type LibrarySize } from './library.ts';

/** Everything a build reads, `content/` and the packages left out. */
const program = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** A copy of the project in `source` without its content, and with caches of its own. */
export function copyProject(source: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const part of program) cpSync(join(source, part), join(folder, part), { recursive: true });
  for (const name of readdirSync('node_modules')) {
    if (['.cache', '.astro', '.vite'].includes(name)) continue;
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
}

/** A copy of this project with a made-up library. */
export function makeProject(folder: string, size: LibrarySize): void {
  copyProject('.', folder);
  writeLibrary('.', folder, size);
}
