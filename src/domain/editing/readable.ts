/** A record as a reviewer reads it: a line each field, without the signs of its file. */

/** What a field is called, by its name. */
export type NameOf = (key: string) => string;

/** Plain data as lines of words; what is empty says nothing. */
export function readableLines(data: unknown, nameOf: NameOf, indent = ''): readonly string[] {
  if (data === null || data === undefined || data === '') return [];
  if (Array.isArray(data)) {
    if (data.every((one) => typeof one !== 'object'))
      return data.map((one) => `${indent}· ${String(one)}`);
    return data.flatMap((one, at) => [
      `${indent}${at + 1}.`,
      ...readableLines(one, nameOf, `${indent}  `),
    ]);
  }
  if (typeof data !== 'object') return [`${indent}${String(data)}`];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'object') return [`${indent}${nameOf(key)}：${String(value)}`];
    const inner = readableLines(value, nameOf, `${indent}  `);
    return inner.length === 0 ? [] : [`${indent}${nameOf(key)}：`, ...inner];
  });
}
