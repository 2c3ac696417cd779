/** Sources that lie in the library's folder, and what is on record of where their paragraphs belong. */
import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { contentPath } from '#folders.ts';
import { sourceFiles } from '#reading/kept-sources.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { sourcesFolder } from '#reading/site-file.ts';
import { readText } from '#reading/text-file.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { attribution } from '#schema/grounds.ts';

export type Attribution = z.output<typeof attribution>;

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

/** The sources in the library's folder, by their names in it. */
export function filesAtHand(root = '.'): ReadonlyMap<string, string> {
  const folder = sourcesFolder(root);
  if (folder === null) return new Map();
  return new Map(
    sourceFiles(folder).map((file): [string, string] => [
      relative(folder, file).split(sep).join('/'),
      file,
    ]),
  );
}

const attributionFor = (practice: string, root: string): Attribution | undefined =>
  onRecord(root).find(({ articles }) => articles.some((article) => article.practice === practice));

/** The file that holds the article of a practice; null where none is on record, or at hand. */
export function fileOnRecordFor(practice: string, root = '.'): string | null {
  const own = attributionFor(practice, root);
  return own !== undefined && filesAtHand(root).has(own.file) ? own.file : null;
}

/** The document that holds the article of a practice; null where none is on record. */
export const documentOnRecordFor = (practice: string, root = '.'): string | null =>
  attributionFor(practice, root)?.document ?? null;

/** To which articles the paragraphs of a file belong; null where nobody has said. */
export const attributionOf = (file: string, root = '.'): Attribution | null =>
  onRecord(root).find((one) => one.file === file) ?? null;
