/** Plain data of a card, looked into without trusting its shape. */
import type { FieldPath } from '../../api.ts';

/** Undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

/** As it is typed in a field of one line. */
export const asTyped = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
