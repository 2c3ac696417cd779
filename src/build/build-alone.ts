import { rmSync } from 'node:fs';
import { lockBuild } from '#build/exclusive-lock.ts';
import { isDiskFull } from '#build/linked-tree.ts';
import { refuseOddFolder } from '#build/project-folder.ts';
import { recover, wholeFolder, workFolder } from '#build/previous-build.ts';
import { withoutTelemetry } from '#build/telemetry.ts';
import { refuse } from '#refusal.ts';

/**
 * Runs a build that ends in `out`, with an empty folder to work in. Refuses where another build is
 * under way or the disk is full. Whatever becomes of it, the lock and that folder are gone after it.
 */
export async function buildAlone<T>(out: string, work: () => Promise<T>): Promise<T> {
  withoutTelemetry();
  refuseOddFolder();
  try {
    const unlock = lockBuild();
    try {
      recover(out);
      rmSync(workFolder, { recursive: true, force: true });
      return await work();
    } catch (error) {
      if (isDiskFull(error)) makeRoom(out);
      throw error;
    } finally {
      rmSync(workFolder, { recursive: true, force: true });
      unlock();
    }
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return refuse(`磁盘满了，网站没有重新生成，原来的 ${out}/ 保持不变。请腾出空间再试。`);
  }
}

/** Without what the build made, there is room to put back the site that stood. */
function makeRoom(out: string): void {
  for (const folder of [workFolder, wholeFolder(out)]) {
    rmSync(folder, { recursive: true, force: true });
  }
  recover(out);
}
