/**
 * Fingerprints by which a passage is found again in a library, though some of it was changed: of all
 * runs of letters a few, the same few wherever the same words stand (winnowing: Schleimer, Wilkerson
 * and Aiken, SIGMOD 2003). Any `run + window - 1` letters that two texts share have one in common.
 */
import { scattered, type PayloadEnd } from '#domain/search/posting-files.ts';

/** Letters in a run. */
export const run = 6;
/** Of so many runs that follow one another, one at least is taken. */
export const window = 8;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A key of 20 bits: 256 beginnings, by which keys are filed, and two more characters. */
const keyOf = (hash: number): string =>
  String.fromCharCode(0x100 + (hash & 0xff)) +
  alphabet.charAt((hash >>> 8) & 63) +
  alphabet.charAt((hash >>> 14) & 63);

/** Of a fingerprint only the practices are known that hold it. */
export const endOfNothing: PayloadEnd = (_bytes, at) => at;

export interface FingerPrint {
  readonly key: string;
  /** Where its run begins. */
  readonly at: number;
}

const hashesOf = (letters: string, runs: number): Uint32Array => {
  const hashes = new Uint32Array(runs);
  for (let at = 0; at < runs; at += 1) hashes[at] = scattered(letters, at, at + run);
  return hashes;
};

/** Every run of letters, whether it is one of the few that are taken. */
export const everyRun = (letters: string): readonly FingerPrint[] =>
  Array.from(hashesOf(letters, Math.max(0, letters.length - run + 1)), (hash, at) => ({
    key: keyOf(hash),
    at,
  }));

/** Fingerprints of letters, in order; of fewer letters than a run none. */
export function fingerprintsOf(letters: string): readonly FingerPrint[] {
  const runs = letters.length - run + 1;
  if (runs <= 0) return [];
  const hashes = hashesOf(letters, runs);
  const chosen: FingerPrint[] = [];
  let last = -1;
  for (let from = 0; from === 0 || from + window <= runs; from += 1) {
    let least = from;
    for (let at = from + 1; at < Math.min(from + window, runs); at += 1) {
      if (hashes[at]! <= hashes[least]!) least = at;
    }
    if (least !== last) chosen.push({ key: keyOf(hashes[least]!), at: least });
    last = least;
  }
  return chosen;
}
