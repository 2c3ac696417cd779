import type { FacetKey } from '#domain/lists/facet-keys.ts';
import type { FacetCounts } from '#domain/search/facet-counts.ts';
import type { Answer, Listed, Result, Search } from '#domain/search/session.ts';
import type { SearchState } from '#domain/search/state.ts';
import type { Suggestion } from '#domain/search/suggest.ts';

/** What the page may ask of the worker; one `Search` method each. */
export type Question =
  | { readonly ask: 'query'; readonly state: SearchState }
  | { readonly ask: 'counts'; readonly keys: readonly FacetKey[] }
  | { readonly ask: 'listed' | 'page'; readonly from: number; readonly to: number }
  | { readonly ask: 'suggest'; readonly typed: string };

export interface Reply {
  readonly id: number;
  readonly value: unknown;
  readonly failed: boolean;
}

/** The search in its own worker, or in the page where no worker can be had. Starts at once. */
export function startSearch(): Search {
  let inPage: Promise<Search> | null = null;
  const searchInPage = (): Promise<Search> => {
    inPage ??= import('#browser/search/open.ts').then(({ openSearch }) => openSearch());
    inPage.catch(() => {
      inPage = null;
    });
    return inPage;
  };
  const worker = startWorker();
  if (!worker) {
    return {
      query: async (state) => (await searchInPage()).query(state),
      counts: async (keys) => (await searchInPage()).counts(keys),
      listed: async (from, to) => (await searchInPage()).listed(from, to),
      page: async (from, to) => (await searchInPage()).page(from, to),
      suggest: async (typed) => (await searchInPage()).suggest(typed),
    };
  }

  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  let workerFailed = false;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    workerFailed = true;
    for (const [id, settle] of waiting) settle({ id, value: null, failed: true });
    waiting.clear();
  });

  async function ask<T>(question: Question, instead: (search: Search) => Promise<T>): Promise<T> {
    if (!workerFailed) {
      asked += 1;
      const id = asked;
      const reply = await new Promise<Reply>((resolve) => {
        waiting.set(id, resolve);
        worker?.postMessage({ id, question });
      });
      if (!reply.failed) return reply.value as T; // answered by the same code in worker.ts
      if (!workerFailed) throw new Error(String(reply.value));
    }
    return instead(await searchInPage());
  }

  return {
    query: (state) => ask<Answer>({ ask: 'query', state }, (search) => search.query(state)),
    counts: (keys) => ask<FacetCounts>({ ask: 'counts', keys }, (search) => search.counts(keys)),
    listed: (from, to) =>
      ask<readonly Listed[]>({ ask: 'listed', from, to }, (search) => search.listed(from, to)),
    page: (from, to) =>
      ask<readonly Result[]>({ ask: 'page', from, to }, (search) => search.page(from, to)),
    suggest: (typed) =>
      ask<readonly Suggestion[]>({ ask: 'suggest', typed }, (search) => search.suggest(typed)),
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
