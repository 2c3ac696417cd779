import type { LibraryCopy } from '#domain/copies/library-copy.ts';

/** A file of the site did not come, or not in time; `status` is 0 where nothing answered. */
export class MissingFile extends Error {
  // Declared alone, so that no browser is sent what stands in for the syntax of fields.
  declare readonly status: number;
  constructor(address: string, status: number, reason = String(status)) {
    super(`${address}: ${reason}`);
    this.status = status;
  }
}

/**
 * A file of this site, whole: the one place where pages ask for files. Throws `MissingFile`.
 * `cache` as `fetch` takes it. Most files are small: where one takes longer than `patience`, in
 * milliseconds, the network stands still.
 */
export async function siteFile(
  address: string,
  {
    cache = 'default',
    patience = 10_000,
  }: { readonly cache?: RequestCache; readonly patience?: number } = {},
): Promise<ArrayBuffer> {
  if (globalThis.libraryCopy) return fileOfCopy(globalThis.libraryCopy, address);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(address, { cache, signal: stop.signal });
    if (!response.ok) throw new MissingFile(address, response.status);
    return await response.arrayBuffer();
  } catch (reason) {
    throw reason instanceof MissingFile ? reason : new MissingFile(address, 0, String(reason));
  } finally {
    clearTimeout(timer);
  }
}

async function fileOfCopy(copy: LibraryCopy, address: string): Promise<ArrayBuffer> {
  const file = await copy.file(address);
  if (!file) throw new MissingFile(address, 404);
  return file;
}

/** The same as text; a byte order mark at its beginning stays. */
export const siteText = async (address: string, patience?: number): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await siteFile(address, patience === undefined ? {} : { patience }),
  );
