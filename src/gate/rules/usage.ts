import { namedLists, vocabularyOf } from '#domain/lists/vocabularies.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import type { RawRecord } from '#gate/records.ts';
import { idAt } from '#gate/values.ts';

/**
 * Every entry is used, where its list wants that; provinces are exempt, they are listed in full. Only
 * meaningful for a library in which every record could be read.
 */
export function unusedEntries({ gists, lists, listed }: Library): Fault[] {
  // Whoever sets up a library prepares its lists before there is anything to use them.
  if (gists.length === 0) return [];
  const provinces = lists.regions.filter(({ data }) => data.level === 'province');
  const exempt = new Set<RawRecord>(provinces);
  return namedLists
    .filter((list) => !vocabularyOf(list).mayBeUnused)
    .flatMap((list): readonly RawRecord[] => {
      const ids = [
        ...gists.flatMap(({ named }) => named[list]),
        // What a draft will use is on its way, with all above it.
        ...lists[list].map(({ id }) => id).filter((id) => listed.drafted.includes(id)),
      ];
      const used = withAbove(lists[list], ids, vocabularyOf(list).above);
      return lists[list].filter((entry) => !used.has(entry.id) && !exempt.has(entry));
    })
    .map((entry) =>
      fault(entry.place(['id']), '没有一篇实践用到这个条目', '暂时用不到的先删去，用到时再加'),
    );
}

/** The ids given and all above them. */
function withAbove(
  records: readonly RawRecord[],
  ids: readonly string[],
  above: string | null,
): Set<string> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const used = new Set<string>();
  for (const id of ids) {
    let at: string | undefined = id;
    while (at !== undefined && !used.has(at)) {
      used.add(at);
      at = above === null ? undefined : idAt(byId.get(at)?.data, above);
    }
  }
  return used;
}
