import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that `writeJson` wrote; null where it is missing, or not as it was written. */
export function readJson<T>(file: string): T | null {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const json = bytes.subarray(end + 1);
    if (end < 0 || bytes.toString('latin1', 0, end) !== hash('sha256', json)) return null;
    const read: T = JSON.parse(json.toString());
    return read;
  } catch {
    return null;
  }
}

/** Keeps a value under a digest of what is written, so that damage is seen. */
export function writeJson(file: string, value: unknown): void {
  const json = Buffer.from(JSON.stringify(value));
  writeWhole(file, Buffer.concat([Buffer.from(`${hash('sha256', json)}\n`), json]));
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

/** A file of text, and the digest by which damage to it is seen, which is kept elsewhere. */
export interface DigestedText {
  readonly file: string;
  readonly digest: string;
}

export function writeDigested(file: string, text: string): DigestedText {
  writeWhole(file, text);
  return { file, digest: hash('sha256', text) };
}

/** Throws where it is not as it was written. */
export function readDigested({ file, digest }: DigestedText): string {
  const text = readFileSync(file, 'utf8');
  if (hash('sha256', text) !== digest) throw new Error(`${file} is not as it was written.`);
  return text;
}
