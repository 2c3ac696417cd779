import { blockEnd, type TextsFile } from '#domain/search/data.ts';
import { partsOf, type Engine } from '#domain/search/engine.ts';
import { noCounts, type Counts } from '#domain/search/kinds.ts';
import { occurrences } from '#domain/search/match.ts';
import type { Clause } from '#domain/search/query.ts';

/** Reads through all texts. Needs nothing but the texts, so it runs wherever script runs. */
export function scanEngine(texts: TextsFile): Engine {
  const whole = (clause: Clause): Map<number, Counts> => {
    const found = new Map<number, Counts>();
    texts.forEach(([kinds, text], practice) => {
      const places = occurrences(clause, text);
      if (places.length === 0) return;
      const counts = noCounts();
      let block = 0;
      let end = text.indexOf(blockEnd);
      for (const [start] of places) {
        while (end >= 0 && end < start) {
          block += 1;
          end = text.indexOf(blockEnd, end + 1);
        }
        const kind = kinds[block] ?? 0;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      found.set(practice, counts);
    });
    return found;
  };
  return {
    whole: (clause) => Promise.resolve(whole(clause)),
    parts(clause) {
      const held = new Map<number, number>();
      for (const part of partsOf(clause)) {
        for (const practice of whole(part).keys())
          held.set(practice, (held.get(practice) ?? 0) + 1);
      }
      return Promise.resolve(held);
    },
  };
}
