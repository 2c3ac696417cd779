import { meantBy, type EverydayWords } from '#domain/search/everyday.ts';
import { fold } from '#domain/search/fold.ts';
import { pairsOf } from '#domain/search/pieces.ts';
import { stretchesOf } from '#domain/search/question.ts';
import {
  entryPiece,
  fileOf,
  piecesFrom,
  type PieceFile,
  type Pieces,
} from '#domain/search/ranking-index.ts';
import {
  rank,
  wantedOf,
  type Meaning,
  type Postings,
  type Ranked,
} from '#domain/search/ranking.ts';

/** Where what is known of pieces is read from. */
export interface PieceSource {
  /** How many practices and problems the library has, and how many files there are. */
  readonly practices: number;
  readonly problems: number;
  readonly files: number;
  readonly read: (file: number) => Promise<PieceFile>;
}

/** What a question was understood as, and what answers it, best first. */
export interface Understood {
  readonly meaning: Meaning;
  readonly practices: readonly Ranked[];
  readonly problems: readonly Ranked[];
  /** Whether anything in the library holds a pair of characters. */
  readonly knows: (pair: string) => boolean;
  /** How a character of the question is read; empty where that is not known. */
  readonly sounds: (character: string) => string;
}

/** Reads no more than the files the question's own characters, and what they mean, fall to. */
export async function understand(question: string, source: PieceSource): Promise<Understood> {
  const opened = new Map<number, Pieces>();
  const open = async (pieces: readonly string[]): Promise<void> => {
    const files = new Set(pieces.map((piece) => fileOf(piece, source.files)));
    await Promise.all(
      [...files]
        .filter((file) => !opened.has(file))
        .map(async (file) => opened.set(file, piecesFrom(await source.read(file)))),
    );
  };
  const inFile = (piece: string): Pieces | undefined => opened.get(fileOf(piece, source.files));

  const folded = fold(question);
  const own = stretchesOf(question).map(({ text }) => text);
  const pairs = pairsOf([...folded]);
  await open([...wantedOf({ own, meant: [] }).map(({ piece }) => piece), ...pairs, ...folded]);
  const everyday: EverydayWords = [...new Set(pairs.map(entryPiece))].flatMap((pair) =>
    (inFile(pair)?.everyday ?? []).filter(([said]) => entryPiece(said) === pair),
  );
  const meaning: Meaning = { own, meant: meantBy(question, everyday) };
  const wanted = wantedOf(meaning);
  await open(wanted.map(({ piece }) => piece));
  const postings = (kind: 'practices' | 'problems'): Map<string, Postings> =>
    new Map(
      wanted.flatMap(({ piece }) => {
        const of = inFile(piece)?.[kind].get(piece);
        return of ? [[piece, of] as const] : [];
      }),
    );
  return {
    meaning,
    practices: rank(wanted, postings('practices'), source.practices),
    problems: rank(wanted, postings('problems'), source.problems),
    knows: (pair) => (inFile(pair)?.practices.get(pair)?.documents ?? 0) > 0,
    sounds: (character) => inFile(character)?.sounds.get(character) ?? '',
  };
}
