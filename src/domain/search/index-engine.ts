import { readCbor } from '#domain/search/cbor.ts';
import { partsOf, type Engine } from '#domain/search/engine.ts';
import { kinds, noCounts, type Counts } from '#domain/search/kinds.ts';
import { scriptOf } from '#domain/search/fold.ts';
import type { Clause } from '#domain/search/query.ts';

/**
 * Searches Pagefind's word index by reading its files directly. Pagefind's own script is made
 * to cut queries into words and to rank by them: here the cut is ours, a query is only a chain
 * of words at places that follow one another, and that needs neither its 48 kB of script nor
 * its 55 kB of WebAssembly, which Chromium 86 cannot start.
 */

/** By practice number: the places in its text where a word stands, and the kind of block there. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** A page of a chunk: its number less that of the one before, and the places by weight. */
type PackedPage = readonly [page: number, places: readonly number[], meta: readonly number[]];
type PackedWord = readonly [word: string, pages: readonly PackedPage[], variants: unknown];

/** A word to find so many places behind the start of a clause, or any word that begins so. */
interface Wanted {
  readonly word: string;
  readonly isPrefix: boolean;
  readonly place: number;
}

/**
 * `chunks` are the first words of the index's chunks, in order; `load` gets the data of one by its
 * number, gzip and signature taken off.
 */
export function indexEngine(
  chunks: readonly string[],
  load: (chunk: number) => Promise<Uint8Array>,
): Engine {
  const opened = new Map<number, Promise<ReadonlyMap<string, readonly PackedPage[]>>>();

  function open(number: number): Promise<ReadonlyMap<string, readonly PackedPage[]>> {
    let chunk = opened.get(number);
    if (!chunk) {
      chunk = load(number).then((data) => {
        const [words] = readCbor(data) as unknown as [PackedWord[]]; // Pagefind 1.6.0
        return new Map(words.map(([word, pages]) => [word, pages]));
      });
      // A chunk that did not come may come the next time.
      chunk.catch(() => opened.delete(number));
      opened.set(number, chunk);
    }
    return chunk;
  }

  /** Numbers of the chunks that may hold the word, or words that begin with it. */
  function chunksFor({ word, isPrefix }: Wanted): number[] {
    const first = lastAtOrBefore(chunks, word);
    let last = first;
    while (isPrefix && (chunks[last + 1] ?? '').startsWith(word)) last += 1;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  async function postings(wanted: Wanted): Promise<Postings> {
    const { word, isPrefix } = wanted;
    const opening = chunksFor(wanted).map(open);
    const found = new Map<number, Map<number, number>>();
    for (const chunk of await Promise.all(opening)) {
      if (!isPrefix) unpack(chunk.get(word) ?? [], found, false);
      else {
        for (const [other, pages] of chunk) {
          // A character that ends a run is written twice.
          const isTwice = other === word && isHan(word);
          if (other.startsWith(word)) unpack(pages, found, isTwice);
        }
      }
    }
    return found;
  }

  async function whole(clause: Clause): Promise<Map<number, Counts>> {
    const wanted = wantedWords(clause);
    let starts: Starts | null = null;
    // Two words at a time: most questions are held nowhere, and these two tell.
    for (let at = 0; at < wanted.length; at += 2) {
      const next = wanted.slice(at, at + 2);
      const lists = await Promise.all(next.map(postings));
      starts = lists.reduce<Starts | null>(
        (found, list, of) => meeting(found, list, next[of]?.place ?? 0),
        starts,
      );
      if (starts?.size === 0) break;
    }
    const counts = new Map<number, Counts>();
    for (const [practice, places] of starts ?? []) {
      const of = noCounts();
      for (const kind of places.values()) of[kind] = (of[kind] ?? 0) + 1;
      counts.set(practice, of);
    }
    return counts;
  }

  return {
    whole,
    async parts(clause) {
      const held = new Map<number, number>();
      for (const found of await Promise.all(partsOf(clause).map(whole))) {
        for (const practice of found.keys()) held.set(practice, (held.get(practice) ?? 0) + 1);
      }
      return held;
    },
  };
}

/** By practice number: the places where a clause may begin, and the kind of block there. */
type Starts = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Of the places found so far those that have a word so many places behind; all of the word's at first. */
function meeting(found: Starts | null, list: Postings, offset: number): Starts {
  if (!found) return list;
  const left = new Map<number, ReadonlyMap<number, number>>();
  for (const [practice, places] of found) {
    const behind = list.get(practice);
    if (!behind) continue;
    const meet = new Map([...places].filter(([place]) => behind.has(place + offset)));
    if (meet.size > 0) left.set(practice, meet);
  }
  return left;
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

/**
 * The words that tell a clause, each at its place behind the first; see `indexWords`. Every
 * character is in one of them, and no more are looked up than that takes.
 */
export function wantedWords({ runs }: Clause): Wanted[] {
  const wanted: Wanted[] = [];
  let start = 0;
  runs.forEach(({ script, text }, at) => {
    const isLast = at === runs.length - 1;
    const characters = [...text];
    const { length } = characters;
    if (script === 'word' || length === 1) {
      wanted.push({ word: text, isPrefix: isLast, place: start });
    } else {
      for (let place = 0; place < length; place += 2) {
        const from = Math.min(place, length - 2);
        const word = characters.slice(from, from + 2).join('');
        wanted.push({ word, isPrefix: false, place: start + from });
      }
      // The text's run ends with this one where another follows: its last character stands alone.
      if (!isLast) {
        const word = characters[length - 1] ?? '';
        wanted.push({ word, isPrefix: false, place: start + length - 1 });
      }
    }
    start += script === 'word' ? 1 : length + 1;
  });
  return wanted;
}

const isHan = (word: string): boolean => scriptOf(word) === 'han';

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
