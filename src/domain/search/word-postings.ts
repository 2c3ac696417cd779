import type { BlockEntry } from '#domain/search/data.ts';
import { fold } from '#domain/search/fold.ts';
import {
  eachDocument,
  NumberReader,
  writeNumber,
  type Payload,
  type PayloadEnd,
} from '#domain/search/posting-files.ts';
import { indexWords, runGroups } from '#domain/search/runs.ts';

/**
 * What the site's own word index holds of a practice: where each word of `runs.ts` stands in it.
 * A place is written as steps from the one before: of blocks, together with the kind of the block
 * and whether it is the last place, and of words within the block.
 */

/** A block has fewer words, so block and place in it are one number. */
const roomOfBlock = 2 ** 16;

const kindsThereMayBe = 8;

/** Places of a word as far as they are written. */
interface Written {
  readonly bytes: number[];
  block: number;
  place: number;
  /** Where the head of the last place begins, whose lowest bit tells that it is the last. */
  lastHead: number;
}

/** By word: its places, packed. Places are those of `indexWords`, counted from 0 in every block. */
export function wordsOfPractice(blocks: readonly BlockEntry[]): Map<string, Payload> {
  const written = new Map<string, Written>();
  const write = (word: string, kind: number, block: number, place: number): void => {
    let of = written.get(word);
    if (of === undefined) {
      of = { bytes: [], block: 0, place: 0, lastHead: 0 };
      written.set(word, of);
    }
    of.lastHead = of.bytes.length;
    const steps = block - of.block;
    writeNumber(of.bytes, (steps * kindsThereMayBe + kind) * 2);
    writeNumber(of.bytes, steps > 0 ? place : place - of.place);
    of.block = block;
    of.place = place;
  };
  blocks.forEach(([kind, , text], block) => {
    let start = 0;
    for (const group of runGroups(fold(text))) {
      for (const run of group) {
        const words = indexWords(run);
        // A character that ends a run stands there twice; once is enough here.
        const once = run.script === 'han' ? words.length - 1 : words.length;
        for (let at = 0; at < once; at += 1) write(words[at] ?? '', kind, block, start + at);
        start += words.length;
      }
    }
  });
  const payloads = new Map<string, Payload>();
  written.forEach(({ bytes, lastHead }, word) => {
    bytes[lastHead] = (bytes[lastHead] ?? 0) + 1;
    payloads.set(word, bytes);
  });
  return payloads;
}

export const endOfPlaces: PayloadEnd = (bytes, at) => {
  const reader = new NumberReader(bytes, at);
  for (;;) {
    const head = reader.next();
    reader.next();
    if (head % 2 === 1) return reader.at;
  }
};

/** Adds the places of a word to those found before; see `index-engine.ts`. */
export function addPlaces(body: Uint8Array, found: Map<number, Map<number, number>>): void {
  eachDocument(body, endOfPlaces, (practice, at) => {
    const places = found.get(practice) ?? new Map<number, number>();
    const reader = new NumberReader(body, at);
    let [block, place, head] = [0, 0, 0];
    while (head % 2 === 0) {
      head = reader.next();
      const steps = Math.floor(head / 2 / kindsThereMayBe);
      place = (steps > 0 ? 0 : place) + reader.next();
      block += steps;
      places.set(block * roomOfBlock + place, Math.floor(head / 2) % kindsThereMayBe);
    }
    found.set(practice, places);
  });
}
