import { readFileSync } from 'node:fs';
import { listNames } from '#domain/lists/vocabularies.ts';
import { bringUpToDate } from '#editing/paragraph-registers.ts';
import { readEditions, readPractice, writeEdition, writeIds } from '#editing/published-files.ts';
import { inspectContent, type Report } from '#gate/report.ts';

import { contentPath } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { isDraft } from '#reading/practice-names.ts';
import { readSoundText } from '#reading/text-file.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundYaml } from '#reading/yaml.ts';

/** Why nothing was put on record, or what was. */
export type Publishing =
  | { readonly refused: Report }
  /** Ids of practices whose paragraphs would leave the prose, which has to be accepted first. */
  | { readonly waiting: readonly string[] }
  | { readonly editions: readonly { readonly id: string; readonly edition: number }[] };

/** Puts what readers are about to get on record, once the gate has nothing against it. */
export function publish({ accept }: { accept: boolean }, root = '.'): Publishing {
  const listing = listContent(root);
  const ids = idsIn(listing, 'practices').filter(
    (id) => !isDraft(readFileSync(contentPath(`practices/${id}.mdx`, root), 'utf8')),
  );
  const report = inspectContent(root, { registers: false });
  if (report.faults.length > 0) return { refused: report };
  const waiting = ids.filter((id) => !bringUpToDate(id, { accept }, root));
  if (waiting.length > 0) return { waiting };
  const publishedOn = todayHere();
  const editions = ids.flatMap((id) => {
    const { data, statement } = readPractice(id, root);
    const { edition } = data;
    if (readEditions(id, root)[0]?.edition === edition) return [];
    writeEdition(id, { edition, publishedOn }, statement, root);
    return [{ id, edition }];
  });
  writeIds(
    new Map([
      ...listNames.map((list): [string, readonly string[]] => [list, idsOfList(list, root)]),
      ['guides', idsIn(listing, 'guides')],
      ['practices', ids],
    ]),
    root,
  );
  return { editions };
}

function idsOfList(list: string, root: string): readonly string[] {
  const name = `${list}.yml`;
  const entries = readSoundYaml(readSoundText(contentPath(name, root), name), name);
  return Array.isArray(entries) ? entries.map((entry: { id: string }) => entry.id) : [];
}
