/** The practices a text is compared with, as they come: where letters stand in all of them. */
import { run } from '#domain/verification/fingerprints.ts';
import type { LibraryText } from '#domain/verification/library-text.ts';

/** Letters that two texts have to share somewhere to be compared at all. */
export const seed = 4;

/** What stands at more places than this tells nothing of where a passage is from. */
const mostPlaces = 60;

export interface Spot {
  readonly text: LibraryText;
  readonly at: number;
}

export class Shelf {
  readonly #texts: LibraryText[] = [];
  /** Number of the text and place in it, in turn, by seed. */
  readonly #places = new Map<string, number[]>();

  add(text: LibraryText): void {
    const number = this.#texts.push(text) - 1;
    for (let at = 0; at + seed <= text.letters.length; at += 1) {
      const letters = text.letters.slice(at, at + seed);
      const places = this.#places.get(letters);
      if (places) places.push(number, at);
      else this.#places.set(letters, [number, at]);
    }
  }

  get texts(): readonly LibraryText[] {
    return this.#texts;
  }

  /** Every place where exactly these letters stand. */
  exactly(letters: string): readonly Spot[] {
    if (letters.length < seed) return [];
    const spots: Spot[] = [];
    const places = this.#rarest(letters);
    for (let at = 0; at < places.found.length; at += 2) {
      const text = this.#texts[places.found[at]!];
      const start = places.found[at + 1]! - places.offset;
      if (text && start >= 0 && text.letters.startsWith(letters, start)) {
        spots.push({ text, at: start });
      }
    }
    return spots;
  }

  #rarest(letters: string): { found: readonly number[]; offset: number } {
    let best: { found: readonly number[]; offset: number } | null = null;
    for (let offset = 0; offset + seed <= letters.length; offset += 1) {
      const found = this.#places.get(letters.slice(offset, offset + seed));
      if (!found) return { found: [], offset: 0 };
      if (!best || found.length < best.found.length) best = { found, offset };
    }
    return best ?? { found: [], offset: 0 };
  }

  /** Where passages like these letters may begin, the likeliest first; `at` may lie before the text. */
  alike(letters: string, most = 8): readonly Spot[] {
    const votes = new Map<number, { text: LibraryText; at: number; count: number }>();
    for (let offset = 0; offset + seed <= letters.length; offset += 1) {
      const found = this.#places.get(letters.slice(offset, offset + seed)) ?? [];
      if (found.length > mostPlaces * 2) continue;
      for (let at = 0; at < found.length; at += 2) {
        const number = found[at]!;
        const start = found[at + 1]! - offset;
        const key = number * 2 ** 24 + ((start + 2 ** 16) >> 3);
        const of = votes.get(key);
        const text = this.#texts[number];
        if (of) of.count += 1;
        else if (text) votes.set(key, { text, at: start, count: 1 });
      }
    }
    return [...votes.values()]
      .filter(({ count }) => count >= Math.min(3, letters.length - run))
      .sort((a, b) => b.count - a.count)
      .slice(0, most);
  }
}
