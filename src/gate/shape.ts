import { z } from 'astro/zod';
import { idPathOf, namedLists } from '#domain/lists/vocabularies.ts';
import { lengthOf } from '#domain/words/characters.ts';
import { fault, type Fault } from '#gate/fault.ts';
import { chineseNameOf, type FieldPath } from '#gate/field-names.ts';
import { nearest } from '#gate/nearest.ts';
import type { CheckedRecord, RawRecord } from '#gate/records.ts';
import { valueAt } from '#gate/values.ts';
import { discriminator, fieldAt, keysAt, kindAt, kindsAt } from '#gate/schema-fields.ts';

type Issue = z.core.$ZodIssue;

/** The record with typed data, or what keeps it from being typed. */
export function checkShape<Schema extends z.ZodType, R extends RawRecord>(
  schema: Schema,
  record: R,
): { checked: (R & CheckedRecord<z.output<Schema>>) | null; faults: Fault[] } {
  const parsed = schema.safeParse(record.data);
  if (parsed.success) return { checked: { ...record, data: parsed.data }, faults: [] };
  const issues = withoutEchoes(schema, parsed.error.issues, record.data);
  return { checked: null, faults: issues.flatMap((issue) => faultsOf(schema, issue, record)) };
}

/**
 * A field that is both missing and present under a misspelt name is one mistake, not two, so
 * the missing one goes. Words where an id should stand are left to the rule for references,
 * which can say which id they mean.
 */
function withoutEchoes(schema: z.ZodType, issues: readonly Issue[], data: unknown): Issue[] {
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys
          .slice(0, mostUnknown)
          .map((key) => [...issue.path, meantField(schema, issue.path, key, data)].join('.'))
      : [],
  );
  const mistyped = new Set(
    issues.flatMap((issue) => (issue.code === 'invalid_type' ? issue.path.join('.') : [])),
  );
  return issues.filter((issue) => {
    // How much there is of it says nothing where it should be something else.
    if (/^too_(?:big|small)$/.test(issue.code) && mistyped.has(issue.path.join('.'))) return false;
    const missing = valueAt(data, issue.path) === undefined;
    if (missing && meant.includes(issue.path.join('.'))) return false;
    return !(issue.code === 'invalid_format' && isReference(issue.path));
  });
}

/** Whoever wrote more unknown fields than this has mistaken the file. */
const mostUnknown = 20;

const referencePaths = new Set(namedLists.map(idPathOf));
const isReference = (path: FieldPath): boolean =>
  referencePaths.has(path.map((key) => (typeof key === 'number' ? '*' : key)).join('.'));

function faultsOf(schema: z.ZodType, issue: Issue, record: RawRecord): Fault[] {
  const place = record.place(issue.path);
  const field = fieldAt(schema, issue.path, record.data);
  const wanted = field?.description ?? '';
  const hint = wanted === '' ? '字段的写法见 content/README.md' : `这一项要填：${wanted}`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostUnknown)
      .map((key) => unknownField(schema, issue.path, key, record));
  }
  if (issue.code === 'invalid_union') return [wrongKind(schema, issue.path, record)];
  const value = valueAt(record.data, issue.path);
  if (value === undefined) {
    return [fault({ ...place, value: null }, '必填的字段没有写', `补上这一项。${hint}`)];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(place, issue.expected, value, { hint, isOptional: field?.isOptional })];
    case 'invalid_value':
      return [fault(place, '不在允许的值里', `只能写 ${issue.values.join('、')}`)];
    case 'too_big':
    case 'too_small':
      return [fault(place, `${inChinese(issue)}，现在${amountOf(value)}`, hint)];
    default:
      return [fault(place, inChinese(issue), hint)];
  }
}

/** The schema's own sentence where an editor can read it. */
const inChinese = (issue: Issue): string =>
  /\p{Script=Han}/u.test(issue.message) ? issue.message : '值不合要求';

function amountOf(value: unknown): string {
  if (Array.isArray(value)) return `有 ${value.length} 个`;
  return typeof value === 'string' ? `有 ${lengthOf(value)} 个字` : `是 ${String(value)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '一段文字',
  number: '数字',
  int: '整数',
  array: '一个列表',
  object: '一组字段',
};

function wrongType(
  place: ReturnType<RawRecord['place']>,
  expected: string,
  value: unknown,
  { hint, isOptional = true }: { readonly hint: string; readonly isOptional?: boolean | undefined },
): Fault {
  if (value === null) {
    const otherwise = isOptional ? '；原文没有就整行删去' : '';
    return fault(place, '字段名后面没有内容', `写上内容${otherwise}。${hint}`);
  }
  if (expected === 'string' && typeof value === 'number') {
    const problem = '没有加引号，被当成了数字（开头的 0 会丢掉）';
    const mend = { from: String(value), to: `'${value}'` };
    return fault(place, problem, `用英文单引号括起来，写成 '${value}'。${hint}`, mend);
  }
  const problem = `应当是${typeNames[expected] ?? expected}，现在是${typeName(value)}`;
  const form = expected === 'array' ? '列表写成 [甲, 乙]，或每条一行、以“- ”开头。' : '';
  return fault(place, problem, `${form}${hint}`);
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return '一个列表';
  if (typeof value === 'object') return '一组字段';
  return typeof value === 'string' ? '一段文字' : `“${String(value)}”`;
}

function unknownField(schema: z.ZodType, path: FieldPath, key: string, record: RawRecord): Fault {
  const place = { ...record.place([...path, key]), value: key };
  const own = kindAt(schema, path, record.data);
  const others = kindsAt(schema, path).filter(({ option }) => Object.hasOwn(option.shape, key));
  if (own !== null && others.length > 0) {
    const names = others.map(({ kind, label }) => `${label}（${kind}）`).join('、');
    const problem = `这是${names}才有的字段，这一篇的种类是${own.label}（${own.kind}）`;
    const remedy = `种类写错了就改 ${discriminator}；没有写错，就删去这一行`;
    return fault(place, problem, `${remedy}。${own.label}可以填：${fieldsNamed(own.option)}`);
  }
  const meant = meantField(schema, path, key, record.data);
  const remedy =
    meant === null
      ? `删去这一行，或改用已有的字段：${keysAt(schema, path, record.data).join('、')}`
      : `是不是想写 ${meant}（${chineseNameOf(meant) ?? meant}）`;
  const isNamed = meant !== null && chineseNameOf(meant) === key;
  return fault(place, '没有这个字段', remedy, isNamed ? { from: key, to: meant } : null);
}

/** The kind of a thing is missing, or none that there is. */
function wrongKind(schema: z.ZodType, path: FieldPath, record: RawRecord): Fault {
  const kinds = kindsAt(schema, path.slice(0, -1));
  const value = valueAt(record.data, path);
  const place = record.place(path);
  const meant =
    typeof value === 'string'
      ? (kinds.find(({ label }) => label === value)?.kind ??
        nearest(
          value,
          kinds.map(({ kind }) => kind),
        )[0])
      : undefined;
  const choice = `只能写：${kinds.map(({ kind, label }) => `${kind}（${label}）`).join('、')}`;
  if (value === undefined || value === null) {
    return fault(
      { ...place, value: null },
      '没有写明种类',
      `先写种类，再填这一种的各项。${choice}`,
    );
  }
  const remedy = meant === undefined ? choice : `是不是想写 ${meant}。${choice}`;
  const isNamed = kinds.some(({ label }) => label === value);
  const mend = isNamed && meant !== undefined ? { from: String(value), to: meant } : null;
  return fault(place, '没有这一种', remedy, mend);
}

const fieldsNamed = (option: z.ZodObject): string =>
  Object.keys(option.shape)
    .filter((key) => key !== discriminator)
    .map((key) => `${key}（${chineseNameOf(key) ?? key}）`)
    .join('、');

/** The field an unknown one stands for: spelt nearly so, or called so in Chinese. */
function meantField(schema: z.ZodType, path: FieldPath, key: string, data: unknown): string | null {
  const keys = keysAt(schema, path, data);
  return keys.find((known) => chineseNameOf(known) === key) ?? nearest(key, keys)[0] ?? null;
}
