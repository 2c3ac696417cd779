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

/** How many lines of the longer of two texts lie between what they share. */
export function linesBetween(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const { head, tail } = sharedLines(a, b);
  return Math.max(a.length, b.length) - head - tail;
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
