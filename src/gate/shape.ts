import { z } from 'astro/zod';
import { lengthOf } from '#domain/characters.ts';
import { fault, type Fault } from '#gate/fault.ts';
import { chineseNameOf, type FieldPath } from '#gate/field-names.ts';
import { nearest } from '#gate/nearest.ts';
import { valueAt, type CheckedRecord, type RawRecord } from '#gate/records.ts';

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
          .map((key) => [...issue.path, meantField(schema, issue.path, key)].join('.'))
      : [],
  );
  return issues.filter((issue) => {
    const missing = valueAt(data, issue.path) === undefined;
    if (missing && meant.includes(issue.path.join('.'))) return false;
    return !(issue.code === 'invalid_format' && isReference(issue.path));
  });
}

/** Whoever wrote more unknown fields than this has mistaken the file. */
const mostUnknown = 20;

const referencePaths =
  /^(region|institution|topics\.\d+|problems\.\d+|source\.authors\.\d+\.author)$/;
const isReference = (path: FieldPath): boolean => referencePaths.test(path.join('.'));

function faultsOf(schema: z.ZodType, issue: Issue, record: RawRecord): Fault[] {
  const place = record.place(issue.path);
  const wanted = fieldAt(schema, issue.path)?.description ?? '';
  const hint = wanted === '' ? '字段的写法见 content/README.md' : `这一项要填：${wanted}`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostUnknown)
      .map((key) => unknownField(schema, issue.path, key, record));
  }
  const value = valueAt(record.data, issue.path);
  if (value === undefined) {
    return [fault({ ...place, value: null }, '必填的字段没有写', `补上这一项。${hint}`)];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(place, issue.expected, value, hint)];
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
  hint: string,
): Fault {
  if (value === null) {
    return fault(place, '字段名后面没有内容', `写上内容；原文没有就整行删去。${hint}`);
  }
  if (expected === 'string' && typeof value === 'number') {
    const problem = '没有加引号，被当成了数字（开头的 0 会丢掉）';
    return fault(place, problem, `用英文单引号括起来，写成 '${value}'。${hint}`);
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
  const meant = meantField(schema, path, key);
  const remedy =
    meant === null
      ? `删去这一行，或改用已有的字段：${keysAt(schema, path).join('、')}`
      : `是不是想写 ${meant}（${chineseNameOf(meant) ?? meant}）`;
  return fault(place, '没有这个字段', remedy);
}

/** The field an unknown one stands for: spelt nearly so, or called so in Chinese. */
function meantField(schema: z.ZodType, path: FieldPath, key: string): string | null {
  const keys = keysAt(schema, path);
  return keys.find((known) => chineseNameOf(known) === key) ?? nearest(key, keys)[0] ?? null;
}

const keysAt = (schema: z.ZodType, path: FieldPath): string[] => {
  const found = fieldAt(schema, path)?.schema;
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
};

interface Field {
  /** Without what makes it optional, nullable or converted. */
  readonly schema: unknown;
  /** The sentence for editors, where the schema has one. */
  readonly description: string | null;
}

/** The field of a schema at a path; null where the schema has none. */
function fieldAt(schema: z.ZodType, path: FieldPath): Field | null {
  let field = bare(schema);
  for (const key of path) {
    const inner: unknown =
      field.schema instanceof z.ZodArray
        ? field.schema.element
        : field.schema instanceof z.ZodObject
          ? valueAt(field.schema.shape, [key])
          : null;
    if (!(inner instanceof z.ZodType)) return null;
    const next = bare(inner);
    field = { schema: next.schema, description: next.description ?? field.description };
  }
  return field;
}

function bare(schema: z.ZodType): Field {
  let description: string | null = null;
  let inner: unknown = schema;
  while (inner instanceof z.ZodType) {
    description ??= inner.description ?? null;
    if (
      inner instanceof z.ZodOptional ||
      inner instanceof z.ZodNullable ||
      inner instanceof z.ZodDefault
    ) {
      inner = inner.unwrap();
    } else if (inner instanceof z.ZodPipe) {
      inner = inner.out;
    } else {
      break;
    }
  }
  return { schema: inner, description };
}

/** Every field name of a schema, those inside included. */
export function fieldsOf(schema: z.ZodType): string[] {
  const { schema: inner } = bare(schema);
  if (inner instanceof z.ZodArray) {
    return inner.element instanceof z.ZodType ? fieldsOf(inner.element) : [];
  }
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, field]) =>
    field instanceof z.ZodType ? [key, ...fieldsOf(field)] : [key],
  );
}
