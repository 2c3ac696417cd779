import { titleWords } from '#domain/words/title-words.ts';

/** Width and outline of a letter in steps of which `stepsOfSize` make its size; relative SVG path. */
export type Letter = readonly [width: number, outline: string];

export type Letters = ReadonlyMap<string, Letter>;

export const stepsOfSize = 250;

/** Whether every letter of a text is there: one that is not would be a box. */
export const canWrite = (text: string, letters: Letters): boolean =>
  [...text].every((letter) => letters.has(letter));

/** Width of a text of this size, in the unit of the size. */
export const widthOf = (text: string, size: number, letters: Letters): number =>
  ([...text].reduce((sum, letter) => sum + (letters.get(letter)?.[0] ?? 0), 0) * size) /
  stepsOfSize;

interface Measure {
  readonly size: number;
  /** In the unit of the size. */
  readonly width: number;
  readonly most: number;
}

/**
 * A title in as few lines as it fits in, broken between words, after a clause rather than inside
 * one, and evenly; null where it takes more than `most`.
 */
export function linesOf(
  title: string,
  { size, width, most }: Measure,
  letters: Letters,
): readonly string[] | null {
  const words = (title.match(/[^，：、；？！]+[，：、；？！]?/gu) ?? [title]).flatMap(titleWords);
  for (let count = 1; count <= most; count += 1) {
    const lines = broken(words, count, (line) => {
      const left = width - widthOf(line, size, letters);
      // A mark at the end of a line may stand half outside: it is white there.
      if (left < (/[，：、；？！]$/u.test(line) ? -size / 2 : 0)) return Infinity;
      return left * left + (/[，：；？！]$/u.test(line) ? 0 : (6 * size) ** 2);
    });
    if (lines) return lines;
  }
  return null;
}

/** The cheapest way to break words into so many lines; null where there is none. */
function broken(
  words: readonly string[],
  count: number,
  costOf: (line: string) => number,
): readonly string[] | null {
  let best: readonly string[] | null = null;
  let least = Infinity;
  const goOn = (from: number, lines: readonly string[], cost: number): void => {
    if (cost >= least) return;
    if (lines.length === count) {
      if (from === words.length) [best, least] = [lines, cost];
      return;
    }
    let line = '';
    for (let at = from; at < words.length; at += 1) {
      line += words[at] ?? '';
      const next = costOf(line.trim());
      if (next === Infinity) break;
      goOn(at + 1, [...lines, line.trim()], cost + next);
    }
  };
  goOn(0, [], 0);
  return best;
}
