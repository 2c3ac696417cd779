import { siteFile } from '#browser/shell/site-file.ts';
import type { SearchEntry } from '#domain/search/data.ts';
import type { LetterFiles } from '#domain/search/letter-files.ts';
import { askedOnce } from '#domain/site/asked-once.ts';
import { searchDataPath, wordIndexPath } from '#domain/site/paths.ts';

/**
 * The data files of one edition of the site. They are packed here and not left to the server:
 * not every server packs, and texts shrink to a third.
 */
export interface SearchFiles {
  readonly practices: number;
  readonly letters: LetterFiles;
  readonly alike: string;
  /** A file of `domain/search/data.ts`. `T` is what the build wrote under that name. */
  readonly json: <T>(name: string) => Promise<T>;
  /** A file of an index, unpacked. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /** A chunk of Pagefind's index. */
  readonly chunk: (folder: string, chunk: number) => Promise<Uint8Array>;
}

export async function openSearchFiles(): Promise<SearchFiles> {
  const entry = await siteFile(searchDataPath('entry.json'), { cache: 'no-cache' });
  const { edition, practices, letters, alike } = JSON.parse(
    new TextDecoder().decode(entry),
  ) as SearchEntry; // our own file
  const bytes = async (name: string): Promise<Uint8Array> =>
    unpack(await siteFile(searchDataPath(`${name}?v=${edition}`)));
  return {
    practices,
    letters,
    alike,
    bytes: askedOnce(bytes),
    json: askedOnce(async (name) => JSON.parse(new TextDecoder().decode(await bytes(name)))),
    // Pagefind signs the data with twelve bytes.
    chunk: async (folder, chunk) =>
      (await unpack(await siteFile(wordIndexPath(folder, chunk)))).subarray(12),
  };
}

/** Some servers unpack gzip on the way, so the file may come either way. */
async function unpack(packed: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(packed);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  if (typeof DecompressionStream === 'undefined') {
    const { gunzipSync } = await import('fflate');
    return gunzipSync(bytes);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
