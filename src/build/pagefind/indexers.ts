import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WordIndex } from '#build/pagefind/word-index.ts';
import type { BlockEntry } from '#domain/search/data.ts';

/** What a thread is to index, and where it may work. */
export interface IndexOrder {
  readonly practices: readonly (readonly BlockEntry[])[];
  readonly folder: string;
}

/** What it says: once for every practice, and at last what it made. */
export type IndexReport = 'added' | { readonly index: WordIndex };

/** What an indexer takes at most for the largest part of a library, in bytes. */
const memoryOfOne = 1.5e9;

/** So many indexers run at once: one for each processor, as far as there is memory. */
export const indexersAtOnce = (): number =>
  Math.max(
    1,
    Math.min(availableParallelism(), Math.floor(process.availableMemory() / memoryOfOne)),
  );

/** An index as `makeWordIndex` makes it, made beside whatever else there is to do. */
export const indexInThread = (order: IndexOrder, onAdded: () => void): Promise<WordIndex> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./word-index-thread.ts', import.meta.url), {
      workerData: order,
    });
    thread.on('message', (report: IndexReport) => {
      if (report === 'added') onAdded();
      else resolve(report.index);
    });
    thread.on('error', reject);
  });

/** Does the work for every item, for up to so many of them at once. Throws as soon as any throws. */
export async function atOnce<Item, Result>(
  most: number,
  items: readonly Item[],
  work: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const inTurn = async (): Promise<void> => {
    for (const [place, item] of waiting) results[place] = await work(item, place);
  };
  await Promise.all(Array.from({ length: most }, inTurn));
  return results;
}
