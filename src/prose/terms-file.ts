import { readFileSync, statSync } from 'node:fs';
import { z } from 'astro/zod';
import { termFinder, type TermFinder } from '#domain/glossary.ts';
import { parseYaml } from '#prose/yaml.ts';
import { term } from '#schema/lists.ts';

let read: { readonly modified: number; readonly find: TermFinder } | undefined;

/** Finds the terms of `content/terms.yml`; the file is read again when it has changed. */
export function readTermFinder(root = '.'): TermFinder {
  const file = `${root}/content/terms.yml`;
  const modified = statSync(file).mtimeMs;
  if (read?.modified !== modified) {
    const terms = z.array(term).parse(parseYaml(readFileSync(file, 'utf8')) ?? []);
    read = { modified, find: termFinder(terms) };
  }
  return read.find;
}
