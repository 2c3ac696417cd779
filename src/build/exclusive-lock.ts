import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    const owner = ownerOfLock();
    if (owner !== null) {
      refuse(
        `另一次建站正在进行（进程 ${owner}），两次不能同时写。请等它结束再试；确实没有别的建站，就删去 ${lock}。`,
      );
    }
    rmSync(lock, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** The process that holds the lock; null where it no longer runs, or its number is another's by now. */
function ownerOfLock(): number | null {
  try {
    const [number, startedAt = ''] = readFileSync(lock, 'utf8').split(' ');
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
