import type { VocabularyName } from '#domain/lists/vocabularies.ts';
import { spliceCard } from '#editing/card-splices.ts';
import { save, standingOf } from '#editing/saving.ts';
import { paragraphOf } from '#gate/fault.ts';
import { fieldName } from '#gate/field-names.ts';
import { keysAt } from '#gate/schema-fields.ts';
import { checkShape } from '#gate/shape.ts';
import { shownName } from '#folders.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { listSchemas } from '#schema/lists.ts';
import { refuse } from '#refusal.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What came of adding an entry: the file as it was before. */
export interface Added {
  readonly name: string;
  readonly before: string;
}

/**
 * Adds an entry to a list, where its like stands; nothing else of the file changes. Refuses, field by
 * field, one that the schema would not have, and an id or name that is there.
 */
export function addEntry(list: VocabularyName, given: Entry, root = '.'): Added {
  const schema = listSchemas[list];
  const entry = withoutEmpty(given);
  const file = shownName(`${list}.yml`);
  const { faults } = checkShape(schema, {
    file,
    id: String(entry['id'] ?? ''),
    data: entry,
    place: (path) => ({ file, line: null, field: fieldName(path) || '条目', value: null }),
  });
  if (faults.length > 0) refuse(faults.map(paragraphOf).join('\n'));
  const name = `${list}.yml`;
  const { text, digest } = standingOf(name, root);
  const read = text === null ? null : readYaml(text);
  if (text === null || !read || !isYaml(read) || !Array.isArray(read.data)) {
    return refuse(`${file} 现在读不懂，没有添。先把它改好。`);
  }
  const entries = read.data as readonly Entry[];
  const twin = entries.find(
    (other) => other['id'] === entry['id'] || wordOf(other) === wordOf(entry),
  );
  if (twin) refuse(`${file} 里已经有 ${String(twin['id'])}（${wordOf(twin)}），没有再添。`);
  const above = entry['parent'] ?? entry['broader'];
  if (above !== undefined && !entries.some(({ id }) => id === above)) {
    refuse(`${file} 里还没有上级 ${String(above)}，先添上级。`);
  }
  const after = spliceCard(
    text,
    { edit: 'insert', path: [placeOf(list, entry, entries)], value: inOrder(list, entry) },
    () => [],
  );
  const done = save(name, after, digest, root);
  if ('changed' in done) refuse(`${file} 刚刚被别人改过，没有添。再试一次。`);
  return { name, before: text };
}

const wordOf = (entry: Entry): string =>
  String(entry['label'] ?? entry['name'] ?? entry['title'] ?? '');

/** Fields left empty are not written. */
const withoutEmpty = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => {
      const isEmpty = Array.isArray(value) ? value.length === 0 : value === '' || value === null;
      return !isEmpty && value !== undefined;
    }),
  );

/** As the schema has the fields. Terms and the like always say their aliases. */
function inOrder(list: VocabularyName, entry: Entry): Entry {
  const fields = keysAt(listSchemas[list], [], entry);
  const written: Entry =
    fields.includes('aliases') && list !== 'regions' ? { aliases: [], ...entry } : entry;
  return Object.fromEntries(
    fields.filter((key) => Object.hasOwn(written, key)).map((key) => [key, written[key]]),
  );
}

const levels = ['province', 'prefecture', 'county'];
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** Regions stand by level and code, terms by pinyin, all others as they came. */
function placeOf(list: VocabularyName, entry: Entry, entries: readonly Entry[]): number {
  if (list === 'regions') {
    const level = levels.indexOf(String(entry['level']));
    const isBefore = (other: Entry): boolean => {
      const its = levels.indexOf(String(other['level']));
      return its < level || (its === level && String(other['id']) < String(entry['id']));
    };
    return entries.findLastIndex(isBefore) + 1;
  }
  if (list !== 'terms') return entries.length;
  const next = entries.findIndex((other) => byPinyin.compare(wordOf(other), wordOf(entry)) > 0);
  return next < 0 ? entries.length : next;
}
