import type { TextFault } from '#reading/fault.ts';

/** A document taken apart: the fields between two lines of `---`, and the prose behind them. */
export interface Parts {
  /** YAML, which begins on the second line of the file. */
  readonly card: string;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

export const cardName = '文件开头的卡片（frontmatter）';

const isMark = (line: string | undefined): boolean => /^---[ \t]*$/.test(line ?? '');

/** Takes a text apart that ends its lines with `\n`. */
export function splitFrontmatter(text: string): Parts | TextFault {
  const lines = text.split('\n');
  const end = isMark(lines[0]) ? lines.findIndex((line, at) => at > 0 && isMark(line)) : -1;
  const card = lines.slice(1, Math.max(1, end)).join('\n');
  if (card.trim() === '') {
    return {
      line: 1,
      value: lines[0] || null,
      problem: isMark(lines[0]) && end < 0 ? '缺少卡片：开头的 --- 没有收尾' : '缺少卡片',
      remedy: '文件要以单独一行 --- 开头，写完各字段再用单独一行 --- 结束，然后才是正文',
    };
  }
  return { card, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
