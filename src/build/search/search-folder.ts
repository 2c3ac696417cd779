import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Tells what a file is from what it was, and all files together, whatever their order: see `both`.
 */
export type Fingerprint = string;

export const noFiles: Fingerprint = '0'.repeat(16);

const fingerprintOf = (name: string, content: string | Uint8Array): Fingerprint =>
  createHash('sha256').update(`${name}\n`).update(content).digest('hex').slice(0, 16);

/** Of all these files. A file that is there twice, once to be added and once to be taken away, is not. */
export function both(...prints: readonly Fingerprint[]): Fingerprint {
  const sum = prints.reduce((of, print) => of ^ BigInt(`0x${print}`), 0n);
  return sum.toString(16).padStart(16, '0');
}

/**
 * A folder of files packed with gzip, which are never written to but replaced: they may share
 * their bytes with a published site.
 */
export class SearchFolder {
  readonly #folder: string;
  /** Files that came, went or were written, by name. */
  readonly changed = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Content and fingerprint of a file. Throws where there is none. */
  read(name: string): { content: Buffer; print: Fingerprint } {
    const content = gunzipSync(readFileSync(join(this.#folder, name)));
    return { content, print: fingerprintOf(name, content) };
  }

  readJson<T>(name: string): T {
    return JSON.parse(this.read(name).content.toString()) as T; // our own file
  }

  /** Writes a file, unless it is known to be there with the same content. */
  write(name: string, content: string | Uint8Array, known?: Fingerprint): Fingerprint {
    const print = fingerprintOf(name, content);
    if (print !== known) this.writeAsIs(name, gzipSync(content, { level: 9 }));
    return print;
  }

  writeJson(name: string, content: unknown, known?: Fingerprint): Fingerprint {
    return this.write(name, JSON.stringify(content), known);
  }

  /** Writes a file that is packed already, or not to be. */
  writeAsIs(name: string, bytes: string | Uint8Array): void {
    const path = join(this.#folder, name);
    try {
      writeFileSync(path, bytes, { flag: 'wx' });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EEXIST') rmSync(path);
      else if (code === 'ENOENT') mkdirSync(dirname(path), { recursive: true });
      else throw error;
      writeFileSync(path, bytes);
    }
    this.changed.add(name);
  }

  remove(name: string): void {
    rmSync(join(this.#folder, name), { force: true });
    this.changed.add(name);
  }
}
