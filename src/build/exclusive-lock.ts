import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { refuse } from '#refusal.ts';

const lock = '.cache/build.lock';

/**
 * Keeps a second build out of the same folders until the function returned is called. Refuses
 * where one is under way; a lock left by a build that was killed is taken over.
 */
export function lockBuild(): () => void {
  mkdirSync('.cache', { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const stale = readLock();
    const owner = ownerOf(stale);
    if (owner !== null) {
      refuse(
        `另一次建站正在进行（进程 ${owner}），两次不能同时写。请等它结束再试；确实没有别的建站，就删去 ${lock}。`,
      );
    }
    takeAway(stale);
  }
  return () => rmSync(lock, { force: true });
}

/** What the lock says; null where it says nothing that can be read. */
function readLock(): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}

/** Takes a lock away, unless another build has taken it meanwhile and locked again. */
function takeAway(stale: string | null): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const taken = stale === null ? null : readFileSync(aside, 'utf8');
  if (taken !== stale) renameSync(aside, lock);
  rmSync(aside, { recursive: true, force: true });
}

/** The process that holds the lock; null where it no longer runs, or its number is another's by now. */
function ownerOf(said: string | null): number | null {
  if (said === null) return null;
  try {
    const [number, startedAt = ''] = said.split(' ');
    const owner = Number(number);
    const bootedAt = Date.now() - uptime() * 1000;
    if (!Number.isInteger(owner) || owner <= 0 || owner === process.pid) return null;
    if (statSync(lock).mtimeMs < bootedAt || startOf(owner) !== startedAt) return null;
    return isRunning(owner) ? owner : null;
  } catch {
    return null;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Tells one process of a number from the next; empty where the system does not tell. */
function startOf(id: number): string {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name in brackets may hold blanks; the start is the twentieth field behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
