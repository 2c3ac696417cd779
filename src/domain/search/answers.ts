import { onceFor } from '#domain/lists/once-for.ts';
import { heardIn, plainly, type EverydayWords } from '#domain/search/everyday.ts';
import { fold } from '#domain/search/fold.ts';
import { isSingle, pairsOf } from '#domain/search/pieces.ts';
import {
  filingBy,
  readFile as parseFile,
  type Layout,
  type PostingFile,
} from '#domain/search/posting-files.ts';
import { stretchesOf } from '#domain/search/question.ts';
import { entryPiece, readEveryday, readPiece } from '#domain/search/ranking-index.ts';
import {
  rank,
  wantedOf,
  type Meaning,
  type Postings,
  type Ranked,
} from '#domain/search/ranking.ts';

/** Who goes on typing asks for the same files. */
const readFile = onceFor(parseFile);

/** Where what is known of pieces is read from. */
export interface PieceSource {
  /** How many practices and problems the library has. */
  readonly practices: number;
  readonly problems: number;
  readonly layout: Layout;
  /** A file by its name, unpacked. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** What a question was understood as, and what answers it, best first. */
export interface Understood {
  readonly meaning: Meaning;
  /** The everyday words it holds. */
  readonly heard: EverydayWords;
  /** Everyday words that begin like parts of it, one of which a slip may have meant. */
  readonly said: readonly string[];
  readonly practices: readonly Ranked[];
  readonly problems: readonly Ranked[];
  /** Whether anything in the library holds a pair of characters. */
  readonly knows: (pair: string) => boolean;
}

/** Reads no more than the files the question's own characters, and what they mean, fall to. */
export async function understand(question: string, source: PieceSource): Promise<Understood> {
  const filing = filingBy(source.layout);
  const opened = new Map<string, PostingFile>();
  /** A character that very many pieces begin with is in most texts, and tells nothing alone. */
  const isTelling = (piece: string): boolean => !(isSingle(piece) && filing.isFrequent(piece));
  const open = async (pieces: readonly string[]): Promise<void> => {
    const files = new Set(pieces.filter(isTelling).map(filing.fileOf));
    await Promise.all(
      [...files]
        .filter((file) => !opened.has(file))
        .map(async (file) => opened.set(file, readFile(await source.read(file)))),
    );
  };
  const inFile = (piece: string): PostingFile | undefined => opened.get(filing.fileOf(piece));
  const read = (piece: string): ReturnType<typeof readPiece> => {
    const file = isTelling(piece) ? inFile(piece) : undefined;
    return file ? readPiece(file, piece) : null;
  };

  const own = stretchesOf(question).map(({ text }) => text);
  const pairs = [fold(question), plainly(question)].flatMap((text) => pairsOf([...text]));
  await open([...wantedOf({ own, meant: [] }).map(({ piece }) => piece), ...pairs]);
  const everyday: EverydayWords = [...new Set(pairs)].flatMap((pair) => {
    const file = inFile(pair);
    return file ? readEveryday(file).filter(([said]) => entryPiece(said) === pair) : [];
  });
  const heard = heardIn(question, everyday);
  const meaning: Meaning = { own, meant: [...new Set(heard.flatMap(([, meant]) => meant))] };
  const wanted = wantedOf(meaning);
  await open(wanted.map(({ piece }) => piece));
  const known = new Map(wanted.map(({ piece }) => [piece, read(piece)]));
  const postings = (kind: 'practices' | 'problems'): Map<string, Postings> =>
    new Map([...known].flatMap(([piece, of]) => (of ? [[piece, of[kind]] as const] : [])));
  return {
    meaning,
    heard,
    said: [...opened.values()].flatMap(readEveryday).map(([said]) => said),
    practices: rank(wanted, postings('practices'), source.practices),
    problems: rank(wanted, postings('problems'), source.problems),
    knows: (pair) => (read(pair)?.practices.documents ?? 0) > 0,
  };
}
