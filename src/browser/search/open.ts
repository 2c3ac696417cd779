import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import { simplifiedFrom, suggestFrom } from '#browser/search/suggestions.ts';
import {
  joined,
  practicesFrom,
  repeatedFrom,
  wordsFrom,
  type PinyinFile,
  type PracticeFile,
  type ShardFile,
  type TermsFile,
  type TextsFile,
} from '#domain/search/data.ts';
import { cardFile, type AnswerCard } from '#domain/search/answer-card.ts';
import type { Engine } from '#domain/search/engine.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import type { PieceFile } from '#domain/search/ranking-index.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { readReadings } from '#domain/search/suggest.ts';
import { searchWith, type OpenShard, type Search } from '#domain/search/session.ts';

/** Opens the search with the first engine that starts. Rejects where none does. */
export async function openSearch(): Promise<Search> {
  const files = await openSearchFiles();
  const [short, long] = await Promise.all([
    files.json<TermsFile>('terms.bin'),
    files.letters === '' ? null : files.json<TermsFile>('long.bin'),
  ]);
  const terms = long ? joined(short, long) : short;
  return searchWith({
    terms,
    shards: files.shards,
    open: (shard) => openShard(files, shard),
    simplified: () => simplifiedFrom(files),
    suggest: suggestFrom(files, short),
    pieces: {
      practices: files.practices,
      problems: terms.facets.problem.length,
      files: files.pieces,
      read: (file) => files.json<PieceFile>(`pieces/${file}.bin`),
    },
    sounds: async () => {
      const reading = readReadings(await files.json<PinyinFile>('pinyin.bin'))('');
      return (character) => reading(character, 0);
    },
    card: (kind, id) => files.json<AnswerCard>(cardFile(kind, id)),
    read: (practice) => files.json<PracticeFile>(`practices/${practice}.bin`),
  });
}

/**
 * The word index, which stays small however large the library; all texts where its files do
 * not come, as from servers that refuse kinds of files they do not know.
 */
async function openShard(files: SearchFiles, shard: number): Promise<OpenShard> {
  const file = await files.json<ShardFile>(`shards/${shard}.bin`);
  const { steps, facets, reviewedOn, index, chunks } = file;
  const records = { facets, reviewedOn: repeatedFrom(reviewedOn) };
  const engine = indexEngine(wordsFrom(chunks), (chunk) => files.chunk(index, chunk));
  const texts = async (): Promise<Engine> =>
    scanEngine(await files.json<TextsFile>(`texts/${shard}.bin`));
  return { practices: practicesFrom(steps), records, engine: orElse(engine, texts) };
}

/** Asks `engine` until it fails, and from then on the other. */
function orElse(engine: Engine, other: () => Promise<Engine>): Engine {
  let started: Promise<Engine> | null = null;
  const ask = async <T>(question: (engine: Engine) => Promise<T>): Promise<T> => {
    if (started) return started.then(question);
    return question(engine).catch(() => {
      started ??= other().catch((reason: unknown) => {
        started = null;
        throw reason;
      });
      return started.then(question);
    });
  };
  return {
    whole: (clause) => ask((of) => of.whole(clause)),
    parts: (clause) => ask((of) => of.parts(clause)),
  };
}
