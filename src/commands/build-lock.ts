import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';

const lock = '.cache/build.lock';

/**
 * Keeps a second build out of the same folders until this process ends. Ends it with a message
 * where one is under way; a lock left by a build that was killed is taken over.
 */
export function lockBuild(): void {
  mkdirSync('.cache', { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = ownerOfLock();
    if (owner !== null) {
      console.error(`另一次建站正在进行（进程 ${owner}），两次不能同时写。请等它结束再试。`);
      process.exit(1);
    }
    rmSync(lock, { force: true });
  }
  process.on('exit', () => rmSync(lock, { force: true }));
}

/** The process that holds the lock; null where it no longer runs. */
function ownerOfLock(): number | null {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    const startedAt = Date.now() - uptime() * 1000;
    if (!Number.isInteger(owner) || owner <= 0 || owner === process.pid) return null;
    if (statSync(lock).mtimeMs < startedAt) return null;
    process.kill(owner, 0);
    return owner;
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EPERM';
    return isOthers ? Number(readFileSync(lock, 'utf8')) : null;
  }
}
