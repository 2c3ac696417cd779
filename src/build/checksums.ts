import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the site, beside `index.html`; the form `sha256sum --check` reads. */
export const checksumFile = 'SHA256SUMS';

/** The sums a site came with, by file; none where it has none. */
export function readChecksums(site: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(join(site, checksumFile), 'utf8').split('\n').filter(Boolean);
    return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  } catch {
    return new Map();
  }
}

/**
 * Writes the sum of every file of a site. `known` holds those of files that have not been written
 * since, and saves reading them again.
 */
export function writeChecksums(
  site: string,
  files: Iterable<string>,
  known: ReadonlyMap<string, string>,
): void {
  const lines = [...files]
    .filter((file) => file !== checksumFile)
    .sort()
    .map((file) => `${known.get(file) ?? hash('sha256', readFileSync(join(site, file)))}  ${file}`);
  // Not written through: the file may be linked to the one of the site before.
  rmSync(join(site, checksumFile), { force: true });
  writeFileSync(join(site, checksumFile), `${lines.join('\n')}\n`);
}
