/** What a page costs its reader, as servers send it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { attribute, elementsOf, textOf, type BuiltPage } from './built.ts';

/** Bytes of HTML and CSS under brotli. */
export function readingWeight(page: BuiltPage): number {
  const sheets = elementsOf(page, 'link')
    .filter((link) => attribute(link, 'rel') === 'stylesheet')
    .map((link) => readFileSync(fileAt(attribute(link, 'href') ?? '', page)));
  return [Buffer.from(page.html), ...sheets].reduce(
    (sum, bytes) => sum + brotliCompressSync(bytes).length,
    0,
  );
}

/** Bytes of script under gzip: what the page names or holds, and what those import at once. */
export function scriptWeight(page: BuiltPage): number {
  const files = new Set<string>();
  let bytes = 0;
  for (const script of elementsOf(page, 'script')) {
    const address = attribute(script, 'src');
    const code = textOf(script);
    if (address !== null) addWithImports(fileAt(address, page), page, files);
    else if (isCode(attribute(script, 'type'))) {
      bytes += gzipSync(code).length;
      for (const name of importedBy(code)) addWithImports(fileAt(name, page), page, files);
    }
  }
  for (const file of files) bytes += gzipSync(readFileSync(file)).length;
  return bytes;
}

const isCode = (type: string | null): boolean =>
  type === null || type === 'module' || type.includes('javascript');

function addWithImports(file: string, page: BuiltPage, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  for (const name of importedBy(readFileSync(file, 'utf8'))) {
    addWithImports(
      name.startsWith('.') ? join(dirname(file), name) : fileAt(name, page),
      page,
      files,
    );
  }
}

/** Modules that are fetched with the one that names them; `import()` fetches later, when asked. */
const importedBy = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([./][^"'`]+)["'`]/g)].map(([, name = '']) => name);

const fileAt = (address: string, { site, path }: BuiltPage): string => {
  const { pathname } = new URL(address, new URL(path, site.home));
  return join(site.folder, decodeURI(pathname).slice(site.base.length));
};
