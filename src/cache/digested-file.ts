import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that `writeJson` wrote; null where it is missing, or not as it was written. */
export function readJson<T>(file: string): T | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== hash('sha256', json)) return null;
    const read: T = JSON.parse(json);
    return read;
  } catch {
    return null;
  }
}

/** Keeps a value under a digest of what is written, so that damage is seen. */
export function writeJson(file: string, value: unknown): void {
  const json = JSON.stringify(value);
  writeWhole(file, `${hash('sha256', json)}\n${json}`);
}

/** Nobody ever sees half of the file. What cannot be written is not kept, and made again. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
