/** Text with the parts marked that another version has not. */
import { element, type Child } from '../elements.ts';

/** `parts` in order, offsets in the text. */
export function differenceOf(
  text: string,
  parts: readonly (readonly [from: number, to: number])[],
  mark: 'ins' | 'del',
): readonly Child[] {
  const shown: Child[] = [];
  let at = 0;
  for (const [from, to] of parts) {
    if (from > at) shown.push(text.slice(at, from));
    if (to > from) shown.push(element(mark, {}, text.slice(from, to)));
    at = Math.max(at, to);
  }
  if (at < text.length) shown.push(text.slice(at));
  return shown;
}
