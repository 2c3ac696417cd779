import { openSearch } from '#browser/search/open.ts';
import type { Search } from '#domain/search/session.ts';
import type { Question, Reply } from '#browser/search/client.ts';

/** Searches away from the page, so that typing never waits for a long list. */
let search: Promise<Search> | null = null;

function opened(): Promise<Search> {
  if (!search) {
    search = openSearch();
    // A failed start is tried again with the next question.
    search.catch(() => {
      search = null;
    });
  }
  return search;
}

async function answer(question: Question): Promise<unknown> {
  const { query, counts, listed, page, suggest } = await opened();
  switch (question.ask) {
    case 'query':
      return query(question.state);
    case 'counts':
      return counts(question.keys);
    case 'listed':
      return listed(question.from, question.to);
    case 'page':
      return page(question.from, question.to);
    case 'suggest':
      return suggest(question.typed);
  }
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  const reply = (of: Omit<Reply, 'id'>): void => postMessage({ id: data.id, ...of });
  answer(data.question).then(
    (value) => reply({ value, failed: false }),
    (reason: unknown) => reply({ value: String(reason), failed: true }),
  );
});
