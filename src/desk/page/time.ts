/** A moment as an editor reads it: the hour today, the day before that. */
export function timeOf(moment: string | Date, now = new Date()): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const isToday = date.toDateString() === now.toDateString();
  return isToday
    ? hour
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${hour}`;
}
