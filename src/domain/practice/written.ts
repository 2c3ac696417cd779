import { datePartsOf } from '#domain/citation/record.ts';
import type { Term } from '#domain/lists/lists.ts';
import { publishedIn } from '#domain/practice/publication.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';
import { dateOf, type Source } from '#domain/practice/source.ts';

/**
 * When a source was written, as far as it shows: `2023 年 7 月 21 日刊出` where it bears a date,
 * else `不早于 2022 年 10 月`; null where nothing shows it.
 */
export function writtenPeriod(source: Source, words: SourceWords): string | null {
  const date = dateOf(source);
  if (date !== null) return words.dated[source.kind](date);
  const { writtenAfter, writtenBefore } = source;
  const bounds = [
    writtenAfter && words.notBefore(writtenAfter.on),
    writtenBefore && words.notAfter(writtenBefore.on),
  ].filter((bound) => bound !== null);
  return bounds.length > 0 ? words.bounds(bounds) : null;
}

/** False where nothing shows when a source was written. */
export const isTimeKnown = (source: Source): boolean =>
  dateOf(source) !== null || source.writtenAfter !== null || source.writtenBefore !== null;

export interface WrittenBound {
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd` */
  readonly on: string;
  /** The phrase or fact in the source that proves it; null where the source bears the date. */
  readonly evidence: string | null;
}

export interface WrittenBounds {
  readonly after: WrittenBound | null;
  readonly before: WrittenBound | null;
}

/** Between when and when a source was written; the same day twice where it bears its date. */
export function boundsOf(source: Source): WrittenBounds {
  const date = dateOf(source);
  if (date === null) return { after: source.writtenAfter, before: source.writtenBefore };
  const bound = { on: date, evidence: null };
  return { after: bound, before: bound };
}

/** What proves a bound of a source, in words for readers. */
export const proofOf = ({ evidence }: WrittenBound, source: Source, words: SourceWords): string =>
  evidence ?? publishedIn(source, words) ?? words.dateItBears[source.kind];

/**
 * The period a source is counted under: its own year where it bears one, by the year it cannot be
 * older than, else by the year it cannot be younger than. A year is never guessed.
 */
export function periodOf(source: Source): Term {
  const { after, before } = boundsOf(source);
  const from = after?.on.slice(0, 4);
  const to = before?.on.slice(0, 4);
  if (from && from === to) return { id: from, label: `${from} 年`, aliases: [] };
  if (from) return { id: `from-${from}`, label: `不早于 ${from} 年`, aliases: [] };
  if (to) return { id: `to-${to}`, label: `不晚于 ${to} 年`, aliases: [] };
  return { id: 'unknown', label: '待考', aliases: [] };
}

/** The first day a bound can mean: `2022-10` → `2022-10-01`. */
export function firstDay(date: string): string {
  const { year, month, day } = datePartsOf(date);
  return isoDay(year, month ?? 1, day ?? 1);
}

/** The last day a bound can mean: `2022` → `2022-12-31`. */
export function lastDay(date: string): string {
  const { year, month, day } = datePartsOf(date);
  const last = month ?? 12;
  return isoDay(year, last, day ?? new Date(Date.UTC(year, last, 0)).getUTCDate());
}

const isoDay = (year: number, month: number, day: number): string =>
  [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
