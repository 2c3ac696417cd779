import { blocksOf, type PracticeFile } from '#domain/search/data.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import { placesOf, type Span } from '#domain/search/match.ts';
import type { Clause } from '#domain/search/query.ts';

/** Text in turn unmarked and marked, beginning with unmarked: `['把', '诉源治理', '的思路']`. */
export type MarkedText = readonly string[];

/** A place in a practice that holds what was searched. */
export interface Snippet {
  /** Heading of the section, or empty before the first. */
  readonly section: string;
  /** Address on the page, without `#`; empty for the page's head. */
  readonly address: string;
  readonly text: MarkedText;
}

const mostSnippets = 3;

/** Characters of a snippet, and how many of them stand before the first mark. */
const snippetLength = 84;
const lead = 24;

/**
 * One snippet from each section that holds a clause: its block with most of them; at most
 * three. What the card shows, marked, is not shown again.
 */
export function snippetsOf(file: PracticeFile, clauses: readonly Clause[]): readonly Snippet[] {
  const heading = kindNumber('heading');
  const best = new Map<string, Snippet & { readonly worth: number }>();
  let section = '';
  for (const [place, [kind, address, text]] of blocksOf(file).entries()) {
    if (kind === heading) section = text;
    if (file.onCard.includes(place)) continue;
    const spans = placesOf(clauses, text);
    if (spans.length === 0) continue;
    const held = clauses.filter((clause) => placesOf([clause], text).length > 0).length;
    const worth = held * 100 + (kind === kindNumber('text') ? 10 : 0) + Math.min(spans.length, 9);
    if (worth > (best.get(section)?.worth ?? 0)) {
      best.set(section, { section, address, text: excerpt(text, spans), worth });
    }
  }
  const sections = [...best.values()];
  return [...sections]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostSnippets)
    .sort((a, b) => sections.indexOf(a) - sections.indexOf(b))
    .map(({ section: of, address, text }) => ({ section: of, address, text }));
}

/** The text around the first mark, begun and ended at a pause where one is near. */
function excerpt(text: string, spans: readonly Span[]): MarkedText {
  const [first] = spans;
  if (!first) return [text];
  const start = startOfExcerpt(text, first[0]);
  const end = Math.min(text.length, Math.max(start + snippetLength, first[1]));
  const parts: string[] = [];
  let at = start;
  for (const [from, to] of spans.filter((span) => span[1] <= end)) {
    parts.push(text.slice(at, from), text.slice(from, to));
    at = to;
  }
  parts.push(text.slice(at, end) + (end < text.length ? '……' : ''));
  if (start > 0) parts[0] = `……${parts[0] ?? ''}`;
  return parts;
}

function startOfExcerpt(text: string, mark: number): number {
  if (mark <= lead) return 0;
  const pause = Math.max(
    ...['。', '；', '，', '：'].map((stop) => text.lastIndexOf(stop, mark - 1)),
  );
  const from = pause >= mark - lead ? pause + 1 : mark - lead;
  // Not between the halves of a rare character.
  return /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from - 1 : from;
}
