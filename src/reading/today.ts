/**
 * No record is older than the library. A clock that says otherwise is wrong, and would make
 * every date in it lie in the future.
 */
const firstDay = '2026-11-20';

/** The day in China, where the library's dates are written, as `yyyy-mm-dd`. */
export function todayHere(): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return today < firstDay ? firstDay : today;
}
