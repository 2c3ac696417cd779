import { readFileSync } from 'node:fs';
import { differenceOf, type PublishedEdition } from '#domain/practice/published-record.ts';
import { listNames } from '#domain/lists/vocabularies.ts';
import { bringUpToDate } from '#editing/paragraph-registers.ts';
import { readEditions, readPractice, writeEdition, writeIds } from '#editing/published-files.ts';
import { inspectContent, type Report } from '#gate/report.ts';

import { contentPath, shownName } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { isDraft, namesOf } from '#reading/practice-names.ts';
import { readSoundText } from '#reading/text-file.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundYaml } from '#reading/yaml.ts';

/** Why nothing was put on record, or what was. */
export type Publishing =
  | { readonly refused: Report }
  /** Ids of practices whose paragraphs would leave the prose, which has to be accepted first. */
  | { readonly waiting: readonly string[] }
  | { readonly editions: readonly { readonly id: string; readonly edition: number }[] };

export interface PublishOptions {
  /** Whether paragraphs may leave the prose. */
  readonly accept: boolean;
  /** The one practice that is put on record; all there are where it is not given. */
  readonly only?: string;
  /** Whether what becomes of paragraphs is told on the way. */
  readonly says?: boolean;
}
const isWithoutSentences = ({ sentences }: PublishedEdition): boolean =>
  Object.keys(sentences).length === 0;

/** Puts what readers are about to get on record, once the gate has nothing against it. */
export function publish({ accept, only, says = true }: PublishOptions, root = '.'): Publishing {
  const listing = listContent(root);
  const ids = idsIn(listing, 'practices').filter(
    (id) =>
      (only === undefined || id === only) &&
      !isDraft(readFileSync(contentPath(`practices/${id}.mdx`, root), 'utf8')),
  );
  const report = reportOn(only, root);
  if (report.faults.length > 0) return { refused: report };
  const waiting = ids.filter((id) => !bringUpToDate(id, { accept, says }, root));
  if (waiting.length > 0) return { waiting };
  const publishedOn = todayHere();
  const editions = ids.flatMap((id) => {
    const { data, statement, sentences } = readPractice(id, root);
    const { edition } = data;
    const [newest] = readEditions(id, root);
    if (newest?.edition !== edition) {
      writeEdition(id, { edition, publishedOn, ...statement, sentences }, root);
      return [{ id, edition }];
    }
    // A record from before sentences were kept gains them, as long as they are the ones on record.
    if (isWithoutSentences(newest) && differenceOf(newest, statement) === null) {
      writeEdition(id, { ...newest, sentences }, root);
    }
    return [];
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

/** Faults of other practices do not hold one up that is put on record by itself. */
function reportOn(only: string | undefined, root: string): Report {
  const report = inspectContent(root, { registers: false });
  if (only === undefined) return report;
  const own = new Set(namesOf(only).map(shownName));
  const others = new Set(idsIn(listContent(root), 'practices').flatMap(namesOf).map(shownName));
  const faults = report.faults.filter(({ file }) => own.has(file) || !others.has(file));
  return { ...report, faults };
}

function idsOfList(list: string, root: string): readonly string[] {
  const name = `${list}.yml`;
  const entries = readSoundYaml(readSoundText(contentPath(name, root), name), name);
  return Array.isArray(entries) ? entries.map((entry: { id: string }) => entry.id) : [];
}
