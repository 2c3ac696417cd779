import { statSync } from 'node:fs';

/** Clocks of disks are this many milliseconds behind at most. */
const tooRecent = 2000;

/** Changes with every writing of the file; a dash where there is none. */
export function stateOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}` : '-';
}

/** Whether something done at `time` was surely done before `since`; both in milliseconds. */
export const isSettled = (time: number, since: number): boolean => time <= since - tooRecent;

/** Whether any of the files may have been written after `time`, going by how they look. */
export const touchedSince = (seen: string, time: number): boolean =>
  seen.split(' ').some((state) => !isSettled(Number(state.split(':')[3] ?? 0), time));
