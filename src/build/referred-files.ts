import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page and an address in it behind which no file of the site stands. */
export interface DeadReference {
  readonly page: string;
  readonly address: string;
}

const reference = /\s(?:href|src)="([^"#?]+)/g;
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * What pages refer to and no reader would find: styles, scripts, pictures, downloads, other pages.
 * `files` are paths below `folder`, a whole site published under `base`; of those that are no pages
 * nothing is asked.
 */
export function deadReferences(
  folder: string,
  files: Iterable<string>,
  base: string,
): readonly DeadReference[] {
  const known = new Map<string, boolean>();
  const stands = (path: string): boolean => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = path.startsWith(base) && existsSync(fileAt(folder, path.slice(base.length)));
    known.set(path, found);
    return found;
  };
  const dead: DeadReference[] = [];
  for (const page of files) {
    if (!page.endsWith('.html')) continue;
    const here = `http://site.invalid${base}${page}`;
    const addresses = new Set(
      [...readFileSync(join(folder, page), 'utf8').matchAll(reference)].map(
        ([, address = '']) => address,
      ),
    );
    for (const address of addresses) {
      if (elsewhere.test(address)) continue;
      const isPlain = /^\/[\w./-]*$/.test(address) && !address.includes('..');
      if (!stands(isPlain ? address : new URL(address, here).pathname)) {
        dead.push({ page, address });
      }
    }
  }
  return dead;
}

function fileAt(folder: string, path: string): string {
  const file = join(folder, decodeURIComponent(path));
  return path === '' || path.endsWith('/') ? join(file, 'index.html') : file;
}
