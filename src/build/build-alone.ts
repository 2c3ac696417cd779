import { rmSync } from 'node:fs';
import { lockBuild } from '#build/exclusive-lock.ts';
import { isDiskFull } from '#build/linked-tree.ts';
import { refuseOddFolder } from '#build/project-folder.ts';
import { recover, wholeFolder, workFolder } from '#build/previous-build.ts';
import { withoutTelemetry } from '#build/telemetry.ts';

/**
 * Runs a build that ends in `out`, with an empty folder to work in. Ends the process with a message
 * an editor understands where another build is under way or the disk is full.
 */
export async function buildAlone<T>(out: string, work: () => Promise<T>): Promise<T> {
  withoutTelemetry();
  refuseOddFolder();
  try {
    lockBuild();
    recover(out);
    rmSync(workFolder, { recursive: true, force: true });
    return await work();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    for (const folder of [workFolder, wholeFolder(out)]) {
      rmSync(folder, { recursive: true, force: true });
    }
    recover(out);
    console.error(`磁盘满了，网站没有重新生成，原来的 ${out}/ 保持不变。请腾出空间再试。`);
    process.exit(1);
  }
}
