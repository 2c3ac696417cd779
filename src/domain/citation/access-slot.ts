/**
 * Shown where the day of access belongs but is not known: the reader writes it in. A module of its own,
 * since pages that cite nothing load it too.
 */
export const accessSlot = '引用日期';

/** The same where a style writes days in words. */
export const accessSlotInWords = '引用年月日';

/** `2026年11月20日`, `2026年11月`, `2026年` of a date as precise as it is known. */
export function dayInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const part = (number: string | undefined, unit: string): string =>
    number === undefined ? '' : `${Number(number)}${unit}`;
  return `${year}年${part(month, '月')}${part(day, '日')}`;
}

/** In Markdown the brackets are escaped. */
const inBrackets = new RegExp(String.raw`(\\?\[)${accessSlot}(\\?\])`, 'gu');

/** A text with the day on which a reader read (`yyyy-mm-dd`) in every slot. */
export const withDayIn = (text: string, day: string): string =>
  text
    .split(`，${accessSlotInWords}`)
    .join(`，${dayInWords(day)}`)
    .replace(inBrackets, (_slot, open: string, close: string) => `${open}${day}${close}`);
