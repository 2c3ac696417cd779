import type { Counts } from '#domain/search/kinds.ts';
import type { Clause } from '#domain/search/query.ts';
import type { Run } from '#domain/search/runs.ts';

/**
 * Finds occurrences, nothing else: what is a result, in what order and how it looks is decided
 * once for all engines in `evaluate.ts`. Both engines answer alike for every clause.
 */
export interface Engine {
  /** The practices that hold the clause whole, and how often in which kind of block. */
  whole(clause: Clause): Promise<ReadonlyMap<number, Counts>>;
  /** For every practice that holds any part of the clause: how many of `partsOf` it. */
  parts(clause: Clause): Promise<ReadonlyMap<number, number>>;
}

/** The smallest pieces worth finding when the whole is nowhere: pairs, or short runs entire. */
export function partsOf({ runs }: Clause): Clause[] {
  const texts = new Map<string, Run>();
  for (const run of runs) {
    const characters = [...run.text];
    if (run.script === 'word' || characters.length < 3) texts.set(run.text, run);
    else {
      for (let at = 0; at + 1 < characters.length; at += 1) {
        const text = characters.slice(at, at + 2).join('');
        texts.set(text, { script: 'han', text });
      }
    }
  }
  return [...texts.values()].map((run) => ({ runs: [run] }));
}
