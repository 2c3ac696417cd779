import { idsAt } from '#domain/lists/ids-at.ts';
import {
  idPathOf,
  listNames,
  namedLists,
  vocabularyOf,
  type ListName,
  type VocabularyName,
} from '#domain/lists/vocabularies.ts';
import { onceFor } from '#domain/lists/once-for.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { nearest } from '#gate/nearest.ts';
import { listFile, type RawRecord } from '#gate/records.ts';
import { valueAt } from '#gate/values.ts';

/** What an id can name: an entry of a list, or a practice by its file. */
type Target = VocabularyName | 'practices';

/** Which fields of a list's entries hold ids of what. */
const referencesOf = (list: ListName): readonly (readonly [path: string, target: Target])[] => {
  if (list === 'comparisons') return [['practices.*', 'practices']];
  const { above, refersTo } = vocabularyOf(list);
  return [...(above === null ? [] : [[above, list] as const]), ...Object.entries(refersTo)];
};

/** Every id that is used stands in its list. Looks at records in any shape. */
export function danglingIds({ raw, listed }: Library): Fault[] {
  const unknown = (record: RawRecord, path: string, target: Target): Fault[] =>
    target === 'practices'
      ? unknownPractices(record, path, raw.practiceIds)
      : unknownEntries(record, path, target, listed.raw[target]);
  const inPractices = raw.practices.flatMap((practice) =>
    namedLists.flatMap((list) => unknown(practice, idPathOf(list), list)),
  );
  const inLists = listNames.flatMap((from) =>
    referencesOf(from).flatMap(([path, target]) =>
      (raw.lists[from] ?? []).flatMap((entry) => unknown(entry, path, target)),
    ),
  );
  return [...inPractices, ...inLists];
}

const idsOf = onceFor(
  (entries: readonly RawRecord[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id)),
);

function unknownEntries(
  record: RawRecord,
  pattern: string,
  list: VocabularyName,
  entries: readonly RawRecord[] | null,
): Fault[] {
  if (!entries) return []; // The list itself is at fault, and says so.
  const known = idsOf(entries);
  return idsAt(record.data, pattern).flatMap(([path, id]) => {
    if (known.has(id)) return [];
    const problem = `${listFile(list)} 里没有这个 id`;
    const named = entries.filter((entry) => wordsOf(entry).includes(id));
    const mend = named.length === 1 ? { from: id, to: named[0]?.id ?? id } : null;
    return [fault(record.place(path), problem, remedyFor(id, list, entries), mend)];
  });
}

function unknownPractices(
  record: RawRecord,
  pattern: string,
  practices: ReadonlySet<string>,
): Fault[] {
  return idsAt(record.data, pattern).flatMap(([path, id]) => {
    if (practices.has(id)) return [];
    const meant = nearest(id, practices).join('或 ');
    const look = '编号就是 content/practices/ 里的文件名（不带 .mdx）';
    const remedy = meant === '' ? look : `${look}，是不是想写 ${meant}`;
    return [fault(record.place(path), '没有这篇实践', remedy)];
  });
}

function remedyFor(id: string, list: VocabularyName, entries: readonly RawRecord[]): string {
  const look = `请到 ${listFile(list)} 查 id`;
  const known = idsOf(entries);
  const run = id.split(/[\s，、；;]+/u).filter((part) => part !== '');
  if (run.length > 1 && run.some((part) => known.has(part))) {
    return `几个 id 之间用半角逗号隔开，写成 [${run.join(', ')}]`;
  }
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
