/** What an edit of a card comes to in plain data, to hold the text against. */
import type { CardPath } from '#editing/card-tree.ts';
import { refuse } from '#refusal.ts';

export type CardEdit =
  | { readonly edit: 'set'; readonly path: CardPath; readonly value: unknown }
  | { readonly edit: 'remove'; readonly path: CardPath }
  | { readonly edit: 'insert'; readonly path: CardPath; readonly value: unknown }
  | { readonly edit: 'move'; readonly path: CardPath; readonly to: number };

/** Plain data after the same edit: what the card has to say then. */
export function edited(data: unknown, edit: CardEdit): unknown {
  const copy = structuredClone(data) as Record<string, unknown>;
  const steps = edit.path.slice(0, -1);
  const key = edit.path.at(-1);
  if (key === undefined) return edit.edit === 'set' ? withoutGaps(edit.value) : copy;
  let above: unknown = copy;
  for (const [index, step] of steps.entries()) {
    const next: unknown = Object.hasOwn(above as object, step)
      ? Reflect.get(above as object, step)
      : undefined;
    const isMissing = next === null || next === undefined;
    if (isMissing && (edit.edit === 'set' || edit.edit === 'insert')) {
      Reflect.set(
        above as object,
        step,
        typeof (edit.path[index + 1] ?? '') === 'number' ? [] : {},
      );
    } else if (typeof next !== 'object' || next === null) refuse('没有这一处，文件没有动。');
    above = Reflect.get(above as object, step);
  }
  const place = above as Record<string | number, unknown>;
  if (Array.isArray(above)) {
    if (edit.edit === 'remove') above.splice(Number(key), 1);
    else if (edit.edit === 'move') above.splice(edit.to, 0, ...above.splice(Number(key), 1));
    else if (edit.edit === 'insert') above.splice(Number(key), 0, withoutGaps(edit.value));
    else above[Number(key)] = withoutGaps(edit.value);
  } else if (edit.edit === 'remove') delete place[key];
  else if (edit.edit === 'set') place[key] = withoutGaps(edit.value);
  else refuse('没有这一处，文件没有动。');
  return copy;
}

/** Without fields that are undefined. */
const withoutGaps = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);

/** A number that is typed without quotes says the same as its text. */
export function saysTheSame(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return found.length === wanted.length && found.every((one, at) => saysTheSame(one, wanted[at]));
  }
  if (isGroup(found) && isGroup(wanted)) {
    const keys = Object.keys(found);
    return (
      keys.length === Object.keys(wanted).length &&
      keys.every((key) => Object.hasOwn(wanted, key) && saysTheSame(found[key], wanted[key]))
    );
  }
  if (typeof found === 'number' && typeof wanted === 'string') return String(found) === wanted;
  return Object.is(found, wanted);
}

export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
