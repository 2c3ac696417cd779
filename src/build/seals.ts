import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readDigested, writeDigested, type DigestedText } from '#cache/digested-file.ts';

/** A site up to this size is read to see whether it is whole; of a larger one the dates are asked. */
export const smallSite = 100e6;

/**
 * What each file of a site looks like: damage is seen by it. Held as it is written down, a line for
 * each of a hundred thousand files, and looked at line by line.
 */
export class Seals {
  readonly #lines: string;

  private constructor(lines: string) {
    this.#lines = lines;
  }

  /** Of these files of a site of so many bytes. */
  static of(site: string, files: Iterable<string>, bytes: number): Seals {
    let lines = '';
    for (const file of files) lines += `${sealOf(join(site, file), bytes)} ${file}\n`;
    return new Seals(lines);
  }

  /** Throws where they are not as they were written down. */
  static read(written: DigestedText): Seals {
    return new Seals(readDigested(written));
  }

  write(file: string): DigestedText {
    return writeDigested(file, this.#lines);
  }

  *#entries(): Generator<readonly [seal: string, file: string]> {
    const lines = this.#lines;
    let from = 0;
    for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
      const space = lines.indexOf(' ', from);
      yield [lines.slice(from, space), lines.slice(space + 1, end)];
      from = end + 1;
    }
  }

  /** The files there are seals of. */
  *files(): Generator<string> {
    for (const [, file] of this.#entries()) yield file;
  }

  /** Without those of some files. */
  without(files: ReadonlySet<string>): Seals {
    const lines: string[] = [];
    for (const [seal, file] of this.#entries())
      if (!files.has(file)) lines.push(`${seal} ${file}\n`);
    return new Seals(lines.join(''));
  }

  /** With those of other files. */
  and(others: Seals): Seals {
    return new Seals(this.#lines + others.#lines);
  }

  /** Whether every file of a site of so many bytes is as it was sealed. */
  areTrueOf(site: string, bytes: number): boolean {
    try {
      for (const [seal, file] of this.#entries()) {
        if (sealOf(join(site, file), bytes) !== seal) return false;
      }
      return true;
    } catch {
      return false; // One is gone.
    }
  }
}

function sealOf(path: string, bytesOfSite: number): string {
  if (bytesOfSite <= smallSite) return hash('sha256', readFileSync(path));
  const { size, mtimeMs } = statSync(path);
  return `${size}:${mtimeMs}`;
}
