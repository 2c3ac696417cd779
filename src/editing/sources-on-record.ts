/** Sources that lie in the library's folder, and what is on record of where their paragraphs belong. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { decodeSource } from '#editing/decoded-source.ts';
import { blocksOfText } from '#editing/source-blocks.ts';
import type { Belonging, TakenSource } from '#editing/taken-sources.ts';
import { contentPath } from '#folders.ts';
import { sourceFiles } from '#reading/kept-sources.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { sourcesFolder } from '#reading/site-file.ts';
import { readText } from '#reading/text-file.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { attribution } from '#schema/grounds.ts';

type Attribution = z.output<typeof attribution>;

/** Asked with every practice that is opened, and hardly ever changed. */
let last: { readonly look: string; readonly read: readonly Attribution[] } | null = null;

/** Those that can be read. */
function onRecord(root: string): readonly Attribution[] {
  const files = idsIn(listContent(root), 'attributions').map((document) =>
    contentPath(`attributions/${document}.yml`, root),
  );
  const look = files.map((file) => `${file} ${statSync(file).mtimeMs}`).join('\n');
  if (last?.look !== look) last = { look, read: files.flatMap(readAttribution) };
  return last.read;
}

function readAttribution(file: string): readonly Attribution[] {
  const text = readText(file);
  const yaml = typeof text === 'string' ? readYaml(text) : null;
  const checked = yaml && isYaml(yaml) ? attribution.safeParse(yaml.data) : null;
  return checked?.success ? [checked.data] : [];
}

/** The plain texts in the folder of the sources, by their names in it. */
function plainTexts(root: string): ReadonlyMap<string, string> {
  const folder = sourcesFolder(root);
  if (folder === null) return new Map();
  return new Map(
    sourceFiles(folder)
      .filter((file) => ['.txt', '.md'].includes(extname(file).toLowerCase()))
      .map((file): [string, string] => [relative(folder, file).split(sep).join('/'), file]),
  );
}

export const namesAtHand = (root = '.'): readonly string[] => [...plainTexts(root).keys()];

/** The file that holds the article of a practice; null where none is on record, or at hand. */
export function fileOnRecordFor(practice: string, root = '.'): string | null {
  const own = onRecord(root).find(({ articles }) =>
    articles.some((article) => article.practice === practice),
  );
  return own !== undefined && plainTexts(root).has(own.file) ? own.file : null;
}

/** A source that was never taken in, as it lies there; null where there is none of the name. */
export function sourceAtHand(name: string, root = '.'): TakenSource | null {
  const file = plainTexts(root).get(name);
  if (file === undefined) return null;
  const bytes = readFileSync(file);
  return {
    name,
    digest: hash('sha256', bytes),
    takenOn: statSync(file).mtime.toISOString().slice(0, 10),
    blocks: blocksOfText(decodeSource(bytes).text),
    belongs: {},
  };
}

/** What each block of a file is to a practice, by its number, as far as it is on record. */
export function belongingsOnRecord(
  name: string,
  practice: string,
  root = '.',
): ReadonlyMap<number, Belonging> {
  const found = new Map<number, Belonging>();
  const articles = onRecord(root).find(({ file }) => file === name)?.articles ?? [];
  for (const { practice: of, parts } of articles) {
    const belongs = of === practice ? 'this' : of === undefined ? 'unused' : 'another';
    // Of a paragraph that holds two articles, the one that is worked on counts.
    for (const { at } of parts) if (found.get(at - 1) !== 'this') found.set(at - 1, belongs);
  }
  return found;
}
