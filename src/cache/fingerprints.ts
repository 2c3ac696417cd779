import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '#folders.ts';

/** Everything a site is made of by program: all but `content/` and what is copied as it stands. */
export const programFiles = [
  'src/**/*',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const;

/** Of everything that takes part in all pages: the program, and what the library says of itself. */
export const digestOfProgramFiles = (root: string, more: readonly string[] = []): string =>
  createHash('sha256')
    .update(digestOfFiles(root, [...programFiles, ...more]))
    .update(digestOfFiles(contentFolder(root), ['site.yml']))
    .update(process.env['SITE_URL'] ?? '')
    .digest('hex');

/** Digest of the names and bytes of all files below `root` that the patterns match, and of Node's version. */
export function digestOfFiles(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
