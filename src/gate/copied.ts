import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fault, type Fault } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';

/** Stands beside the project where the source documents are at hand. */
const tool = join('..', 'shared', 'tools', 'verbatim.mjs');

/** Whether the source documents are at hand. */
export const canCompareWording = (root: string): boolean => existsSync(join(root, tool));

/**
 * Wording that practices share with the source documents. Those are not part of the project:
 * where they are missing nothing can be compared, and the notice says so.
 */
export function copiedWording(
  root: string,
  files: ContentFiles,
): { faults: Fault[]; notice: string | null } {
  if (!canCompareWording(root)) {
    return { faults: [], notice: '没有找到原始文档，这次没有查照抄的语句。' };
  }
  const practices = [...files.keys()].filter((file) =>
    /^content\/practices\/[^/]+\.mdx$/.test(file),
  );
  if (practices.length === 0) return { faults: [], notice: null };
  const run = spawnSync(process.execPath, [tool, ...practices], { cwd: root, encoding: 'utf8' });
  const faults = [...run.stdout.matchAll(/^(.+?): (\d+) characters shared: (.+)$/gm)].map(
    ([, file = '', length = '', shared = '']) =>
      fault(
        { file, line: lineOf(files.get(file) ?? '', shared), field: '文字', value: shared },
        `与原文连续 ${length} 个字相同`,
        '用自己的话重写，换掉句子的结构；机制名称和短口号可以放进“ ”里',
      ),
  );
  const finished = run.status === 0 || (run.status === 1 && faults.length > 0);
  return {
    faults,
    notice: finished ? null : `查照抄的程序没有跑完，这次没有查：${run.stderr.trim()}`,
  };
}

/** Line on which a run of characters begins; the run has no punctuation, the text has. */
function lineOf(text: string, run: string): number | null {
  const start = run.slice(0, 8);
  const lines = text.split('\n').map((line) => line.replace(/[^\p{Script=Han}\p{Number}]/gu, ''));
  const index = lines.findIndex((line) => line.includes(start));
  return index < 0 ? null : index + 1;
}
