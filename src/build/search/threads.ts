import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { IndexKind, Share } from '#build/search/posting-folder.ts';
import type { MadePart, Part, Recipe } from '#build/search/part.ts';
import type { Fingerprint } from '#build/search/search-folder.ts';
import type { Layout, Notes } from '#domain/search/posting-files.ts';

/** A share of an index to be written from all its parts. */
export interface LayingOrder {
  readonly kind: IndexKind['name'];
  readonly parts: readonly Uint8Array[];
  readonly layout: Layout;
  readonly notes: ReadonlyMap<string, Notes>;
  readonly share: Share;
}

/** What a thread is asked. */
export type ThreadOrder = { readonly part: Part } | { readonly laying: LayingOrder };

export type ThreadReport =
  { readonly made: MadePart } | { readonly laid: Fingerprint } | { readonly failed: unknown };

/** What a thread takes at most, in bytes. */
const memoryOfOne = 250e6;

/** So many threads work at once: one for each processor, as far as there is memory. */
const threadsAtOnce = (): number =>
  Math.max(
    1,
    Math.min(availableParallelism(), Math.floor(process.availableMemory() / memoryOfOne)),
  );

/** Threads that make the parts of one library and lay its indexes. What they make is the same for any number of them. */
export class SearchThreads {
  readonly #threads: readonly Worker[];

  constructor(recipe: Recipe) {
    this.#threads = Array.from(
      { length: threadsAtOnce() },
      () =>
        new Worker(new URL('./search-thread.ts', import.meta.url), {
          workerData: recipe,
          resourceLimits: { maxOldGenerationSizeMb: 300, maxYoungGenerationSizeMb: 32 },
        }),
    );
  }

  /** `onMade` hears of each part. */
  async makeParts(parts: readonly Part[], onMade: (part: Part) => void): Promise<MadePart[]> {
    return this.#inTurn(parts, (part) => ({ part }), 'made', onMade);
  }

  async lay(order: Omit<LayingOrder, 'share'>): Promise<Fingerprint[]> {
    const shares = this.#threads.map((_, number) => ({ of: this.#threads.length, number }));
    return this.#inTurn(shares, (share) => ({ laying: { ...order, share } }), 'laid');
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  /** Has every item seen to by the first thread that is free. Throws as soon as one fails. */
  async #inTurn<Item, Result>(
    items: readonly Item[],
    orderFor: (item: Item) => ThreadOrder,
    answer: 'made' | 'laid',
    onDone: (item: Item) => void = () => undefined,
  ): Promise<Result[]> {
    const results: Result[] = [];
    const waiting = items.entries();
    const work = async (thread: Worker): Promise<void> => {
      for (const [place, item] of waiting) {
        const report = await ask(thread, orderFor(item));
        if ('failed' in report) throw report.failed;
        results[place] = (report as unknown as Record<typeof answer, Result>)[answer];
        onDone(item);
      }
    };
    await Promise.all(this.#threads.map(work));
    return results;
  }
}

const ask = (thread: Worker, order: ThreadOrder): Promise<ThreadReport> =>
  new Promise((resolve, reject) => {
    const onReport = (report: ThreadReport): void => {
      thread.off('error', reject);
      resolve(report);
    };
    thread.once('message', onReport);
    thread.once('error', reject);
    thread.postMessage(order);
  });
