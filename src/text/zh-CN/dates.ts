import { datePartsOf } from '#domain/citation/record.ts';

/** Dates as readers read them. */
export const dates = {
  /** `2022-10` → `2022 年 10 月`; takes a year, a month or a day. */
  inWords: (date: string): string => {
    const { year, month, day } = datePartsOf(date);
    const parts = [`${year} 年`, month && `${month} 月`, day && `${day} 日`];
    return parts.filter(Boolean).join(' ');
  },
} as const;
