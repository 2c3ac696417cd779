import { listNames, vocabularyNames, vocabularyOf } from '#domain/lists/vocabularies.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { listFile, type CheckedRecord, type ListEntry, type RawRecord } from '#gate/records.ts';
import { idAt } from '#gate/values.ts';

type RegionRecord = CheckedRecord<ListEntry<'regions'>>;

/** Ids are addresses: equal ones overwrite each other, and `jian-cha` beside `jiancha` misleads. */
export function equalIds({ raw }: Library): Fault[] {
  return listNames.flatMap((name) => {
    const seen = new Map<string, string>();
    return (raw.lists[name] ?? []).flatMap((entry) => {
      if (entry.id === '') return [];
      const spelling = entry.id.replaceAll('-', '');
      const earlier = seen.get(spelling);
      if (earlier === undefined) {
        seen.set(spelling, entry.id);
        return [];
      }
      const problem =
        earlier === entry.id ? '这个 id 前面已经用过' : `与前面的 id “${earlier}”只差连字符`;
      return [fault(entry.place(['id']), problem, '删去重复的条目，或换一个能区分的 id')];
    });
  });
}

/** A word a reader types leads to one entry of a list. */
export function equalWords({ lists }: Library): Fault[] {
  return [
    ...listNames.flatMap((name) =>
      collisions(labelled(lists[name]), ({ data }) => [
        [['label'], data.label],
        ...aliasesOf(data),
      ]),
    ),
    // Places of one name in two provinces are two places.
    ...collisions(
      lists.regions,
      ({ data }) => [
        [['name'], data.name],
        ...(data.short === data.name ? [] : [[['short'], data.short] as const]),
        ...aliasesOf(data),
        ...data.former.map(({ name }, index) => [['former', index, 'name'], name] as const),
      ],
      ({ data }) => data.parent ?? '',
    ),
  ];
}

interface Labelled {
  readonly label: string;
  readonly aliases: string[];
}

/** The entries that are called by a label; people may share a name. */
const labelled = (records: readonly CheckedRecord<object>[]): readonly CheckedRecord<Labelled>[] =>
  records.filter((record): record is CheckedRecord<Labelled> => 'label' in record.data);

type Word = readonly [path: readonly (string | number)[], word: string];

const aliasesOf = ({ aliases }: { aliases: string[] }): Word[] =>
  aliases.map((alias, index) => [['aliases', index], alias]);

function collisions<R extends CheckedRecord<unknown>>(
  records: readonly R[],
  wordsOf: (record: R) => readonly Word[],
  groupOf: (record: R) => string = () => '',
): Fault[] {
  const owners = new Map<string, R>();
  return records.flatMap((record) => {
    const words = wordsOf(record);
    return words.flatMap(([path, word]) => {
      const key = `${groupOf(record)} ${word.replace(/[“”‘’\s]/g, '').toLowerCase()}`;
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, record);
        return [];
      }
      const isFirst = words.find(([, other]) => other === word)?.[0] === path;
      if (owner === record && isFirst) return []; // another spelling of its own name
      const problem =
        owner === record
          ? '与本条目已有的名称或别名重复'
          : `与条目 ${owner.id} 的名称或别名重复，读者输入它时不知道指哪一个`;
      return [fault(record.place(path), problem, '只留一处，另一处删去或改得更具体')];
    });
  });
}

/** No topic lies above itself, however far up. */
export function cycles({ lists }: Library): Fault[] {
  return vocabularyNames.flatMap((name) => {
    const { above } = vocabularyOf(name);
    return above === null ? [] : cyclesIn(lists[name], above);
  });
}

/** One fault for each cycle, at the first of its entries in the file. */
function cyclesIn(records: readonly RawRecord[], field: string): Fault[] {
  const reported = new Set<string>();
  const byId = firstById(records);
  return records.flatMap((record) => {
    const cycle = cycleFrom(record, byId, field);
    if (!cycle || cycle.some((id) => reported.has(id))) return [];
    for (const id of cycle) reported.add(id);
    const round = [...cycle, record.id].join(' → ');
    const remedy = `从 ${round} 里找出写错的一处，改成真正的上级，或删去这一行`;
    return [fault(record.place([field]), '上下级绕成了一个圈', remedy)];
  });
}

/** Where an id stands twice, which is a fault of its own, the first record has it. */
const firstById = <R extends RawRecord>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map((record) => [record.id, record] as const).reverse());

/** The ids from a record up to itself again; null where it is on no cycle. */
function cycleFrom(
  start: RawRecord,
  byId: ReadonlyMap<string, RawRecord>,
  field: string,
): string[] | null {
  const ids: string[] = [];
  let at: RawRecord | undefined = start;
  while (at && !ids.includes(at.id)) {
    ids.push(at.id);
    at = byId.get(idAt(at.data, field) ?? '');
  }
  return at === start ? ids : null;
}

/** Whose county-level divisions stand directly below a province: those of municipalities. */
const municipalities = ['110000', '120000', '310000', '500000'];

/** A province has no parent, a prefecture a province, a county a prefecture (or a municipality). */
export function parentLevels({ lists }: Library): Fault[] {
  const { regions } = lists;
  const byId = firstById(regions);
  return regions.flatMap((record) => {
    const { level, parent } = record.data;
    const above = byId.get(parent ?? '');
    if (parent !== undefined && !above) return []; // dangling, and reported so
    if (cycleFrom(record, byId, 'parent')) return [];
    const problem = wrongParent(record, above);
    if (problem === null) return [];
    // To find a line takes the explaining reader, which is slow on a list of thousands.
    const place = record.place(parent === undefined ? ['id'] : ['parent']);
    const remedies = {
      province: '省级条目不写 parent',
      prefecture: 'parent 写所属省级单位的代码，即前两位加 0000',
      county: 'parent 写所属地市的代码，即前四位加 00；直辖市的区县才直接写直辖市',
    };
    return [fault(place, problem, remedies[level])];
  });
}

function wrongParent({ id, data }: RegionRecord, above: RegionRecord | undefined): string | null {
  if (data.level === 'province') return above ? '省级不应有上级' : null;
  if (!above) return '缺少上级（parent）';
  const belowProvince =
    data.level === 'prefecture' || municipalities.includes(above.id) || id.slice(2, 4) === '90';
  const wanted = belowProvince ? 'province' : 'prefecture';
  if (above.data.level !== wanted) {
    return `上级 ${above.data.name} 的级别不对，应当是${wanted === 'province' ? '省级' : '地市'}`;
  }
  const digits = wanted === 'province' ? 2 : 4;
  return above.id.slice(0, digits) === id.slice(0, digits)
    ? null
    : `代码的前 ${digits} 位与上级 ${above.data.name} 的代码不同`;
}

/** GB/T 2260, the province-level divisions by the first two digits of their codes. */
const provinces: Readonly<Record<string, string>> = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
  71: '台湾',
  81: '香港',
  82: '澳门',
};

/** All 34 stand in the list, and nothing else calls itself a province. */
export function allProvinces({ raw, lists }: Library): Fault[] {
  if (!raw.lists.regions) return [];
  const listed = new Set(raw.lists.regions.map(({ id }) => id));
  const missing = Object.entries(provinces)
    .filter(([digits]) => !listed.has(`${digits}0000`))
    .map(([digits, name]) => `${name}（${digits}0000）`);
  const invented = lists.regions.filter(
    ({ id, data }) =>
      data.level === 'province' && !(id.slice(0, 2) in provinces && /0000$/.test(id)),
  );
  const whole = { file: listFile('regions'), line: null, field: '省级条目', value: null };
  return [
    ...(missing.length > 0
      ? [fault(whole, `34 个省级单位缺少${missing.join('、')}`, '把缺少的条目补回来，省级始终列全')]
      : []),
    ...invented.map((record) =>
      fault(
        record.place(['level']),
        '不是 34 个省级单位之一',
        '核对代码，或把级别改成 prefecture、county',
      ),
    ),
  ];
}
