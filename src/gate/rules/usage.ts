import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import type { CheckedRecord, RawRecord } from '#gate/records.ts';

/**
 * Every entry is used. Provinces are exempt, they are listed in full; so are institutions, a
 * fixed set. Only meaningful for a library in which every record could be read.
 */
export function unusedEntries({ gists, lists, listed }: Library): Fault[] {
  const topics = withAbove(
    lists.topics,
    gists.flatMap((practice) => practice.topics),
    ({ data: { broader } }) => broader,
  );
  const regions = withAbove(
    lists.regions,
    gists.map((practice) => practice.region),
    ({ data: { parent } }) => parent,
  );
  const problems = new Set(gists.flatMap((practice) => practice.problems));
  const authors = new Set(gists.flatMap((practice) => practice.authors));
  return (
    [
      ...lists.topics.filter(({ id }) => !topics.has(id)),
      ...lists.problems.filter(({ id }) => !problems.has(id)),
      ...lists.authors.filter(({ id }) => !authors.has(id)),
      ...lists.regions.filter(
        (region) => region.data.level !== 'province' && !regions.has(region.id),
      ),
    ]
      // What a draft will use is on its way.
      .filter(({ id }) => !listed.drafted.includes(id))
      .map((entry: RawRecord) =>
        fault(entry.place(['id']), '没有一篇实践用到这个条目', '暂时用不到的先删去，用到时再加'),
      )
  );
}

/** The ids given and all above them. */
function withAbove<R extends CheckedRecord<unknown>>(
  records: readonly R[],
  ids: readonly string[],
  aboveOf: (record: R) => string | undefined,
): Set<string> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const used = new Set<string>();
  for (const id of ids) {
    let at: string | undefined = id;
    while (at !== undefined && !used.has(at)) {
      used.add(at);
      const above: R | undefined = byId.get(at);
      at = above && aboveOf(above);
    }
  }
  return used;
}
