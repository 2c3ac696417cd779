import { onceFor } from '#domain/lists/once-for.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { FieldPath } from '#gate/field-names.ts';
import type { Library } from '#gate/library.ts';
import { nearest } from '#gate/nearest.ts';
import { listFile, type ListName, type RawRecord } from '#gate/records.ts';
import { valueAt } from '#gate/values.ts';

/** What an id can name: an entry of a list, or a practice by its file. */
type Target = ListName | 'practices';

/** Which fields hold ids of what. `*` stands for every item of a list. */
const practiceReferences: readonly (readonly [path: string, target: Target])[] = [
  ['region', 'regions'],
  ['institution', 'institutions'],
  ['topics.*', 'topics'],
  ['problems.*', 'problems'],
  ['source.authors.*.author', 'authors'],
];

const entryReferences: readonly (readonly [from: ListName, path: string, target: Target])[] = [
  ['regions', 'parent', 'regions'],
  ['topics', 'broader', 'topics'],
  ['topics', 'overview.*.practices.*', 'practices'],
  ['problems', 'answers.*.ways.*.practice', 'practices'],
  ['problems', 'related.*', 'problems'],
  ['problems', 'terms.*', 'terms'],
  ['terms', 'regions.*', 'regions'],
  ['comparisons', 'practices.*', 'practices'],
];

/** Every id that is used stands in its list. Looks at records in any shape. */
export function danglingIds({ raw, listed }: Library): Fault[] {
  const unknown = (record: RawRecord, path: string, target: Target): Fault[] =>
    target === 'practices'
      ? unknownPractices(record, path, raw.practiceIds)
      : unknownEntries(record, path, target, listed.raw[target]);
  const inPractices = raw.practices.flatMap((practice) =>
    practiceReferences.flatMap(([path, target]) => unknown(practice, path, target)),
  );
  const inLists = entryReferences.flatMap(([from, path, target]) =>
    (raw.lists[from] ?? []).flatMap((entry) => unknown(entry, path, target)),
  );
  return [...inPractices, ...inLists];
}

const idsOf = onceFor(
  (entries: readonly RawRecord[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id)),
);

function unknownEntries(
  record: RawRecord,
  pattern: string,
  list: ListName,
  entries: readonly RawRecord[] | null,
): Fault[] {
  if (!entries) return []; // The list itself is at fault, and says so.
  const known = idsOf(entries);
  return idsAt(record, pattern).flatMap(([path, id]) => {
    if (known.has(id)) return [];
    const problem = `${listFile(list)} 里没有这个 id`;
    return [fault(record.place(path), problem, remedyFor(id, list, entries))];
  });
}

function unknownPractices(
  record: RawRecord,
  pattern: string,
  practices: ReadonlySet<string>,
): Fault[] {
  return idsAt(record, pattern).flatMap(([path, id]) => {
    if (practices.has(id)) return [];
    const meant = nearest(id, practices).join('或 ');
    const look = '编号就是 content/practices/ 里的文件名（不带 .mdx）';
    const remedy = meant === '' ? look : `${look}，是不是想写 ${meant}`;
    return [fault(record.place(path), '没有这篇实践', remedy)];
  });
}

/** The ids a record holds at a pattern; what is no text is left to the schema. */
const idsAt = (record: RawRecord, pattern: string): (readonly [FieldPath, string])[] =>
  pathsMatching(record.data, pattern.split('.')).flatMap((path) => {
    const id = valueAt(record.data, path);
    return typeof id === 'string' ? [[path, id] as const] : [];
  });

/** The paths in the data that a pattern such as `authors.*.author` names. */
function pathsMatching(data: unknown, [key, ...rest]: readonly string[]): FieldPath[] {
  if (key === undefined) return [[]];
  const keys = key !== '*' ? [key] : Array.isArray(data) ? [...data.keys()] : [];
  return keys.flatMap((step) =>
    pathsMatching(valueAt(data, [step]), rest).map((path) => [step, ...path]),
  );
}

function remedyFor(id: string, list: ListName, entries: readonly RawRecord[]): string {
  const look = `请到 ${listFile(list)} 查 id`;
  const meant = entriesMeant(id, entries);
  if (meant.length > 0) return `${look}，是不是想写 ${meant.slice(0, 3).map(titleOf).join('或 ')}`;
  if (entries.length <= 12) return `${look}，现有的是：${entries.map(titleOf).join('、')}`;
  return `${look}；确实没有合适的，先在那里加一条，再回来引用`;
}

const titleOf = (entry: RawRecord): string => `${entry.id}（${wordsOf(entry)[0] ?? entry.id}）`;

function entriesMeant(id: string, entries: readonly RawRecord[]): RawRecord[] {
  const byWord = entries.find((entry) => wordsOf(entry).includes(id));
  if (byWord) return [byWord];
  const close = nearest(
    id,
    entries.map((entry) => entry.id),
  );
  if (close.length > 0) return entries.filter((entry) => close.includes(entry.id));
  if (!/\p{Script=Han}/u.test(id)) return [];
  return entries.filter((entry) =>
    wordsOf(entry).some((word) => word.includes(id) || id.includes(word)),
  );
}

/** What an entry is called, its main name first. */
function wordsOf({ data }: RawRecord): string[] {
  const aliases = valueAt(data, ['aliases']);
  const words: unknown[] = [
    ...['label', 'short', 'name'].map((key) => valueAt(data, [key])),
    ...(Array.isArray(aliases) ? aliases : []),
  ];
  return words.filter((word): word is string => typeof word === 'string');
}
