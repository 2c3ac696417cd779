import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readCbor } from '#domain/search/cbor.ts';
import type { BlockEntry } from '#domain/search/data.ts';
import { fold } from '#domain/search/fold.ts';
import { kinds } from '#domain/search/kinds.ts';
import { indexWords, runGroups } from '#domain/search/runs.ts';

/**
 * Words of a chunk of the index, roughly in bytes before packing. Pagefind's own 20000 makes a
 * query of four characters load 120 kB of neighbours it has no use for.
 */
const chunkSize = '500';

/** A piece of an index, as Pagefind packs it. */
export interface Chunk {
  readonly first: string;
  readonly bytes: Uint8Array;
}

/** The index of a library. */
export interface WordIndex {
  /** In order. */
  readonly chunks: readonly Chunk[];
  /** Peak of the indexers that ran in its last moment, in MB; null where the system does not tell. */
  readonly memory: number | null;
}

/**
 * Pagefind's index of the words of `runs.ts`, as far as the search reads it. It goes through memory:
 * on a full disk Pagefind would die, and not say so.
 *
 * The words are cut here and not by Pagefind: a pair for every character makes places in the
 * index places in the text, so that whether a practice holds a query whole, and every count that
 * hangs on it, is known from the index alone. Cut by Pagefind (by dictionary, and by pairs on
 * top), it would be known only after reading each text found: 法院长 and 法院院长 hold the same
 * pairs at the same places.
 */
export async function makeWordIndex(
  practices: readonly (readonly BlockEntry[])[],
): Promise<WordIndex> {
  // Pagefind writes no table of contents for nothing.
  if (practices.length === 0) return { chunks: [], memory: null };
  // Read by the indexer when it starts. Without it everything works, with larger chunks.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = chunkSize;
  return unlessItDies(async () => {
    // A language without words of its own: Pagefind then splits at spaces only.
    const { index, errors } = await createIndex({ forceLanguage: 'und' });
    if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
    const problems: string[] = [];
    for (const [number, blocks] of practices.entries()) {
      const added = await index.addHTMLFile({ url: String(number), content: indexPage(blocks) });
      problems.push(...added.errors);
    }
    const made = await index.getFiles();
    problems.push(...made.errors);
    if (problems.length > 0) throw new Error(`The search index failed: ${problems.join('; ')}`);
    const memory = peakMemoryOfChildren();
    await close();
    const files = new Map(made.files.map(({ path, content }) => [path, content]));
    return { chunks: readChunks(files), memory };
  });
}

/** Whoever waits for an answer of an indexer that is gone waits until nothing else is left to happen. */
async function unlessItDies<Made>(make: () => Promise<Made>): Promise<Made> {
  let onIdle = (): void => undefined;
  const death = new Promise<never>((_, reject) => {
    onIdle = () => reject(new Error('The indexer of the search ended before its index was whole.'));
  });
  process.once('beforeExit', onIdle);
  try {
    return await Promise.race([make(), death]);
  } finally {
    process.off('beforeExit', onIdle);
  }
}

/**
 * Keeps words that end a block from being followed by those that begin the next. No query holds it:
 * full-width letters are folded.
 */
const blockEndWord = 'ａ';

const indexPage = (blocks: readonly BlockEntry[]): string => {
  const paragraphs = blocks.map(([kind, , text]) => {
    const words = runGroups(fold(text)).flat().flatMap(indexWords);
    return `<p data-pagefind-weight="${kinds[kind]?.indexed ?? 1}">${words.join(' ')} ${blockEndWord}</p>`;
  });
  return `<html lang="und"><body data-pagefind-body>${paragraphs.join('')}</body></html>`;
};

/** Pagefind's own table of contents also names every page by a hash; ours is a quarter of it. */
function readChunks(files: ReadonlyMap<string, Uint8Array>): Chunk[] {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`Pagefind made no ${path}.`);
    return bytes;
  };
  const table = [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '*.pf_meta';
  const [, pages, chunks] = readCbor(unpacked(bytesOf(table))) as [
    version: string,
    pages: [hash: string, words: number, group: string][],
    chunks: [from: string, to: string, hash: string][],
  ]; // the shape of Pagefind 1.6.0, guarded by tests/site/search-recall.test.ts
  pages.forEach(([hash], page) => {
    const fragment = unpacked(bytesOf(`fragment/${hash}.pf_fragment`));
    const { url } = JSON.parse(new TextDecoder().decode(fragment)) as { url: string };
    // The index numbers its pages as they came, and that is how practices are numbered.
    if (Number(url.replace(/\D/g, '')) !== page) throw new Error('Pagefind changed the order.');
  });
  return chunks.map(([first, , hash]) => ({ first, bytes: bytesOf(`index/${hash}.pf_index`) }));
}

/** Pagefind's files are gzip with twelve bytes of its own before the data. */
const unpacked = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes).subarray(12);

/** Peak memory of the processes this one started that still run, in MB; null where the system does not tell. */
function peakMemoryOfChildren(): number | null {
  try {
    const peaks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
      .filter((status) => status.includes(`\nPPid:\t${process.pid}\n`))
      .map((status) => Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    return peaks.length > 0 ? Math.max(...peaks) : null;
  } catch {
    return null;
  }
}
