import { sharedWording, type SharedWording } from '#domain/words/copied-wording.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { stateOf } from '#cache/file-state.ts';
import { sourcesFolder } from '#reading/site-file.ts';
import { readSource, sourceFiles } from '#reading/kept-sources.ts';

/** What our words are looked for in: practices, and the lists that speak in sentences. */
const ours = /^content\/(practices\/[^/]+\.mdx|(terms|topics|problems|comparisons)\.yml)$/;

/** Tells one state of the sources from another; a dash where none are at hand. */
export function lookOfSources(root: string): string {
  const folder = sourcesFolder(root);
  const files = folder === null ? [] : sourceFiles(folder);
  return files.map((file) => `${file} ${stateOf(file)}`).join('\n') || '-';
}

interface Sources {
  readonly look: string;
  readonly wording: SharedWording;
  readonly unread: readonly string[];
}

/** Large, and asked for with each part of a library. */
let last: Sources | null = null;

function readSources(root: string): Sources | null {
  const look = lookOfSources(root);
  if (look === '-') return null;
  if (last?.look === look) return last;
  const folder = sourcesFolder(root) ?? '';
  const read = sourceFiles(folder).map((file) => ({ file, text: readSource(file) }));
  last = {
    look,
    wording: sharedWording(read.flatMap(({ text }) => text ?? [])),
    unread: read.flatMap(({ file, text }) => (text === null ? [file] : [])),
  };
  return last;
}

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
    const folder = sourcesFolder(root);
    const where = folder === null ? 'site.yml 的 sources 没有写' : `${folder} 里没有`;
    return { faults: [], notice: `手边没有原文（${where}），这次没有查照抄的语句。` };
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

/** Line on which a run of characters begins; the run has no punctuation, the text has. */
function lineOf(text: string, run: string): number | null {
  const lines = text.split('\n').map((line) => line.replace(/[^\p{Script=Han}\p{Number}]/gu, ''));
  const whole = lines.findIndex((line) => line.includes(run));
  const index = whole >= 0 ? whole : lines.findIndex((line) => line.includes(run.slice(0, 8)));
  return index < 0 ? null : index + 1;
}
