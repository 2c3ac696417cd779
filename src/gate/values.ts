import type { FieldPath } from '#gate/field-names.ts';

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The id in a field of plain data; undefined where none is written there. */
export function idAt(data: unknown, field: string): string | undefined {
  const id = valueAt(data, [field]);
  return typeof id === 'string' ? id : undefined;
}
