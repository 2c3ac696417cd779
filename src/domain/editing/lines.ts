/** Texts line by line: what two versions share, and how lines end. */

/** How many lines two texts share at their beginning and at their end. */
export function sharedLines(
  before: readonly string[],
  after: readonly string[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { head, tail };
}

/** How many lines of a text another has not, or it has not of the other, whichever is more. */
export function linesChanged(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const { head, tail } = sharedLines(a, b);
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return Math.max(left.length, right.length) - inCommon(left, right);
}

/** Length of the longest run of lines that two texts have in the same order, others in between. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Uint32Array(b.length + 1);
  for (const line of a) {
    const row = new Uint32Array(b.length + 1);
    for (const [at, other] of b.entries()) {
      row[at + 1] = line === other ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!);
    }
    above = row;
  }
  return above[b.length]!;
}

const mark = '\uFEFF';

/**
 * A text whose lines end with `\n`, to be written in place of a file: lines that stay as they are
 * end as they did there, new ones as most do. A mark at the beginning stays.
 */
export function asWritten(file: string, text: string): string {
  const isMarked = file.startsWith(mark);
  const lines = (isMarked ? file.slice(mark.length) : file).split(/(?<=\n)|(?<=\r)(?!\n)/);
  if (/[\r\n]$/.test(lines.at(-1) ?? '')) lines.push('');
  const bare = lines.map((line) => line.replace(/[\r\n]+$/, ''));
  const ends = lines.map((line) => /(?:\r\n|\r|\n)$/.exec(line)?.[0] ?? '');
  const wide = ends.filter((end) => end === '\r\n').length;
  const usual = wide * 2 > ends.filter((end) => end !== '').length ? '\r\n' : '\n';
  const wanted = text.split('\n');
  const { head, tail } = sharedLines(bare, wanted);
  const written = wanted.map((line, at) => {
    const isLast = at === wanted.length - 1;
    const end =
      at < head
        ? ends[at]
        : at >= wanted.length - tail
          ? ends[bare.length - (wanted.length - at)]
          : usual;
    return isLast ? line : line + (end || usual);
  });
  return (isMarked ? mark : '') + written.join('');
}
