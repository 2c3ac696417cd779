/** `2022-10` → `2022 年 10 月`; takes a year, a month or a day. */
export function inChinese(date: string): string {
  const [year, month, day] = date.split('-');
  const parts = [`${year} 年`, month && `${Number(month)} 月`, day && `${Number(day)} 日`];
  return parts.filter(Boolean).join(' ');
}
