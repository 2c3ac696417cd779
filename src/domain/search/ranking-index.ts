import { isSingle, piecesOf } from '#domain/search/pieces.ts';
import { amountStep, mostAmount, type Postings } from '#domain/search/ranking.ts';
import { fold } from '#domain/search/fold.ts';
import type { EverydayWords } from '#domain/search/everyday.ts';

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

/**
 * `answers/<number>.bin`: what is known of the pieces that fall to this file, a line each:
 * the piece, in how many practices it is, the practices with most of it, and the problems. Then
 * the everyday words that begin with such a piece, `老赖=失信被执行人,…`, and how its characters
 * are read, `赖lai`.
 */
export type PieceFile = readonly [pieces: string, everyday: string, sounds: string];

/** Documents of one piece, as far as they are written: each by its step from the one before. */
function packPostings(amounts: readonly (readonly [document: number, amount: number])[]): string {
  let before = 0;
  return amounts
    .map(([document, amount]) => {
      const packed = `${document - before}${String.fromCharCode(96 + amount)}`;
      before = document;
      return packed;
    })
    .join('');
}

function postingsFrom(packed: string): Map<number, number> {
  const amounts = new Map<number, number>();
  let document = 0;
  for (const [, step, amount = ''] of packed.matchAll(/(\d+)([a-o])/g)) {
    document += Number(step);
    amounts.set(document, amount.charCodeAt(0) - 96);
  }
  return amounts;
}

/** Of a piece that more practices hold, those with most of it are enough for a first page. */
const mostWritten = 300;

/** A pair that one practice holds once, in running text, decides nothing and is not written. */
const worthWriting = 3;

/** So many pieces share a file, roughly: as few bytes a question as requests allow. */
const piecesOfFile = 120;

/** From so many files on a piece is looked up by itself, not with all that begin alike. */
const manyFiles = 1024;

/** Number of the file that a piece falls to (FNV-1a). */
export function fileOf(piece: string, files: number): number {
  const key = files >= manyFiles ? piece : String.fromCodePoint(piece.codePointAt(0) ?? 0);
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % files;
}

/** The piece under whose file an everyday word is kept. */
export const entryPiece = (said: string): string => [...fold(said)].slice(0, 2).join('');

/** The files of a library, by number. */
export function packPieces(
  practices: readonly Amounts[],
  problems: readonly Amounts[],
  everyday: EverydayWords,
  sounds: ReadonlyMap<string, string>,
): PieceFile[] {
  const held = new Map<string, [practices: [number, number][], problems: [number, number][]]>();
  ([practices, problems] as const).forEach((documents, kind) => {
    documents.forEach((amounts, document) => {
      for (const [piece, amount] of amounts) {
        const of = held.get(piece) ?? [[], []];
        of[kind]?.push([document, amount]);
        held.set(piece, of);
      }
    });
  });
  const kept = [...held]
    .filter(
      ([piece, [inPractices, inProblems]]) =>
        isSingle(piece) ||
        inPractices.length > 1 ||
        inProblems.length > 0 ||
        (inPractices[0]?.[1] ?? 0) >= worthWriting,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const files = 2 ** Math.max(0, Math.ceil(Math.log2(kept.length / piecesOfFile)));
  const lines = Array.from({ length: files }, (): [string[], string[], string[]] => [[], [], []]);
  for (const [piece, [inPractices, inProblems]] of kept) {
    const best =
      inPractices.length <= mostWritten
        ? inPractices
        : [...inPractices]
            .sort((a, b) => b[1] - a[1] || a[0] - b[0])
            .slice(0, mostWritten)
            .sort((a, b) => a[0] - b[0]);
    lines[fileOf(piece, files)]?.[0].push(
      `${piece} ${inPractices.length} ${packPostings(best)} ${packPostings(inProblems)}`,
    );
  }
  for (const [said, meant] of everyday) {
    lines[fileOf(entryPiece(said), files)]?.[1].push(`${said}=${meant.join(',')}`);
  }
  for (const [character, syllable] of sounds) {
    lines[fileOf(character, files)]?.[2].push(character + syllable);
  }
  return lines.map(([pieces, words, read]) => [
    pieces.join('\n'),
    words.join('\n'),
    read.join(' '),
  ]);
}

/** What a file knows of its pieces. */
export interface Pieces {
  readonly practices: ReadonlyMap<string, Postings>;
  readonly problems: ReadonlyMap<string, Postings>;
  readonly everyday: EverydayWords;
  /** Syllables without tone, by character. */
  readonly sounds: ReadonlyMap<string, string>;
}

export function piecesFrom([pieces, everyday, sounds]: PieceFile): Pieces {
  const practices = new Map<string, Postings>();
  const problems = new Map<string, Postings>();
  for (const line of pieces.split('\n')) {
    const [piece = '', documents, inPractices = '', inProblems = ''] = line.split(' ');
    if (piece === '') continue;
    practices.set(piece, { documents: Number(documents), amounts: postingsFrom(inPractices) });
    const amounts = postingsFrom(inProblems);
    if (amounts.size > 0) problems.set(piece, { documents: amounts.size, amounts });
  }
  return {
    practices,
    problems,
    everyday: everyday
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [said = '', meant = ''] = line.split('=');
        return [said, meant.split(',')];
      }),
    sounds: new Map(
      [...sounds.matchAll(/(\p{Script=Han})([a-z]+)/gu)].map(([, of = '', read = '']) => [
        of,
        read,
      ]),
    ),
  };
}
