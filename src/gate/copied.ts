import { existsSync } from 'node:fs';
import { fault, type Fault } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { readSiteFile, sourcesFolder } from '#reading/site-file.ts';

/** What our words are looked for in: practices, and the lists that speak in sentences. */
const ours = /^content\/(practices\/[^/]+\.mdx|(terms|topics|problems|comparisons)\.yml)$/;

/**
 * Wording that content shares with the sources. Those are not part of a library: where none are
 * at hand nothing can be compared, and the notice says so.
 */
export function copiedWording(
  root: string,
  files: ContentFiles,
): { faults: Fault[]; notice: string | null } {
  const sources = readSources(root);
  if (sources === null) {
    return {
      faults: [],
      notice: `手边没有原文（${whyNone(root)}），这次没有查照抄的语句，出处只看了写法和摘要值。`,
    };
  }
  const faults = [...files]
    .filter(([file]) => ours.test(file))
    .flatMap(([file, text]) =>
      sources.wording
        .runsIn(text)
        .map((run) =>
          fault(
            { file, line: lineOf(text, run), field: '文字', value: run },
            `与原文连续 ${run.length} 个字相同`,
            '用自己的话重写，换掉句子的结构；机制名称和短口号可以放进“ ”里',
          ),
        ),
    );
  const { unread } = sources;
  const notice = unread.length === 0 ? null : `有原文读不出来，没有对照：${unread.join('、')}。`;
  return { faults, notice };
}

function whyNone(root: string): string {
  const folder = sourcesFolder(root);
  if (folder !== null) return existsSync(folder) ? `${folder} 里没有` : `没有 ${folder} 这个文件夹`;
  return readSiteFile(root) === null ? 'site.yml 还读不出来' : 'site.yml 的 sources 没有写';
}

/** Line on which a run of characters begins; the run has no punctuation, the text has. */
function lineOf(text: string, run: string): number | null {
  const lines = text.split('\n').map((line) => line.replace(/[^\p{Script=Han}\p{Number}]/gu, ''));
  const whole = lines.findIndex((line) => line.includes(run));
  const index = whole >= 0 ? whole : lines.findIndex((line) => line.includes(run.slice(0, 8)));
  return index < 0 ? null : index + 1;
}
