import { valueOf } from '#domain/practice/fact.ts';
import { fault, type Fault, type Place } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import type { CheckedRecord, PracticeData } from '#gate/records.ts';
import { inFuture } from '#gate/rules/practices.ts';

type SourceData = PracticeData['source'];
type Practice = CheckedRecord<PracticeData>;

/** What is lost of a source is said, not passed over. */
export function sourceNotes({ practices }: Library): Fault[] {
  return practices.flatMap((practice) => {
    const { title, titleNote } = practice.data.source;
    if (title !== 'unknown' || titleNote !== null) return [];
    const place = practice.place(['source', 'titleNote']);
    const remedy = '在 source 下补一行 titleNote，说明标题缺失的情形，例如“扫描件中未见本篇标题”';
    return [fault({ ...place, value: null }, '原文标题缺失，却没有说明', remedy)];
  });
}

/** The dates of a source agree with each other and with the calendar. */
export function sourceDates({ practices }: Library, today: string): Fault[] {
  return practices.flatMap((practice) => {
    const faults = [...datesInFuture(practice, today), ...bounds(practice)];
    const { source } = practice.data;
    if (source.kind === 'journal') faults.push(...yearOfDay(practice, source));
    if (source.kind === 'web') faults.push(...readBeforePublished(practice, source));
    return faults;
  });
}

const boundsOf = ({ writtenAfter, writtenBefore }: SourceData) =>
  [
    ['writtenAfter', writtenAfter?.on] as const,
    ['writtenBefore', writtenBefore?.on] as const,
  ].flatMap(([field, on]) => (on === undefined ? [] : [[field, on] as const]));

const datesOf = (source: SourceData): readonly (readonly [field: string, date: string])[] =>
  [
    ['date', 'date' in source ? valueOf(source.date) : null] as const,
    ['year', 'year' in source ? valueOf(source.year) : null] as const,
    ['accessedOn', source.kind === 'web' ? source.accessedOn : null] as const,
  ].flatMap(([field, date]) => (date === null ? [] : [[field, date] as const]));

function datesInFuture(practice: Practice, today: string): Fault[] {
  const { source } = practice.data;
  const dates = [
    ...datesOf(source).map(([field, date]) => [['source', field], date] as const),
    ...boundsOf(source).map(([field, date]) => [['source', field, 'on'], date] as const),
  ];
  return dates.flatMap(([path, date]) =>
    firstDayOf(date) > today ? [inFuture(practice.place(path), today)] : [],
  );
}

function yearOfDay(
  practice: Practice,
  { year, date }: Extract<SourceData, { kind: 'journal' }>,
): Fault[] {
  const [inYear, onDay] = [valueOf(year), valueOf(date)];
  if (inYear === null || onDay === null || onDay.startsWith(inYear)) return [];
  const problem = `刊出日期在 ${onDay.slice(0, 4)} 年，年份却写着 ${inYear}`;
  return [fault(practice.place(['source', 'date']), problem, '对照刊物，改正写错的一处')];
}

function readBeforePublished(
  practice: Practice,
  { date, accessedOn }: Extract<SourceData, { kind: 'web' }>,
): Fault[] {
  const published = valueOf(date);
  if (published === null || firstDayOf(published) <= accessedOn) return [];
  const problem = `查阅那天，页面还没有发布（发布于 ${published}）`;
  return [fault(practice.place(['source', 'accessedOn']), problem, '改正写错的一处')];
}

/** The bounds of when a source was written leave some time between them, and lie before it appeared. */
function bounds(practice: Practice): Fault[] {
  const { source } = practice.data;
  const { writtenAfter, writtenBefore } = source;
  const own = datesOf(source).find(([field]) => field !== 'accessedOn');
  if (writtenAfter && writtenBefore && isAfter(writtenAfter.on, writtenBefore.on)) {
    const problem = `成文不早于 ${writtenAfter.on}，又不晚于 ${writtenBefore.on}，前后矛盾`;
    return [contradiction(practice.place(['source', 'writtenAfter', 'on']), problem)];
  }
  if (writtenAfter && own && isAfter(writtenAfter.on, own[1])) {
    const problem = `成文不早于 ${writtenAfter.on}，可是原件的日期是 ${own[1]}，前后矛盾`;
    return [contradiction(practice.place(['source', 'writtenAfter', 'on']), problem)];
  }
  return [];
}

const contradiction = (place: Place, problem: string): Fault =>
  fault(place, problem, '核对依据（evidence）和原件上的日期，改正写错的一处');

const isAfter = (from: string, to: string): boolean => firstDayOf(from) > lastDayOf(to);

const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Compares as text: no day lies behind 31. */
const lastDayOf = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10);

/** 张三、阿尼·买买提; nothing else belongs to the name of a person. */
const hanName = /^[\p{Script=Han}〇]{2,}(?:·[\p{Script=Han}〇]+)*$/u;

/** A Chinese name has its pinyin, a Western one says which part is the family name. */
export function authorNames({ lists }: Library): Fault[] {
  return lists.authors.flatMap((author) => {
    const { name, kind, pinyin, family, given } = author.data;
    const isHan = /\p{Script=Han}/u.test(name);
    if (isHan && kind !== 'team' && !hanName.test(name)) {
      const remedy =
        '只写姓名：两个人分成两条，职务写到各篇的 office；少数民族姓名中间用“·”，单位或小组写 kind: team';
      return [fault(author.place(['name']), '姓名里有不属于姓名的字或符号', remedy)];
    }
    const missing = (field: string, remedy: string): Fault[] => [
      fault({ ...author.place([field]), value: null }, `“${name}”还缺这一项`, remedy),
    ];
    if (isHan && (family !== undefined || given !== undefined)) {
      const field = family === undefined ? 'given' : 'family';
      const remedy = '中文姓名只填 pinyin，姓在前，例如 Ouyang Jing';
      return [fault(author.place([field]), '只有西文姓名才分开写姓和名', remedy)];
    }
    if (isHan && pinyin === undefined) return missing('pinyin', '补上拼音，姓在前，人工核对');
    if (isHan || kind === 'team') return [];
    if (family === undefined) return missing('family', '补上西文姓名的姓，例如 family: Smith');
    if (given === undefined) return missing('given', '补上西文姓名的名，例如 given: John A.');
    return [];
  });
}
