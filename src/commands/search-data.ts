import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { cardsByPractice, pageBlocks } from '#commands/page-blocks.ts';
import { readingsOf, traditionalOf } from '#commands/search-words.ts';
import { readCbor } from '#domain/search/cbor.ts';
import {
  blockEnd,
  cardsOnPage,
  chunksInSegment,
  packPractice,
  type BlockEntry,
  type Chunks,
  type IndexFile,
  type SearchEntry,
  type TermsFile,
  type TextsFile,
  type PinyinFile,
  type TitlesFile,
  type TraditionalFile,
} from '#domain/search/data.ts';
import { fold } from '#domain/search/fold.ts';
import { kinds } from '#domain/search/kinds.ts';
import { indexWords, runGroups } from '#domain/search/runs.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** Pagefind works here; only what the search reads is published. */
const indexFolder = '.cache/pagefind';

/**
 * Words of a chunk of the index, roughly in bytes before packing. Pagefind's own 20000 makes a
 * query of four characters load 120 kB of neighbours it has no use for.
 */
const chunkSize = '1500';

/** A finished page of a practice, as far as it is searched, and its card in lists. */
export interface SearchPage {
  readonly id: string;
  readonly card: string;
  readonly blocks: readonly BlockEntry[];
}

/**
 * Makes all the search needs from the finished pages in `folder`. Returns what `measureMemory`
 * finds while the indexer still runs.
 */
export async function writeSearchData<T>(folder: string, measureMemory: () => T): Promise<T> {
  const sourceFile = join(folder, 'data/search.json');
  const cardsFile = join(folder, 'data/cards/index.html');
  const source = JSON.parse(readFileSync(sourceFile, 'utf8')) as SearchSource; // our own file
  const cards = cardsByPractice(readFileSync(cardsFile, 'utf8'));
  const pages = source.practices.map(({ id }): SearchPage => {
    const blocks = pageBlocks(readFileSync(join(folder, 'practices', id, 'index.html'), 'utf8'));
    const card = cards.get(id);
    if (blocks.length === 0) throw new Error(`practices/${id}/ has no text to search.`);
    if (card === undefined) throw new Error(`There is no card of ${id}.`);
    return { id, card, blocks };
  });
  rmSync(sourceFile);
  rmSync(join(folder, 'data/cards'), { recursive: true });
  return packSearchData(folder, source, pages, measureMemory);
}

/**
 * Writes the word index, through Pagefind, to `pagefind/` and the files of
 * `domain/search/data.ts` to `data/search/`. `pages` are in the order of `source.practices`.
 */
export async function packSearchData<T>(
  folder: string,
  source: SearchSource,
  pages: readonly SearchPage[],
  measureMemory: () => T,
): Promise<T> {
  const out = join(folder, 'data/search');
  mkdirSync(join(out, 'practices'), { recursive: true });
  mkdirSync(join(out, 'index'), { recursive: true });
  const hash = createHash('sha256');
  const write = (name: string, data: unknown): void => {
    const json = JSON.stringify(data);
    hash.update(name).update(json);
    writeFileSync(join(out, name), gzipSync(json, { level: 9 }));
  };
  const { chunks, memory } = await writeWordIndex(pages, folder, measureMemory);
  writeChunkTable(chunks, write);
  writeWords(source, pages, write);
  write('records.bin', source.records);
  write('texts.bin', textsFile(pages));
  pages.forEach(({ id, card, blocks }, practice) => {
    write(`practices/${practice}.bin`, packPractice(id, card, blocks, practice < cardsOnPage));
  });
  const entry: SearchEntry = {
    edition: hash.digest('hex').slice(0, 12),
    practices: pages.length,
  };
  writeFileSync(join(out, 'entry.json'), JSON.stringify(entry));
  return memory;
}

function writeWords(
  source: SearchSource,
  pages: readonly SearchPage[],
  write: (name: string, data: unknown) => void,
): void {
  const labels = [...Object.values(source.facets).flat(), ...source.glossary].flatMap((term) => [
    term[1],
    ...(term.length === 4 ? term[3] : term[2]),
  ]);
  const titles = source.practices.map(({ title }) => title);
  const people = source.facets.author.map(([, name]) => name);
  const text = pages.flatMap(({ blocks }) => blocks.map(([, , of]) => of));
  write('terms.bin', { facets: source.facets, glossary: source.glossary } satisfies TermsFile);
  write('traditional.bin', traditionalOf([...labels, ...text].join('')) satisfies TraditionalFile);
  write('pinyin.bin', readingsOf([...labels, ...titles], people) satisfies PinyinFile);
  write('titles.bin', source.practices.map(({ id, title }) => [id, title]) satisfies TitlesFile);
}

const textsFile = (pages: readonly SearchPage[]): TextsFile =>
  pages.map(({ blocks }) => [
    blocks.map(([kind]) => kind),
    blocks.map(([, , text]) => fold(text)).join(blockEnd),
  ]);

/**
 * Pagefind's index of the words of `runs.ts`. The words are cut here and not by Pagefind: a
 * pair for every character makes places in the index places in the text, so that whether a
 * practice holds a query whole, and every count that hangs on it, is known from the index
 * alone. Cut by Pagefind (by dictionary, and by pairs on top), it would be known only after
 * reading each text found: 法院长 and 法院院长 hold the same pairs at the same places.
 */
async function writeWordIndex<T>(
  pages: readonly SearchPage[],
  folder: string,
  measureMemory: () => T,
): Promise<{ chunks: Chunks; memory: T }> {
  // Read by the indexer when it starts. Without it everything works, with larger chunks.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = chunkSize;
  // A language without words of its own: Pagefind then splits at spaces only.
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const problems: string[] = [];
  for (const [practice, { blocks }] of pages.entries()) {
    const added = await index.addHTMLFile({ url: String(practice), content: indexPage(blocks) });
    problems.push(...added.errors);
  }
  rmSync(indexFolder, { recursive: true, force: true });
  problems.push(...(await index.writeFiles({ outputPath: indexFolder })).errors);
  if (problems.length > 0) throw new Error(`The search index failed: ${problems.join('; ')}`);
  const memory = measureMemory();
  await close();
  return { chunks: publishChunks(folder), memory };
}

const indexPage = (blocks: readonly BlockEntry[]): string => {
  const paragraphs = blocks.map(([kind, , text]) => {
    const words = runGroups(fold(text)).flat().flatMap(indexWords);
    return `<p data-pagefind-weight="${kinds[kind]?.indexed ?? 1}">${words.join(' ')}</p>`;
  });
  return `<html lang="und"><body data-pagefind-body>${paragraphs.join('')}</body></html>`;
};

/** Pagefind's own table of contents also names every page by a hash; ours is a quarter of it. */
function publishChunks(folder: string): Chunks {
  const table = readdirSync(indexFolder).find((file) => file.endsWith('.pf_meta'));
  if (!table) throw new Error('Pagefind wrote no table of contents.');
  const [, pages, chunks] = readCbor(unpacked(join(indexFolder, table))) as [
    version: string,
    pages: [hash: string, words: number, group: string][],
    chunks: [from: string, to: string, hash: string][],
  ]; // the shape of Pagefind 1.6.0, guarded by tests/site/search-recall.test.ts
  pages.forEach(([hash], page) => {
    const fragment = unpacked(join(indexFolder, 'fragment', `${hash}.pf_fragment`));
    const { url } = JSON.parse(new TextDecoder().decode(fragment)) as { url: string };
    // The index numbers its pages as they came, and that is how practices are numbered.
    if (Number(url.replace(/\D/g, '')) !== page) throw new Error('Pagefind changed the order.');
  });
  const published = join(folder, 'pagefind/index');
  mkdirSync(published, { recursive: true });
  for (const [, , hash] of chunks) {
    const file = `${hash}.pf_index`;
    writeFileSync(join(published, file), readFileSync(join(indexFolder, 'index', file)));
  }
  return chunks.map(([from, , hash]) => [from, hash]);
}

function writeChunkTable(chunks: Chunks, write: (name: string, data: unknown) => void): void {
  const segments: Chunks[] = [];
  for (let at = 0; at < chunks.length; at += chunksInSegment) {
    segments.push(chunks.slice(at, at + chunksInSegment));
  }
  const isSmall = segments.length === 1;
  if (!isSmall) segments.forEach((segment, number) => write(`index/${number}.bin`, segment));
  const table: IndexFile = {
    segments: segments.map((segment) => [segment[0]?.[0] ?? '', isSmall ? segment : null]),
  };
  write('index.bin', table);
}

/** Pagefind's files are gzip with twelve bytes of its own before the data. */
const unpacked = (file: string): Uint8Array => gunzipSync(readFileSync(file)).subarray(12);
