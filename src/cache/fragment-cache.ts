import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { writeWhole } from '#cache/digested-file.ts';
import { cacheFolder } from '#folders.ts';

/** Holds a digest of the program that runs, where it was compiled; nothing is kept where it was not. */
export const programVariable = 'PROGRAM_DIGEST';

/**
 * Where one fragment after the other is read into: hundreds of megabytes asked for anew would have
 * the whole library looked through for what is not needed any more.
 */
export class Room {
  #buffer = Buffer.alloc(0);

  /** What a file holds, until the next is read. */
  read(file: string): Buffer {
    const open = openSync(file, 'r');
    try {
      const { size } = fstatSync(open);
      if (size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(size);
      let length = 0;
      for (let read = -1; read !== 0 && length < size; length += read) {
        read = readSync(open, this.#buffer, length, size - length, null);
      }
      return this.#buffer.subarray(0, length);
    } finally {
      closeSync(open);
    }
  }
}

/**
 * A part of a large file or page, kept on disk from build to build. `madeOf` is a digest of all
 * it is made of, besides the program. What is missing, damaged or made of anything else is made
 * afresh. Who gives a `room` has done with a fragment before asking for the next.
 */
export async function keptFragment(
  name: string,
  madeOf: string,
  make: () => string | Promise<string>,
  { root = '.', room = null }: { root?: string; room?: Room | null } = {},
): Promise<Buffer> {
  const program = process.env[programVariable];
  if (program === undefined) return Buffer.from(await make());
  const file = `${cacheFolder(root)}/pieces/${name}`;
  const key = hash('sha256', `${program} ${madeOf}`);
  const kept = readPiece(file, key, room);
  if (kept) return kept;
  const piece = Buffer.from(await make());
  writeWhole(file, Buffer.concat([Buffer.from(firstLine(key, piece)), piece]));
  return piece;
}

function readPiece(file: string, key: string, room: Room | null): Buffer | null {
  try {
    const kept = room ? room.read(file) : readFileSync(file);
    const start = kept.indexOf('\n') + 1;
    const piece = kept.subarray(start);
    return kept.toString('latin1', 0, start) === firstLine(key, piece) ? piece : null;
  } catch {
    return null;
  }
}

/** Tells what a piece was made of, and whether it is whole. */
const firstLine = (key: string, piece: Buffer): string => `${key} ${hash('sha256', piece)}\n`;
