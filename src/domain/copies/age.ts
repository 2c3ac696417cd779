const dayLength = 86_400_000;

/** From so many days on a copy is old: half a year in which the library went on without it. */
const oldFrom = 180;

/**
 * Full days from one day to another, both `yyyy-mm-dd`. Null where one of them is no day, or where
 * the reader's clock is behind: then nobody knows.
 */
export function daysOld(made: string, today: string): number | null {
  const days = (Date.parse(today) - Date.parse(made)) / dayLength;
  return days >= 0 ? Math.round(days) : null;
}

export const isOld = (days: number): boolean => days >= oldFrom;
