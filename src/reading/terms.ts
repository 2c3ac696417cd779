import { statSync } from 'node:fs';
import { termFinder, type TermFinder } from '#domain/lists/glossary.ts';
import { contentPath } from '#folders.ts';
import { readList } from '#reading/lists.ts';

let read: { readonly modified: number; readonly find: TermFinder } | undefined;

/** Finds the terms of `content/terms.yml`; the file is read again when it has changed. */
export function readTermFinder(root = '.'): TermFinder {
  const file = contentPath('terms.yml', root);
  const modified = statSync(file).mtimeMs;
  if (read?.modified !== modified) {
    read = { modified, find: termFinder(readList('terms', root)) };
  }
  return read.find;
}
