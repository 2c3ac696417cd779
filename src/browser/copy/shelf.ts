import { scriptOf, type Brought, type PackedFile } from '#domain/copies/library-copy.ts';
import { askedOnce } from '#domain/site/asked-once.ts';

/** Has a script of the copy, named by its path below the copy's folder, bring what it holds. */
export type Fetch = (script: string) => Promise<Brought | null>;

/** What pages and workers of a copy ask for, made of what its scripts bring. */
export interface Shelf {
  /** A file of the site by its path; null where the copy has none. */
  readonly file: (path: string) => Promise<ArrayBuffer | null>;
  /** Runs a module, by the path of its script; again, it is the one that ran. */
  readonly load: (script: string) => Promise<unknown>;
}

/**
 * Modules are run from memory: from disk browsers load none. Their imports are in memory before
 * them, so no module may import, round about, itself.
 */
export function openShelf(fetch: Fetch): Shelf {
  const addressOf = askedOnce(make);

  async function make(script: string): Promise<string> {
    const brought = await fetch(script);
    if (!brought || !('code' in brought)) throw new Error(`${script} is no module.`);
    const imports = await Promise.all(brought.imports.map(addressOf));
    const code = brought.code.map((part) => (typeof part === 'number' ? imports[part] : part));
    return URL.createObjectURL(new Blob([code.join('')], { type: 'text/javascript' }));
  }

  return {
    file: async (path) => {
      const brought = await fetch(scriptOf(path)).catch(() => null);
      const packed = brought && 'files' in brought ? brought.files[path] : undefined;
      return packed ? unpack(packed) : null;
    },
    load: async (script) => import(/* @vite-ignore */ await addressOf(script)),
  };
}

async function unpack([base64, isPacked]: PackedFile): Promise<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  if (!isPacked) return bytes.buffer;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).arrayBuffer();
}
