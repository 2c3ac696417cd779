import { differenceOf, type Difference } from '#domain/practice/published-record.ts';
import { listNames } from '#domain/lists/vocabularies.ts';
import { fault, type Fault } from '#gate/fault.ts';
import { fieldNames } from '#gate/field-names.ts';
import type { Library, PracticeDocument } from '#gate/library.ts';
import {
  publishedFile,
  publishedIdsFile,
  redirectsFile,
  type CheckedRecord,
  type PublishedData,
} from '#gate/records.ts';
import { digestOf, sealOf, statementOf } from '#prose/statement.ts';

const register = '运行 npm run publish，把它登记为已发布';

/** The record of what was published is as the command left it. */
export function publishedSealed({ published }: Library): Fault[] {
  return published.flatMap((record) => {
    const { editions, seal } = record.data;
    if (sealOf(record.id, editions) === seal) return [];
    const remedy = '这个文件只由 npm run publish 写；从旧版本恢复它，改动写进实践本身并出新的一版';
    return [fault(record.place(['seal']), '发布记录被手工改过，和封签对不上', remedy)];
  });
}

/** What readers were given as an edition stays as it was: a change is a new edition, with a note. */
export function publishedUnchanged({ practices, published, ledgers }: Library): Fault[] {
  const recordOf = new Map(published.map((record) => [record.id, record.data]));
  const ledgerOf = new Map(ledgers.map(({ id, data }) => [id, data]));
  return practices.flatMap((practice) => {
    const record = recordOf.get(practice.id);
    const newest = record?.editions[0];
    if (!record || !newest) return [];
    const { edition, changes } = practice.data;
    if (edition < newest.edition) {
      const problem = `第 ${newest.edition} 版已经发布，版次不能退回`;
      const remedy = `改回 ${newest.edition}；要撤回改动，也要出第 ${newest.edition + 1} 版并写明`;
      return [fault(practice.place(['edition']), problem, remedy)];
    }
    const untold = record.editions.find(
      (old) => !changes.some((change) => change.edition === old.edition),
    );
    if (untold) {
      const problem = `第 ${untold.edition} 版发布过，修改说明里却没有它`;
      return [fault(practice.place(['changes']), problem, '把这一版的说明找回来，只添不删')];
    }
    if (edition > newest.edition) return [];
    const now = statementOf(practice, ledgerOf.get(practice.id) ?? { paragraphs: [] });
    const changed = differenceOf(newest, now);
    return changed ? changedWithoutEdition(practice, newest, changed) : [];
  });
}

function changedWithoutEdition(
  practice: PracticeDocument,
  newest: PublishedData['editions'][number],
  { fields, notes }: Difference,
): Fault[] {
  const { edition } = newest;
  const problem = `第 ${edition} 版已经发布，这里和发布时不同`;
  const remedy = `有意改的：edition 改成 ${edition + 1}，在 changes 最上面写明改了什么；无意改的：改回原样`;
  const inFields = fields.map((field) => fault(practice.place([field]), problem, remedy));
  // Not by id: a paragraph edited and not yet registered has none.
  const known = new Set(Object.values(newest.paragraphs));
  const texts = practice.paragraphs.filter((text) => !known.has(digestOf(text)));
  const fewer = practice.paragraphs.length < Object.keys(newest.paragraphs).length;
  const place = { file: practice.file, line: null, field: '正文' };
  return [
    ...inFields,
    ...texts.map((value) => fault({ ...place, value }, problem, remedy)),
    ...(texts.length === 0 && fewer
      ? [fault({ ...place, value: null }, `${problem}：少了段落`, remedy)]
      : []),
    ...(notes ? [fault({ ...place, field: '正文的编者注', value: null }, problem, remedy)] : []),
  ];
}

/** The ids of all that has an address of its own, by list. */
function idsNow({ guides, raw }: Library): Map<string, ReadonlySet<string>> {
  const ids = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(records.map(({ id }) => id));
  return new Map([
    ...listNames.map((name): [string, ReadonlySet<string>] => [name, ids(raw.lists[name] ?? [])]),
    ['guides', ids(guides)],
    ['practices', raw.practiceIds],
  ]);
}

/** Where something was published, something stands for ever: itself, or the way to what it became. */
export function vanished(library: Library): Fault[] {
  const { published, listed, raw } = library;
  const now = idsNow(library);
  const movedFrom = new Map(
    listed.redirects.map((entry) => [`${entry.data.list} ${entry.data.from}`, entry]),
  );
  const practices = published
    .filter(({ id }) => !raw.practiceIds.has(id) && !movedFrom.has(`practices ${id}`))
    .map(({ id, file }) =>
      fault(
        { file, line: null, field: '文件名', value: `${id}.yml` },
        `这篇实践发布过，content/practices/${id}.mdx 却不见了，或退回了草稿，读者手里的地址会失效`,
        `从旧版本恢复那个文件。要撤下，写 state: retired 和 retired；改了名，在 ${redirectsFile} 里写明去向`,
      ),
    );
  const entries = Object.entries(listed.publishedIds?.data ?? {}).flatMap(([list, ids]) => {
    const standing = now.get(list);
    if (!standing || raw.lists[list as 'topics'] === null) return [];
    const isFolder = list === 'guides' || list === 'practices';
    const file = isFolder ? `content/${list}/` : `content/${list}.yml`;
    const told = new Set(list === 'practices' ? published.map(({ id }) => id) : []);
    return ids
      .filter((id) => !standing.has(id) && !told.has(id) && !movedFrom.has(`${list} ${id}`))
      .map((id) =>
        fault(
          { file, line: null, field: '编号（id）', value: id },
          '这个编号公布过，现在不见了，读者手里的地址会失效',
          `恢复这个编号；确实改了编号（例如区划代码变更），在 ${redirectsFile} 里写明从哪里到哪里`,
        ),
      );
  });
  return [...practices, ...entries];
}

/** An id that moved is not used again, and leads to something. */
export function redirects(library: Library): Fault[] {
  const now = idsNow(library);
  const froms = new Map<string, number>();
  return library.listed.redirects.flatMap((entry, at) => {
    const { list, from, to } = entry.data;
    const standing = now.get(list) ?? new Set();
    if (standing.has(from)) {
      return [
        fault(
          entry.place(['from']),
          '这个编号改走了，又有人在用',
          '改走的编号永不另用，换一个编号',
        ),
      ];
    }
    if (!standing.has(to)) {
      return [
        fault(entry.place(['to']), '没有这个编号', '写现在的编号；再改过名的，直接写最后的那一个'),
      ];
    }
    const key = `${list} ${from}`;
    if (froms.has(key)) return [fault(entry.place(['from']), '同一个编号写了两条去向', '只留一条')];
    froms.set(key, at);
    return [];
  });
}

/** A practice that was withdrawn says why, and what is not withdrawn does not. */
export function retirements({ practices }: Library, today: string): Fault[] {
  return practices.flatMap((practice) => {
    const { state, retired } = practice.data;
    if (state === 'retired' && !retired) {
      const remedy =
        '补上 retired：on 哪天、by 由谁、reason 缘由、successor 接替的实践（没有不写）';
      return [fault({ ...practice.place(['state']), value: state }, '撤下了却没有说明', remedy)];
    }
    if (state !== 'retired' && retired) {
      return [
        fault(
          practice.place(['retired']),
          '没有撤下却写了撤下的说明',
          '删去 retired，或把 state 改成 retired',
        ),
      ];
    }
    if (retired && retired.on > today) {
      return [
        fault(
          practice.place(['retired', 'on']),
          `日期还没有到（今天是 ${today}）`,
          '改成实际的日期',
        ),
      ];
    }
    return [];
  });
}

/** What was withdrawn is no longer held up as an answer. Asked once every file is sound in itself. */
export function retiredInUse({ gists, lists }: Library): Fault[] {
  const states = new Map(gists.map(({ id, state }) => [id, state]));
  const isRetired = (id: string): boolean => states.get(id) === 'retired';
  const remedy = '换成接替的那一篇，或删去这一处';
  const problem = '这一篇已经撤下';
  const successors = gists.flatMap(({ file, successor }) =>
    successor !== null && states.get(successor) !== 'published'
      ? [
          fault(
            {
              file,
              line: null,
              field: `${fieldNames['successor']}（successor）`,
              value: successor,
            },
            '接替的实践不存在，或者也撤下了',
            '写一篇已发布的实践的编号；没有就删去这一行',
          ),
        ]
      : [],
  );
  const named = (
    record: CheckedRecord<unknown>,
    path: readonly PropertyKey[],
    id: string,
  ): Fault[] =>
    isRetired(id) ? [fault({ ...record.place(path), value: id }, problem, remedy)] : [];
  return [
    ...successors,
    ...lists.topics.flatMap((topic) =>
      topic.data.overview.flatMap((sentence, at) =>
        sentence.practices.flatMap((id) => named(topic, ['overview', at, 'practices'], id)),
      ),
    ),
    ...lists.problems.flatMap((entry) =>
      entry.data.answers.flatMap(({ ways }, at) =>
        ways.flatMap((way, place) => named(entry, ['answers', at, 'ways', place], way.practice)),
      ),
    ),
    ...lists.comparisons.flatMap((comparison) =>
      comparison.data.practices.flatMap((id) => named(comparison, ['practices'], id)),
    ),
  ];
}

/** Everything readers are about to get is on record. Asked last: what has faults will change. */
export function publishedRegistered(library: Library): Fault[] {
  const { practices, published, listed } = library;
  if (!listed.publishedIds) {
    const [record] = published;
    if (!record) return [];
    const place = { file: publishedIdsFile, line: null, field: '整个文件', value: null };
    return [fault(place, '找不到这个文件', `从旧版本恢复它，或${register}`)];
  }
  const recordOf = new Map(published.map((record) => [record.id, record.data]));
  const unregistered = practices.flatMap((practice) => {
    const newest = recordOf.get(practice.id)?.editions[0]?.edition ?? 0;
    return practice.data.edition === newest
      ? []
      : [
          fault(
            { file: publishedFile(practice.id), line: null, field: '发布记录', value: null },
            `${practice.file} 的第 ${practice.data.edition} 版还没有登记`,
            register,
          ),
        ];
  });
  return unregistered;
}

/** New entries of lists are put on record like practices. Only meaningful where lists were read. */
export function idsRegistered(library: Library): Fault[] {
  const known = library.listed.publishedIds?.data;
  if (!known) return [];
  return [...idsNow(library)].flatMap(([list, ids]) => {
    if (list === 'practices') return [];
    const registered = new Set(known[list] ?? []);
    const fresh = [...ids].filter((id) => !registered.has(id));
    if (fresh.length === 0) return [];
    const place = { file: publishedIdsFile, line: null, field: list, value: fresh.join('、') };
    return [fault(place, '这些编号还没有登记', register)];
  });
}
