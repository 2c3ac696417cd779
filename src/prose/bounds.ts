/** More than any prose of ours needs, and little enough to be read at once. */
const bounds = { characters: 5000, blanks: 20, marks: 8 } as const;

/** What opens a quotation or a list at the beginning of a line, once for each level. */
const mark = /[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]))/y;

/** What is wrong with prose that would take too long to read; its line is counted from 1. */
export class ProseOutOfBounds extends Error {
  readonly line: number;
  readonly remedy: string;

  constructor(line: number, problem: string, remedy: string) {
    super(problem);
    this.line = line;
    this.remedy = remedy;
  }
}

/**
 * Throws for prose on which a parser of Markdown would spend minutes: the time it takes grows with
 * the square of what stands together without a blank line, and with how deep lists are nested.
 */
export function refuseUnboundedProse(body: string): void {
  let together = 0;
  let first = 1;
  for (const [index, line] of body.split('\n').entries()) {
    const indent = line.search(/\S/);
    if (indent < 0) {
      together = 0;
      continue;
    }
    if (indent > bounds.blanks) {
      throw new ProseOutOfBounds(
        index + 1,
        `行首有 ${indent} 个空格，最多 ${bounds.blanks} 个`,
        '删去行首的空格',
      );
    }
    const marks = marksBefore(line);
    if (marks > bounds.marks) {
      throw new ProseOutOfBounds(
        index + 1,
        `行首套了 ${marks} 层 > 或列表的记号，最多 ${bounds.marks} 层`,
        '删去行首的记号；粘来的邮件把每行开头的 > 删去',
      );
    }
    if (together === 0) first = index + 1;
    together += line.length;
    if (together > bounds.characters) {
      throw new ProseOutOfBounds(
        first,
        `一段超过 ${bounds.characters} 个字，太长`,
        '分成几段，段与段之间空一行；看看是不是粘进了别的东西',
      );
    }
  }
}

function marksBefore(line: string): number {
  mark.lastIndex = 0;
  let count = 0;
  while (mark.test(line)) count += 1;
  return count;
}
