import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#cache/digested-file.ts';

/** What each file of a site looks like, by its path below the site's folder: damage is seen by it. */
export type Seals = ReadonlyMap<string, string>;

/** Where seals are written down, and the digest by which damage to them is seen. */
export interface SealsFile {
  readonly file: string;
  readonly digest: string;
}

/** A site up to this size is read to see whether it is whole; of a larger one the dates are asked. */
export const smallSite = 100e6;

/** The seals of these files, in a site of so many bytes. */
export const sealsOf = (
  site: string,
  files: Iterable<string>,
  bytes: number,
): Map<string, string> => {
  const seals = new Map<string, string>();
  for (const file of files) seals.set(file, sealOf(join(site, file), bytes));
  return seals;
};

function sealOf(path: string, bytesOfSite: number): string {
  if (bytesOfSite <= smallSite) return hash('sha256', readFileSync(path));
  const { size, mtimeMs } = statSync(path);
  return `${size}:${mtimeMs}`;
}

/** Whether every file is as it was sealed. */
export function isAsSealed(site: string, seals: Seals, bytes: number): boolean {
  try {
    for (const [file, seal] of seals) if (sealOf(join(site, file), bytes) !== seal) return false;
    return true;
  } catch {
    return false; // One is gone.
  }
}

/** Writes seals down, a line each. */
export function writeSeals(file: string, seals: Seals): SealsFile {
  let text = '';
  for (const [name, seal] of seals) text += `${seal} ${name}\n`;
  writeWhole(file, text);
  return { file, digest: hash('sha256', text) };
}

/** Throws where they are not as they were written down. */
export function readSeals({ file, digest }: SealsFile): Map<string, string> {
  const text = readFileSync(file, 'utf8');
  if (hash('sha256', text) !== digest) throw new Error(`${file} is not as it was written.`);
  const seals = new Map<string, string>();
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    const space = text.indexOf(' ', from);
    seals.set(text.slice(space + 1, end), text.slice(from, space));
    from = end + 1;
  }
  return seals;
}
