import { fold, scriptOf } from '#domain/search/fold.ts';
import { runGroups, type Run } from '#domain/search/runs.ts';

/**
 * What ranking by meaning compares: every Han character, every two neighbours, and every word of
 * letters or digits. Written Chinese has no gaps between words, and two characters are the size of
 * most of its words.
 */
export const piecesOf = (text: string): string[] =>
  runGroups(fold(text)).flat().flatMap(piecesOfRun);

function piecesOfRun({ script, text }: Run): string[] {
  if (script === 'word') return [text];
  const characters = [...text];
  const pieces = characters.filter((character) => !fillers.has(character));
  if (pieces.length === characters.length) return [...pieces, ...pairsOf(characters)];
  return [...pieces, ...pairsOf(characters).filter((pair) => !holdsFiller(pair))];
}

export const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);

/** A single Han character; it stands in many words and says little alone. */
export const isSingle = (piece: string): boolean =>
  [...piece].length === 1 && scriptOf(piece) === 'han';

/** Characters that join words and stand in nearly every text; with a neighbour they make no word. */
export const fillers = new Set(
  '吗呢吧啊呀嘛么了的地得着把被给让和与及或而在是有也都就还又才很太更最会能要想去来到从对向于以之其这那个些们没不用做搞弄请该我你他她咱啥咋怎哪谁',
);

export const holdsFiller = (piece: string): boolean =>
  [...piece].some((character) => fillers.has(character));
