import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { digestOfProgramFiles } from '#cache/fingerprints.ts';
import { cacheFolder } from '#folders.ts';
import { writeWhole } from '#cache/digested-file.ts';

/** Holds a digest of the program as it was before any of it was loaded to make pages. */
const programVariable = 'PROGRAM_DIGEST';

/**
 * Has pieces be kept by what runs in this process from here on. Comes before that is loaded: an
 * edit in between would else be kept as the work of the program before it.
 */
export function keepFragments(root = '.'): void {
  process.env[programVariable] = digestOfProgramFiles(root);
}

/** As it was when the first piece was asked for, and so after all that makes pieces was loaded. */
let program: string | undefined;

/**
 * A part of a large file or page, kept on disk from build to build. `madeOf` is a digest of all
 * it is made of, besides the program. What is missing, damaged or made of anything else is made
 * afresh; nothing is kept where the program has changed while it ran, or nobody asked for it.
 */
export async function keptFragment(
  name: string,
  madeOf: string,
  make: () => string | Promise<string>,
  root = '.',
): Promise<Buffer> {
  program ??= digestOfProgramFiles(root);
  if (program !== process.env[programVariable]) return Buffer.from(await make());
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
