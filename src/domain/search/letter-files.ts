import { fold, scriptOf, type SimplifiedBy } from '#domain/search/fold.ts';
import { scattered } from '#domain/search/posting-files.ts';

/**
 * Long lists and titles are suggested from files by the first letter of their names, and those of a
 * letter by the first two characters: who has typed two reads one file.
 */

/** How many files each letter has. */
export type LetterFiles = Readonly<Record<string, number>>;

export const letterFile = (letter: string, number: number): string =>
  `letters/${letter}-${number}.bin`;

/** What fits one of them, in characters before packing. */
const roomOfFile = 8000;

/** How many files names of so many characters take. */
export const filesNeeded = (size: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(size / roomOfFile)));

function beginningOf(name: string, simplified?: SimplifiedBy): string[] {
  const characters: string[] = [];
  for (const character of fold(name, simplified)) {
    if (scriptOf(character) === 'none') continue;
    if (characters.push(character) === 2) break;
  }
  return characters;
}

/** Which of so many files a name falls to. */
export const numberOfFile = (name: string, files: number): number =>
  scattered(beginningOf(name).join('')) % files;

/** Names of the files with all that may begin so: all of the letter for who has typed less than two characters, or letters. */
export function filesBeginning(
  typed: string,
  letter: string,
  files: LetterFiles,
  simplified?: SimplifiedBy,
): string[] {
  const count = files[letter] ?? 0;
  const beginning = beginningOf(typed, simplified);
  const isTold = beginning.length === 2 && beginning.every((of) => scriptOf(of) === 'han');
  const numbers = isTold
    ? [numberOfFile(beginning.join(''), count)]
    : Array.from({ length: count }, (_, at) => at);
  return count === 0 ? [] : numbers.map((number) => letterFile(letter, number));
}
