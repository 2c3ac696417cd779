import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import { simplifiedFrom, suggestFrom } from '#browser/search/suggestions.ts';
import {
  repeatedFrom,
  textsTogether,
  wordsFrom,
  type DaysFile,
  type IndexFile,
  type PinyinFile,
  type PracticeFile,
  type TermsFile,
  type TextsFile,
} from '#domain/search/data.ts';
import { cardFile } from '#domain/search/card-kinds.ts';
import type { AnswerCard } from '#domain/search/answer-card.ts';
import type { Engine } from '#domain/search/engine.ts';
import { indexEngine, type WordIndex } from '#domain/search/index-engine.ts';
import { listFiles } from '#domain/search/list-files.ts';
import { readReadings } from '#domain/search/suggest.ts';
import { searchWith, type Search } from '#domain/search/session.ts';
import type { Sounds } from '#domain/search/slips.ts';
import { askedOnce } from '#domain/site/asked-once.ts';

/** Opens the search with the first engine that starts. Rejects where none does. */
export async function openSearch(): Promise<Search> {
  const files = await openSearchFiles();
  const [index, terms] = await Promise.all([
    files.json<IndexFile>('index.bin'),
    files.json<TermsFile>('terms.bin'),
  ]);
  const { words, pieces } = index;
  const lists = listFiles(index, files.json);
  return searchWith({
    terms,
    places: lists.places,
    besides: index.isAll ? null : lists,
    practices: files.practices,
    reviewedOn: async () => repeatedFrom(await files.json<DaysFile>('days.bin')),
    engine: orElse(indexEngine(openWords(files, words)), () => openTexts(files)),
    simplified: (words) => simplifiedFrom(files, words),
    suggest: suggestFrom(files, terms),
    pieces: {
      practices: files.practices,
      problems: terms.facets.problem.length,
      layout: pieces,
      read: (name) => files.bytes(`pieces/${name}.bin`),
    },
    sounds: () => openSounds(files),
    card: (kind, id) => files.json<AnswerCard>(cardFile(kind, id)),
    read: (practice) => files.json<PracticeFile>(`practices/${practice}.bin`),
  });
}

/** A library has one index of words, and of the code of two its readers are sent one. */
function openWords(files: SearchFiles, words: IndexFile['words']): WordIndex {
  const opened = askedOnce<void, WordIndex>(async () => {
    if (words.engine === 'pagefind') {
      const { pagefindIndex } = await import('#domain/search/pagefind-index.ts');
      return pagefindIndex(wordsFrom(words.chunks), (chunk) => files.chunk(words.folder, chunk));
    }
    const { wordIndex } = await import('#domain/search/word-index.ts');
    return wordIndex(words.layout, (name) => files.bytes(`words/${name}.bin`));
  });
  // On its way before anything is looked up.
  opened().catch(() => undefined);
  return async (word, isPrefix) => (await opened())(word, isPrefix);
}

/** All texts, where the index does not come, as from servers that refuse kinds of files they do not know. */
async function openTexts(files: SearchFiles): Promise<Engine> {
  const { scanEngine } = await import('#domain/search/scan-engine.ts');
  const parts = Array.from({ length: Math.ceil(files.practices / textsTogether) }, (_, part) =>
    files.json<TextsFile>(`texts/${part}.bin`),
  );
  return scanEngine((await Promise.all(parts)).flat());
}

async function openSounds(files: SearchFiles): Promise<Sounds> {
  const reading = readReadings(await files.json<PinyinFile>('pinyin.bin'))('');
  return (character) => reading(character, 0);
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
