import { readCbor } from '#domain/search/cbor.ts';
import { scriptOf } from '#domain/search/fold.ts';
import type { Postings, WordIndex } from '#domain/search/index-engine.ts';
import { kinds } from '#domain/search/kinds.ts';
import { askedOnce } from '#domain/site/asked-once.ts';

/**
 * Reads Pagefind's index directly. Pagefind's own script is made to cut queries into words and to
 * rank by them: here the cut is ours, and a chain of words needs neither its 48 kB of script nor
 * its 55 kB of WebAssembly, which Chromium 86 cannot start.
 */

/** A page of a chunk: its number less that of the one before, and the places by weight. */
type PackedPage = readonly [page: number, places: readonly number[], meta: readonly number[]];
type PackedWord = readonly [word: string, pages: readonly PackedPage[], variants: unknown];

/**
 * `chunks` are the first words of the index's chunks, in order; `load` gets the data of one by its
 * number, gzip and signature taken off.
 */
export function pagefindIndex(
  chunks: readonly string[],
  load: (chunk: number) => Promise<Uint8Array>,
): WordIndex {
  const open = askedOnce(
    async (number: number): Promise<ReadonlyMap<string, readonly PackedPage[]>> => {
      const [words] = readCbor(await load(number)) as unknown as [PackedWord[]]; // Pagefind 1.6.0
      return new Map(words.map(([word, pages]) => [word, pages]));
    },
  );

  /** Numbers of the chunks that may hold the word, or words that begin with it. */
  function chunksFor(word: string, isPrefix: boolean): number[] {
    const first = lastAtOrBefore(chunks, word);
    let last = first;
    while (isPrefix && (chunks[last + 1] ?? '').startsWith(word)) last += 1;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  return async (word, isPrefix): Promise<Postings> => {
    const opening = chunksFor(word, isPrefix).map(open);
    const found = new Map<number, Map<number, number>>();
    for (const chunk of await Promise.all(opening)) {
      if (!isPrefix) unpack(chunk.get(word) ?? [], found, isLoneHan(word));
      else {
        for (const [other, pages] of chunk) {
          if (other.startsWith(word)) unpack(pages, found, isLoneHan(other));
        }
      }
    }
    return found;
  };
}

/** The place of the last word that stands at or before another; the first where none does. */
function lastAtOrBefore(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A character that ends a run is written twice; only its first place is one of the text. */
const isLoneHan = (word: string): boolean => scriptOf(word) === 'han' && [...word].length === 1;

/** Pagefind writes -(24 × weight) - 1 before the places that have the weight, from the first one on. */
const kindByMark = new Map(kinds.map(({ indexed }, kind) => [-24 * indexed - 1, kind]));

function unpack(
  pages: readonly PackedPage[],
  found: Map<number, Map<number, number>>,
  isTwice: boolean,
): void {
  let practice = 0;
  for (const [step, marked] of pages) {
    practice += step;
    const places = found.get(practice) ?? new Map<number, number>();
    let kind = 0;
    let place = 0;
    let isSecond = false;
    for (const value of marked) {
      if (value < 0) {
        kind = kindByMark.get(value) ?? 0;
        place = 0;
        continue;
      }
      place += value;
      if (!isSecond) places.set(place, kind);
      isSecond = isTwice && !isSecond;
    }
    found.set(practice, places);
  }
}
