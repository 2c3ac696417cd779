import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Letter, Letters } from '#domain/pictures/lines.ts';

/** Made by `npm run letters`; under the licence beside it. From the folder of the project. */
export const lettersFile = 'src/pictures/letters.json.br';

let read: Letters | null = null;

/** The letters pictures are written in. */
export function readLetters(): Letters {
  if (read) return read;
  const letters = JSON.parse(brotliDecompressSync(readFileSync(lettersFile)).toString()) as Record<
    string,
    Letter
  >;
  return (read = new Map(Object.entries(letters)));
}
