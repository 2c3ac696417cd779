import { partsOf, type Engine } from '#domain/search/engine.ts';
import { noCounts, type Counts } from '#domain/search/kinds.ts';
import type { Clause } from '#domain/search/query.ts';

/**
 * Searches an index of the words of `runs.ts`: a query is a chain of words at places that follow
 * one another. Whose index it is does not matter; see `pagefind-index.ts` and `word-index.ts`.
 */

/** The places in a practice where a word stands, and the kind of block there. */
export type Places = ReadonlyMap<number, number>;

/** By practice number. */
export type Postings = ReadonlyMap<number, Places>;

/** Where a word stands, or any word that begins so. A character that ends a run stands there once. */
export type WordIndex = (word: string, isPrefix: boolean) => Promise<Postings>;

/** A word to find so many places behind the start of a clause, or any word that begins so. */
interface Wanted {
  readonly word: string;
  readonly isPrefix: boolean;
  readonly place: number;
}

export function indexEngine(postings: WordIndex): Engine {
  async function whole(clause: Clause): Promise<Map<number, Counts>> {
    const wanted = wantedWords(clause);
    let starts: Postings | null = null;
    // Two words at a time: most questions are held nowhere, and these two tell.
    for (let at = 0; at < wanted.length; at += 2) {
      const next = wanted.slice(at, at + 2);
      const lists = await Promise.all(next.map((of) => postings(of.word, of.isPrefix)));
      starts = lists.reduce<Postings | null>(
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

/** Of the places found so far those that have a word so many places behind; all of the word's at first. */
function meeting(found: Postings | null, list: Postings, offset: number): Postings {
  if (!found) return list;
  const left = new Map<number, Places>();
  for (const [practice, places] of found) {
    const behind = list.get(practice);
    if (!behind) continue;
    const meet = new Map([...places].filter(([place]) => behind.has(place + offset)));
    if (meet.size > 0) left.set(practice, meet);
  }
  return left;
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
