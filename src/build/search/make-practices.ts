import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeWordIndex } from '#build/pagefind/word-index.ts';
import { indexKinds } from '#build/search/index-kinds.ts';
import { makePart, type MadePart, type Part } from '#build/search/part.ts';
import { layIndex, sortedWeights, type LaidIndex } from '#build/search/posting-folder.ts';
import { PostingGatherer, type PostingPart } from '#build/search/posting-parts.ts';
import { both, SearchFolder } from '#build/search/search-folder.ts';
import {
  type SearchedPractice,
  type Making,
  type MadeOfPractices,
  pagefindFolder,
  cardOf,
} from '#build/search/searched.ts';
import { SearchThreads, type LayingOrder } from '#build/search/threads.ts';
import { amountsOfProblem, type SaidOfPractice } from '#domain/search/answer-source.ts';
import {
  firstRetired,
  packPractice,
  packWords,
  textsTogether,
  retiredFile,
} from '#domain/search/data.ts';
import { filingBy, layoutOf, type Filing, type Notes } from '#domain/search/posting-files.ts';
import { everydayNotes, firstProblem, payloadsOf } from '#domain/search/ranking-index.ts';
import type { SearchSource } from '#domain/search/source.ts';
import { passagesOf } from '#domain/verification/library-text.ts';
import { progressOf } from '#reading/progress.ts';

const partsOf = ({ source: { practices }, page, said }: Making): Part[] => {
  const parts: Part[] = [];
  for (let from = 0; from < practices.length; from += textsTogether) {
    parts.push({
      from,
      practices: practices.slice(from, from + textsTogether).map(({ id }, at) => {
        const [number, own] = [from + at, page(from + at)];
        return {
          id,
          ...cardOf(own, number, practices.length),
          page: own.file === null ? { blocks: own.blocks() } : { file: own.file },
          said: said[number] ?? { problem: [], topic: [], said: [[], []] },
        };
      }),
    });
  }
  return parts;
};

export async function makePractices(making: Making): Promise<MadeOfPractices> {
  const { source, recipe, data, said } = making;
  const parts = partsOf(making);
  const progress = progressOf('建立检索数据', source.practices.length);
  // A few are made before a thread has started.
  const threads = parts.length > 1 ? new SearchThreads(recipe) : null;
  try {
    const onMade = ({ practices }: Part): void => progress.advance(practices.length);
    const made = threads
      ? await threads.makeParts(parts, onMade)
      : parts.map((part) => makePart(recipe, part, data));
    const lay = async (
      kind: LayingOrder['kind'],
      of: readonly PostingPart[],
      notesBy: (filing: Filing) => ReadonlyMap<string, Notes>,
    ): Promise<LaidIndex> => {
      const weights = new Map<string, number>();
      for (const [character, weight] of of.flatMap((part) => [...part.weights])) {
        weights.set(character, (weights.get(character) ?? 0) + weight);
      }
      const layout = layoutOf(weights, indexKinds[kind].room);
      const order = { parts: of.map(({ file }) => file), layout, notes: notesBy(filingBy(layout)) };
      const prints = threads
        ? await threads.lay({ kind, ...order })
        : [
            layIndex(data, indexKinds[kind], order.parts, {
              ...order,
              share: { of: 1, number: 0 },
            }),
          ];
      return { weights: sortedWeights(weights), print: both(...prints) };
    };
    const pieces = await lay(
      'pieces',
      [...made.map((part) => part.pieces), problemsOf(making)],
      (filing) => everydayNotes(source.answers.everyday, filing),
    );
    const passages = await lay(
      'passages',
      [...made.map((part) => part.passages), retiredOf(making)],
      () => new Map(),
    );
    const own = made.flatMap(({ words }) => words ?? []);
    const words = recipe.withWords
      ? {
          words: { engine: 'words' as const, ...(await lay('words', own, () => new Map())) },
          memory: null,
        }
      : await makeInPagefind(making);
    return {
      practices: madePractices(made, source, said),
      texts: made.map(({ texts }) => texts),
      pieces,
      passages,
      ...words,
    };
  } finally {
    await threads?.end();
    progress.end();
  }
}

const madePractices = (
  made: readonly MadePart[],
  { practices }: SearchSource,
  said: readonly SaidOfPractice[],
): SearchedPractice[] =>
  made
    .flatMap((part) => part.practices)
    .map((of, number) => ({
      id: practices[number]?.id ?? '',
      said: said[number] ?? { problem: [], topic: [], said: [[], []] },
      ...of,
    }));

/** Problems and their answers are documents of their own. */
function problemsOf({ source }: Making): PostingPart {
  const gatherer = new PostingGatherer();
  source.answers.problems.forEach((problem, place) => {
    gatherer.add(firstProblem + place, payloadsOf(amountsOfProblem(problem)), false);
  });
  return gatherer.end();
}

/** Practices that were withdrawn: writes their files, and gives what they add to the index of passages. */
function retiredOf({ data, source, retired }: Making): PostingPart {
  const gatherer = new PostingGatherer();
  retired.forEach((blocks, number) => {
    const id = source.retired[number] ?? '';
    data.writeJson(retiredFile(number), packPractice(id, '', blocks, true));
    gatherer.add(firstRetired + number, passagesOf(blocks), false);
  });
  return gatherer.end();
}

async function makeInPagefind({
  folder,
  source,
  page,
}: Making): Promise<Pick<MadeOfPractices, 'words' | 'memory'>> {
  const blocks = source.practices.map((_, number) => page(number).blocks());
  const { chunks, memory } = await makeWordIndex(blocks);
  const hash = createHash('sha256');
  for (const { bytes } of chunks) hash.update(bytes);
  const name = hash.digest('hex').slice(0, 16);
  const index = new SearchFolder(join(folder, pagefindFolder));
  chunks.forEach(({ bytes }, chunk) => index.writeAsIs(`${name}/${chunk}.pf_index`, bytes));
  const characters = new Set(blocks.flatMap((of) => of.flatMap(([, , text]) => [...text])));
  return {
    words: {
      engine: 'pagefind',
      folder: name,
      chunks: packWords(chunks.map(({ first }) => first)),
      characters: [...characters].sort().join(''),
    },
    memory,
  };
}
