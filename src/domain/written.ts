import { datePartsOf } from '#domain/citation/record.ts';
import type { Term } from '#domain/lists.ts';
import type { Source } from '#domain/practice.ts';

/** When a source was written, as far as it shows: `不早于 2022 年 10 月`; null where nothing shows it. */
export function writtenPeriod({
  writtenAfter,
  writtenBefore,
}: Pick<Source, 'writtenAfter' | 'writtenBefore'>): string | null {
  const bounds = [
    writtenAfter && `不早于 ${inChinese(writtenAfter.on)}`,
    writtenBefore && `不晚于 ${inChinese(writtenBefore.on)}`,
  ].filter((bound) => bound !== null);
  return bounds.length > 0 ? bounds.join('，') : null;
}

/**
 * The period a source is counted under: by the year it cannot be older than, else by the year
 * it cannot be younger than. The bounds are all there is; a year is never guessed.
 */
export function periodOf({ writtenAfter, writtenBefore }: Source): Term {
  const from = writtenAfter?.on.slice(0, 4);
  const to = writtenBefore?.on.slice(0, 4);
  if (from && from === to) return { id: from, label: `${from} 年`, aliases: [] };
  if (from) return { id: `from-${from}`, label: `不早于 ${from} 年`, aliases: [] };
  if (to) return { id: `to-${to}`, label: `不晚于 ${to} 年`, aliases: [] };
  return { id: 'unknown', label: '待考', aliases: [] };
}

/** `2022-10` → `2022 年 10 月`; takes a year, a month or a day. */
export function inChinese(date: string): string {
  const [year, month, day] = date.split('-');
  const parts = [`${year} 年`, month && `${Number(month)} 月`, day && `${Number(day)} 日`];
  return parts.filter(Boolean).join(' ');
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
