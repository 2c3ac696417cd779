/** Peers that rank by any of the words of a question, over the same texts, for `judge.ts`. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { piecesOf } from '#domain/search/pieces.ts';
import type { Ask } from '../questions/judge.ts';
import type { Text } from './peers.ts';

const found = (ids: readonly string[]): { ids: readonly string[]; hasCard: boolean } => ({
  ids: ids.slice(0, 10),
  hasCard: false,
});

export function askMiniSearch(ids: readonly string[], texts: readonly Text[]): Ask {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: piecesOf,
    searchOptions: { combineWith: 'OR', boost: { title: 3 }, tokenize: piecesOf },
  });
  index.addAll(texts.map((text, id) => ({ id, ...text })));
  return (question) =>
    Promise.resolve(found(index.search(question).map(({ id }) => ids[Number(id)] ?? '')));
}

export async function askFlexSearch(ids: readonly string[], texts: readonly Text[]): Promise<Ask> {
  const index = new FlexSearch.Index({ tokenize: 'strict', encode: piecesOf });
  texts.forEach(({ title, text }, id) => index.add(id, `${title}\n${text}`));
  return async (question) => {
    const places = await index.search(question, { limit: 10, suggest: true });
    return found(places.map((place) => ids[Number(place)] ?? ''));
  };
}

/** Pagefind's own script and index over the finished pages, read from disk. */
export async function askPagefind(site: string, ids: readonly string[]): Promise<Ask> {
  const folder = join(process.cwd(), '.cache/bench/pagefind-own');
  rmSync(folder, { recursive: true, force: true });
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  for (const id of ids) {
    const content = readFileSync(join(site, 'practices', id, 'index.html'), 'utf8');
    await index.addHTMLFile({ url: `/practices/${id}/`, content });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  const base = pathToFileURL(`${folder}/`).href;
  globalThis.fetch = (address) => {
    const { pathname } = new URL(address instanceof Request ? address.url : String(address), base);
    return Promise.resolve(new Response(readFileSync(decodeURIComponent(pathname))));
  };
  const pagefind = (await import(`${base}pagefind.js`)) as {
    options: (of: object) => Promise<void>;
    search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
  };
  await pagefind.options({ basePath: base, baseUrl: '/' });
  return async (question) => {
    const { results } = await pagefind.search(question);
    const first = await Promise.all(results.slice(0, 10).map(({ data }) => data()));
    return found(first.map(({ url }) => /practices\/([^/]+)/.exec(url)?.[1] ?? ''));
  };
}
