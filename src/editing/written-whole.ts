import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole or not at all: into another of a hidden name beside it, which then takes
 * its place. Whoever reads meanwhile reads the old one. Throws what the system says.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644;
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(unfinished, 'w', mode);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
