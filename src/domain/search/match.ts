import { blockEnd } from '#domain/search/data.ts';
import { foldKeepingPlaces, scriptOf } from '#domain/search/fold.ts';
import type { Clause } from '#domain/search/query.ts';
import type { Run } from '#domain/search/runs.ts';

/** From the first character of an occurrence to behind its last. */
export type Span = readonly [start: number, end: number];

/** Where a text holds any of the clauses, in the text's own characters. */
export function placesOf(clauses: readonly Clause[], original: string): Span[] {
  const { text, offsets } = foldKeepingPlaces(original);
  const spans = clauses.flatMap((clause) => occurrences(clause, text));
  return joinSpans(
    spans.map(([start, end]): Span => [offsets[start] ?? 0, offsets[end] ?? original.length]),
  );
}

/** Every place where folded text holds the clause whole, in order. */
export function occurrences(clause: Clause, folded: string): Span[] {
  const [first, ...others] = clause.runs;
  if (!first) return [];
  const found: Span[] = [];
  for (
    let start = folded.indexOf(first.text);
    start >= 0;
    start = folded.indexOf(first.text, start + 1)
  ) {
    if (first.script === 'word' && scriptBefore(folded, start) === 'word') continue;
    const end = endOfChain(folded, start + first.text.length, first, others);
    if (end !== null) found.push([start, end]);
  }
  return found;
}

/** Letters and digits match from the start of a word, and whole where more follows. */
function endOfChain(
  folded: string,
  from: number,
  first: Run,
  others: readonly Run[],
): number | null {
  let end = from;
  let previous = first;
  for (const run of others) {
    let start = end;
    while (start < folded.length && isBetween(folded, start)) start += 1;
    // The end of a run must be where the text's run ends, too.
    if (start === end && previous.script === run.script) return null;
    if (!folded.startsWith(run.text, start)) return null;
    end = start + run.text.length;
    previous = run;
  }
  return end;
}

/** What may stand between two runs: anything that is not searched, but not the end of a block. */
const isBetween = (folded: string, at: number): boolean =>
  folded.charAt(at) !== blockEnd && scriptAt(folded, at) === 'none';

function scriptAt(text: string, at: number): ReturnType<typeof scriptOf> {
  return scriptOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function scriptBefore(text: string, at: number): ReturnType<typeof scriptOf> {
  if (at === 0) return 'none';
  const isPair = at > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return scriptAt(text, at - (isPair ? 2 : 1));
}

/** Spans in order, those that touch or overlap made one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
