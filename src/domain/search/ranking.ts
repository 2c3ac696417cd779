import { meantBy, type EverydayWords } from '#domain/search/everyday.ts';
import { fold } from '#domain/search/fold.ts';
import { fillers, holdsFiller, isSingle, pairsOf } from '#domain/search/pieces.ts';
import { stretchesOf } from '#domain/search/question.ts';

/** What is looked for in place of a question: its stretches and what its everyday words mean. */
export interface Meaning {
  /** Folded; in the reader's own words. */
  readonly own: readonly string[];
  /** In the library's. */
  readonly meant: readonly string[];
}

export const meaningOf = (question: string, everyday: EverydayWords): Meaning => ({
  own: stretchesOf(question).map(({ text }) => text),
  meant: meantBy(question, everyday),
});

/** A piece looked for, and what finding it is worth beside the others. */
export interface Wanted {
  readonly piece: string;
  readonly worth: number;
  /** True where it comes from an everyday word and does not stand in the question. */
  readonly isMeant: boolean;
}

const pairWorth = 1;
const singleWorth = 0.3;
const meantWorth = 0.8;

export function wantedOf({ own, meant }: Meaning): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const add = (piece: string, worth: number, isMeant: boolean): void => {
    if (holdsFiller(piece) || (wanted.get(piece)?.worth ?? 0) >= worth) return;
    wanted.set(piece, { piece, worth, isMeant });
  };
  for (const text of own) {
    if (/^[\p{L}\p{N}]+$/u.test(text) && !/\p{Script=Han}/u.test(text)) add(text, pairWorth, false);
    else {
      for (const piece of pairsOf([...text])) add(piece, pairWorth, false);
      for (const piece of text) add(piece, singleWorth, false);
    }
  }
  for (const word of meant) for (const piece of pairsOf([...word])) add(piece, meantWorth, true);
  return [...wanted.values()];
}

/** How much each document has of a piece, 1 to `mostAmount`; and in how many documents it is. */
export interface Postings {
  readonly documents: number;
  readonly amounts: ReadonlyMap<number, number>;
}

/** A document and its worth for a question. */
export interface Ranked {
  readonly document: number;
  /** What its pieces are worth together: 2.2 at most for each pair, for one that nothing else has. */
  readonly score: number;
  /** Its pairs and words that are in the document, the telling ones first. */
  readonly by: readonly string[];
}

/** What an amount of 1 stands for, in occurrences in running text. */
export const amountStep = 0.6;
export const mostAmount = 15;

/** Saturation of BM25: a piece three times is not worth three times as much. */
const k1 = 1.2;

/** How telling a piece is that stands in so many of all documents, against one in a single one. */
function rarity(documents: number, all: number): number {
  const of = (count: number): number => Math.log(1 + (all - count + 0.5) / (count + 0.5));
  return of(Math.max(1, documents)) / of(1);
}

/** Documents by worth, best first: BM25 over the pieces (Robertson and Zaragoza 2009). */
export function rank(
  wanted: readonly Wanted[],
  postings: ReadonlyMap<string, Postings>,
  all: number,
): Ranked[] {
  const found = new Map<number, { score: number; by: [piece: string, gain: number][] }>();
  for (const { piece, worth } of wanted) {
    const held = postings.get(piece);
    if (!held) continue;
    const weight = worth * rarity(held.documents, all);
    for (const [document, amount] of held.amounts) {
      const of = found.get(document) ?? { score: 0, by: [] };
      const frequency = amount * amountStep;
      const gain = (weight * frequency * (k1 + 1)) / (frequency + k1);
      of.score += gain;
      if (!isSingle(piece)) of.by.push([piece, gain]);
      found.set(document, of);
    }
  }
  return [...found]
    .map(([document, { score, by }]) => ({
      document,
      score,
      by: by.sort((a, b) => b[1] - a[1]).map(([piece]) => piece),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/**
 * The words that pieces come from, as long as all their pairs are among them: 刑满、满释、释放
 * are 刑满释放.
 */
export function wordsOf({ own, meant }: Meaning, pieces: readonly string[]): string[] {
  const found = new Set(pieces);
  const words = new Set<string>();
  for (const text of [...own, ...meant]) {
    if (found.has(text)) words.add(text);
    const characters = [...text];
    let word = '';
    characters.forEach((character, at) => {
      const pair = character + (characters[at + 1] ?? '');
      if (found.has(pair) && pair !== character)
        word = word === '' ? pair : word + characters[at + 1];
      else {
        if (word !== '') words.add(word);
        word = '';
      }
    });
  }
  return [...words].filter((word) => ![...words].some((of) => of !== word && of.includes(word)));
}

/** What share of the pairs and words of a question, as the reader put it, is among those of a document. */
export function shareHeld({ own }: Meaning): (pieces: readonly string[]) => number {
  const wanted = wantedOf({ own, meant: [] }).flatMap(({ piece }) =>
    isSingle(piece) ? [] : [piece],
  );
  return (pieces) =>
    wanted.filter((piece) => pieces.includes(piece)).length / Math.max(1, wanted.length);
}

/** The question holds nothing but words that are in every text. */
export const saysNothing = ({ own }: Meaning): boolean =>
  own.every((text) => [...fold(text)].every((character) => fillers.has(character)));
