/** How values are written in a card: on one line where they can be, quoted only where they must. */
import { isYaml, readYaml } from '#reading/yaml.ts';

/** How a value is quoted. */
export type Quoting = 'plain' | 'single' | 'double';

export interface Surrounding {
  /** Within `[ ]` or `{ }`, where commas and brackets part values. */
  readonly inFlow: boolean;
}

/** Days are quoted where nothing stood before: other readers of YAML make dates of them. */
const isDate = (value: string): boolean => /^\d{4}-\d{2}(?:-\d{2})?$/.test(value);

/** One value on one line, quoted as the one before it where that can be. */
export function scalarWords(
  value: unknown,
  { inFlow }: Surrounding,
  like: Quoting = typeof value === 'string' && isDate(value) ? 'single' : 'plain',
): string {
  if (typeof value !== 'string') return value === null ? 'null' : String(value);
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return JSON.stringify(value);
  const written: Readonly<Record<Quoting, string>> = {
    plain: value,
    single: `'${value.replaceAll("'", "''")}'`,
    double: `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  };
  if (like === 'plain' && !readsAs(written.plain, value, inFlow)) return written.single;
  return written[like];
}

/** Whether an unquoted value comes out as it was typed, for the reader of our content. */
function readsAs(words: string, value: string, inFlow: boolean): boolean {
  const lines = inFlow ? `a: [${words}]\nb: { a: ${words} }\n` : `a: ${words}\nb:\n  - ${words}\n`;
  const read = readYaml(lines);
  if (!isYaml(read)) return false;
  const [a, b] = Object.values(read.data as Record<string, unknown>);
  const found = inFlow ? [...(a as unknown[]), ...Object.values(b as object)] : [a, ...asList(b)];
  return found.length === 2 && found.every((one) => one === value);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that are there: what is undefined is not written. */
const fieldsOf = (group: object): (readonly [string, unknown])[] =>
  Object.entries(group).filter(([, value]) => value !== undefined);

/** Any value within brackets, on one line. */
export function flowWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowWords).join(', ')}]`;
  if (!isGroup(value)) return scalarWords(value, { inFlow: true });
  const fields = fieldsOf(value).map(([key, field]) => `${key}: ${flowWords(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Lists of ids are written in one line, all else a line each. */
export const isInOneLine = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((one) => typeof one === 'string' && /^[a-z0-9-]+$/.test(one))
    : !isGroup(value) || fieldsOf(value).length === 0;

/**
 * What stands behind `key:` of a field, a blank or the end of the line before it; `indent` is the
 * column of the key. No line end behind.
 */
export function fieldWords(value: unknown, indent: number): string {
  if (isInOneLine(value)) {
    return ` ${Array.isArray(value) || isGroup(value) ? flowWords(value) : scalarWords(value, { inFlow: false })}`;
  }
  const inner = indent + 2;
  return Array.isArray(value)
    ? `\n${value.map((row) => `${' '.repeat(inner)}- ${rowWords(row, inner)}`).join('\n')}`
    : `\n${' '.repeat(inner)}${groupWords(value as object, inner)}`;
}

/** What stands behind the dash of a row; `indent` is the column of the dash. */
export function rowWords(value: unknown, indent: number): string {
  if (!isGroup(value) || fieldsOf(value).length === 0) {
    return Array.isArray(value) || isGroup(value)
      ? flowWords(value)
      : scalarWords(value, { inFlow: false });
  }
  return groupWords(value, indent + 2);
}

/** Fields a line each; the first where one stands already, in column `indent`. */
const groupWords = (group: object, indent: number): string =>
  fieldsOf(group)
    .map(([key, value]) => `${key}:${fieldWords(value, indent)}`)
    .join(`\n${' '.repeat(indent)}`);
