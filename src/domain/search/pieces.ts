import { fold, scriptOf } from '#domain/search/fold.ts';
import { runGroups, type Run } from '#domain/search/runs.ts';

/**
 * What ranking by meaning compares: every Han character, every two neighbours, and every word of
 * letters or digits. Written Chinese has no gaps between words, and two characters are the size of
 * most of its words.
 */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const group of runGroups(fold(text))) for (const run of group) addPieces(run, pieces);
  return pieces;
}

function addPieces({ script, text }: Run, pieces: string[]): void {
  if (script === 'word') {
    pieces.push(text);
    return;
  }
  /** The neighbour, where there is one that makes words. */
  let before = '';
  for (const character of text) {
    if (fillers.has(character)) {
      before = '';
      continue;
    }
    pieces.push(character);
    if (before !== '') pieces.push(before + character);
    before = character;
  }
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
