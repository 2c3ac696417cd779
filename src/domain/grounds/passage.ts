import { withoutBlanks } from '#domain/grounds/attribution.ts';

/** Some words of a source, known by their first and last characters. */
export interface Ends {
  readonly from: string;
  /** Left out where `from` is all of it. */
  readonly to?: string | undefined;
}

/** So many characters tell a passage at each end. */
export const longestEnd = 8;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type NoSpan = 'absent' | 'ambiguous' | 'unended';

/**
 * Where a passage stands in a text without blanks: from the only place its first characters stand
 * at to the first place behind at which the last do.
 */
export function spanOf(text: string, { from, to }: Ends): Span | NoSpan {
  const first = withoutBlanks(from);
  const start = text.indexOf(first);
  if (first === '' || start < 0) return 'absent';
  if (text.includes(first, start + 1)) return 'ambiguous';
  if (to === undefined) return { start, end: start + first.length };
  const last = withoutBlanks(to);
  // Both ends may share characters where the passage is short.
  const at = text.indexOf(last, start);
  const end = at + last.length;
  if (last === '' || at < 0 || end < start + first.length) return 'unended';
  return { start, end };
}

/** The ends by which a passage is found again; null where none of up to eight characters tell. */
export function endsOf(text: string, { start, end }: Span): Ends | null {
  const characters = [...text.slice(start, end)];
  if (characters.length === 0) return null;
  const from = characters.slice(0, longestEnd).join('');
  const ends =
    characters.length <= longestEnd
      ? { from }
      : {
          from,
          to: characters
            .slice(-longestEnd)
            .join('')
            .replace(/^[，。；：、！？,;:!?]+/u, ''),
        };
  const found = spanOf(text, ends);
  return typeof found === 'object' && found.start === start && found.end === end ? ends : null;
}

/** So far words are taken along on either side to tell a passage from another that reads alike. */
const farthest = 40;

const marks = /[，。；：、！？,;:!?]/u;

/**
 * The ends of some words that were chosen by hand, marks at both sides left out; of a few more where
 * they do not tell by themselves. Null where nothing near them does.
 */
export function endsAround(text: string, chosen: Span): Ends | null {
  let { start, end } = chosen;
  while (start < end && marks.test(text[start] ?? '')) start += 1;
  while (end > start && marks.test(text[end - 1] ?? '')) end -= 1;
  for (let more = 0; more <= farthest; more += 1) {
    const from = Math.max(0, start - more);
    const ends =
      endsOf(text, { start: from, end }) ??
      endsOf(text, { start, end: Math.min(text.length, end + more) }) ??
      endsOf(text, { start: from, end: Math.min(text.length, end + more) });
    if (ends) return ends;
  }
  return null;
}
