import { existsSync } from 'node:fs';
import type { z } from 'astro/zod';
import { isRequired, type ListName } from '#domain/lists/vocabularies.ts';
import { contentPath, shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';
import { soundRecord } from '#reading/sound-record.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { listSchemas } from '#schema/lists.ts';

export type ListEntry<List extends ListName> = z.output<(typeof listSchemas)[List]>;

/**
 * The entries of `content/<list>.yml` as written; none where a library does without the file. Throws
 * where it is no list.
 */
export function readRawList(list: ListName, root = '.'): readonly Record<string, unknown>[] {
  const name = `${list}.yml`;
  const file = contentPath(name, root);
  if (!isRequired(list) && !existsSync(file)) return [];
  const entries = readSoundYaml(readSoundText(file, name), name) ?? [];
  if (!Array.isArray(entries)) refuse(`${shownName(name)} 的内容应当是一条一条的列表。`);
  return entries as Record<string, unknown>[];
}

/** The same with what is not written filled in. Throws where an entry is not as the schema wants it. */
export const readList = <List extends ListName>(
  list: List,
  root = '.',
): readonly ListEntry<List>[] =>
  readRawList(list, root).map(
    (entry) => soundRecord(listSchemas[list], entry, `${list}.yml`) as ListEntry<List>,
  );
