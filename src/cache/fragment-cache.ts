import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from '#cache/digested-file.ts';
import { cacheFolder } from '#folders.ts';

/** Holds a digest of the program that runs, where it was compiled; nothing is kept where it was not. */
export const programVariable = 'PROGRAM_DIGEST';

/**
 * A part of a large file or page, kept on disk from build to build. `madeOf` is a digest of all
 * it is made of, besides the program. What is missing, damaged or made of anything else is made
 * afresh.
 */
export async function keptFragment(
  name: string,
  madeOf: string,
  make: () => string | Promise<string>,
  root = '.',
): Promise<Buffer> {
  const program = process.env[programVariable];
  if (program === undefined) return Buffer.from(await make());
  const file = `${cacheFolder(root)}/pieces/${name}`;
  const key = hash('sha256', `${program} ${madeOf}`);
  const kept = readPiece(file, key);
  if (kept) return kept;
  const piece = Buffer.from(await make());
  writeWhole(file, Buffer.concat([Buffer.from(firstLine(key, piece)), piece]));
  return piece;
}

function readPiece(file: string, key: string): Buffer | null {
  try {
    const kept = readFileSync(file);
    const start = kept.indexOf('\n') + 1;
    const piece = kept.subarray(start);
    return kept.toString('latin1', 0, start) === firstLine(key, piece) ? piece : null;
  } catch {
    return null;
  }
}

/** Tells what a piece was made of, and whether it is whole. */
const firstLine = (key: string, piece: Buffer): string => `${key} ${hash('sha256', piece)}\n`;
