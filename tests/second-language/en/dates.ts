import { datePartsOf } from '#domain/citation/record.ts';
import type { Translated } from '#text/language.ts';
import type { dates as zhCN } from '#text/zh-CN/dates.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const dates: Translated<typeof zhCN> = {
  inWords: (date) => {
    const { year, month, day } = datePartsOf(date);
    const parts = [day, month && months[month - 1], year];
    return parts.filter((part) => part !== null).join(' ');
  },
};
