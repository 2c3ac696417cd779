/** Numbers that a draft gives under our name, in its own words, checked against what the practice says. */
import { fold } from '#domain/search/fold.ts';
import type { Figure } from '#domain/practice/practice.ts';

/** A number of the draft that the practice does not have. */
export interface StrayFigure {
  readonly given: string;
  /** Figures that count the same, as far as words tell; the likeliest first. */
  readonly instead: readonly Figure[];
}

export interface CheckedFigures {
  /** All numbers that count something. */
  readonly given: readonly string[];
  readonly strays: readonly StrayFigure[];
}

/** Numbers of a sentence that count something: no years, days, ordinals or addresses. */
export function figuresIn(
  sentence: string,
): readonly { readonly value: string; readonly at: number }[] {
  const plain = fold(sentence.replace(/https?:\S+/gu, (link) => ' '.repeat(link.length)));
  if (plain.length !== sentence.length) return [];
  return [...plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/gu)]
    .filter(({ index, 0: value }) => {
      const before = plain.slice(Math.max(0, index - 1), index);
      const after = plain.slice(index + value.length, index + value.length + 1);
      return !ordinal.test(before) && !calendar.test(after) && !/[a-z-]/u.test(before + after);
    })
    .map(({ index, 0: value }) => ({ value: value.replace(/,/gu, ''), at: index }));
}

const ordinal = /[第[]/u;
const calendar = /[年月日版段]/u;

/** `letters` is all that the practice says; see `LibraryText`. */
export function checkFigures(
  sentence: string,
  letters: string,
  figures: readonly Figure[],
): CheckedFigures {
  const given = figuresIn(sentence);
  const strays = given
    .filter(({ value }) => !hasNumber(letters, value))
    .map(({ value, at }) => {
      const near = pairsIn(sentence.slice(Math.max(0, at - 16), at + value.length + 16));
      const behind = sentence.slice(at + value.length).trimStart();
      const alike = figures
        .map((figure) => ({
          figure,
          shared: [...pairsIn(`${figure.unit}${figure.counts}${figure.scope ?? ''}`)].filter(
            (pair) => near.has(pair),
          ).length,
          isSameUnit: figure.unit !== '' && behind.startsWith(figure.unit),
        }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => Number(b.isSameUnit) - Number(a.isSameUnit) || b.shared - a.shared);
      return { given: value, instead: alike.slice(0, 2).map(({ figure }) => figure) };
    });
  return { given: given.map(({ value }) => value), strays };
}

function hasNumber(letters: string, value: string): boolean {
  for (let at = letters.indexOf(value); at >= 0; at = letters.indexOf(value, at + 1)) {
    const [before, after] = [
      letters.charAt(at - 1),
      letters.slice(at + value.length, at + value.length + 2),
    ];
    if (!/[\d.]/u.test(before) && !/^(?:\d|\.\d)/u.test(after)) return true;
  }
  return false;
}

function pairsIn(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.add(pair);
  }
  return pairs;
}
