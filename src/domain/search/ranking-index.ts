import { plainly, type EverydayWords } from '#domain/search/everyday.ts';
import { fold } from '#domain/search/fold.ts';
import { isSingle, piecesOf } from '#domain/search/pieces.ts';
import {
  eachDocument,
  type Filing,
  type Notes,
  type Payload,
  type PayloadEnd,
  type PostingFile,
} from '#domain/search/posting-files.ts';
import { amountStep, mostAmount, type Postings } from '#domain/search/ranking.ts';

/** Texts of one field of a document, and what an occurrence in it counts for. */
export interface Field {
  readonly weight: number;
  /** How far a long text is held against it, 0 to 1. */
  readonly levelling: number;
  /** Usual number of pieces. */
  readonly usual: number;
  readonly texts: readonly string[];
}

/** How much a document has of each of its pieces (BM25F), 1 to `mostAmount`. */
export type Amounts = ReadonlyMap<string, number>;

export function amountsOf(fields: readonly Field[]): Amounts {
  const sums = new Map<string, number>();
  for (const { weight, levelling, usual, texts } of fields) {
    const pieces = texts.flatMap(piecesOf);
    const value = weight / (1 - levelling + (levelling * pieces.length) / usual);
    for (const piece of pieces) sums.set(piece, (sums.get(piece) ?? 0) + value);
  }
  for (const [piece, sum] of sums) {
    sums.set(piece, Math.max(1, Math.min(mostAmount, Math.round(sum / amountStep))));
  }
  return sums;
}

/** By piece: the amount of it, which is all that the index of pieces holds of a document. */
export function payloadsOf(amounts: Amounts): Map<string, Payload> {
  const of = new Map<string, Payload>();
  amounts.forEach((amount, piece) => of.set(piece, payloads[amount] ?? [amount]));
  return of;
}

const payloads = Array.from({ length: mostAmount + 1 }, (_, amount): Payload => [amount]);

export const endOfAmount: PayloadEnd = (_bytes, at) => at + 1;

/** Practices are documents by their numbers, and problems from this number on. */
export const firstProblem = 2 ** 24;

/** Of a piece that more practices hold, those with most of it are enough for a first page. */
const mostRead = 300;

/** A pair that one practice holds once, in running text, decides nothing. */
const worthReading = 3;

/** What is known of a piece; null where nothing is that would decide anything. */
export function readPiece(
  { postings }: PostingFile,
  piece: string,
): { readonly practices: Postings; readonly problems: Postings } | null {
  const posting = postings.get(piece);
  if (!posting) return null;
  const { documents, body } = posting;
  const practices: [number, number][] = [];
  const problems = new Map<number, number>();
  eachDocument(body, endOfAmount, (document, at) => {
    const amount = body[at] ?? 0;
    if (document >= firstProblem) problems.set(document - firstProblem, amount);
    else practices.push([document, amount]);
  });
  const [first] = practices;
  const isChance = documents === 1 && problems.size === 0 && (first?.[1] ?? 0) < worthReading;
  if (isChance && !isSingle(piece)) return null;
  const best =
    practices.length <= mostRead
      ? practices
      : practices.sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostRead);
  return {
    practices: { documents, amounts: new Map(best) },
    problems: { documents: problems.size, amounts: problems },
  };
}

/** The piece under whose file an everyday word is kept. */
export function entryPiece(said: string): string {
  const bare = [...plainly(said)];
  return (bare.length > 1 ? bare : [...fold(said)]).slice(0, 2).join('');
}

/** What a file says of everyday words: those that begin with a piece of its, `老赖=失信被执行人,…`. */
export function everydayNotes(everyday: EverydayWords, { fileOf }: Filing): Map<string, Notes> {
  const notes = new Map<string, string[]>();
  for (const [said, meant] of everyday) {
    const file = fileOf(entryPiece(said));
    notes.set(file, [...(notes.get(file) ?? []), `${said}=${meant.join(',')}`]);
  }
  return notes;
}

export const readEveryday = ({ notes }: PostingFile): EverydayWords =>
  notes.map((line) => {
    const [said = '', meant = ''] = line.split('=');
    return [said, meant.split(',')];
  });
