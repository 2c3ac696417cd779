/**
 * No record is older than the library. A clock that says otherwise is wrong, and would make
 * every date in it lie in the future.
 */
const firstDay = '2026-11-20';

const dayInChina = (moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(moment);

/** The day in China, where the library's dates are written, as `yyyy-mm-dd`. */
export function todayHere(): string {
  const today = dayInChina(new Date());
  return today < firstDay ? firstDay : today;
}

/**
 * The day written into what is made to be given away: today, or the day of `SOURCE_DATE_EPOCH`
 * (seconds, reproducible-builds.org), by which the same copy can be made again on another day.
 */
export function dayOfMaking(): string {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (!seconds) return todayHere();
  return dayInChina(new Date(Number(seconds) * 1000));
}
