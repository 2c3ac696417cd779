import { statSync } from 'node:fs';
import { z } from 'astro/zod';
import { termFinder, type TermFinder } from '#domain/lists/glossary.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { term } from '#schema/lists.ts';

const name = 'terms.yml';

let read: { readonly modified: number; readonly find: TermFinder } | undefined;

/** Finds the terms of `content/terms.yml`; the file is read again when it has changed. */
export function readTermFinder(root = '.'): TermFinder {
  const file = contentPath(name, root);
  const modified = statSync(file).mtimeMs;
  if (read?.modified !== modified) {
    const terms = z.array(term).parse(readSoundYaml(readSoundText(file, name), name) ?? []);
    read = { modified, find: termFinder(terms) };
  }
  return read.find;
}
