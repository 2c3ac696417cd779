import { commonSounds } from '#build/search/words.ts';
import { cardFile } from '#domain/search/answer-card.ts';
import {
  amountsOfPractice,
  amountsOfProblem,
  placesOfAnswers,
  type AnswerSource,
} from '#domain/search/answer-source.ts';
import { blockEnd, type BlockEntry, type TextsFile } from '#domain/search/data.ts';
import { kindNumber, kinds } from '#domain/search/kinds.ts';
import { packPieces, type Amounts } from '#domain/search/ranking-index.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** A part of the library: its practices' numbers, and their texts. */
interface Part {
  readonly numbers: readonly number[];
  readonly texts: () => TextsFile;
}

/**
 * In a larger library what stands at the head of a practice and what the lists say of it tells it
 * from the others; running text would only cost time and bytes.
 */
const mostWithText = 2000;

const weightOfText = kinds[kindNumber('text')]?.weight ?? 0;

/** The files that answer questions by their meaning, by name, and how many hold pieces. */
export function answerFiles(
  { answers, cards, practices, records }: SearchSource,
  parts: readonly Part[],
): { pieces: number; files: Readonly<Record<string, unknown>> } {
  const withText = practices.length <= mostWithText;
  const places = placesOfAnswers(records);
  const amounts: Amounts[] = [];
  for (const { numbers, texts } of parts) {
    texts().forEach((text, own) => {
      const number = numbers[own] ?? 0;
      const blocks = blocksFrom(text).filter(
        ([kind]) => withText || (kinds[kind]?.weight ?? 0) > weightOfText,
      );
      amounts[number] = amountsOf(number, blocks, answers, places);
    });
  }
  const pieces = packPieces(
    amounts,
    answers.problems.map(amountsOfProblem),
    answers.everyday,
    commonSounds(),
  );
  return {
    pieces: pieces.length,
    files: Object.fromEntries([
      ...pieces.map((file, number) => [`pieces/${number}.bin`, file] as const),
      ...cards.map((card) => [cardFile(card.kind, card.id), card] as const),
    ]),
  };
}

const blocksFrom = ([kindsOfBlocks, texts]: TextsFile[number]): BlockEntry[] =>
  texts.split(blockEnd).map((text, at) => [kindsOfBlocks[at] ?? 0, '', text]);

const amountsOf = (
  number: number,
  blocks: readonly BlockEntry[],
  answers: AnswerSource,
  { problem, topic }: ReturnType<typeof placesOfAnswers>,
): Amounts =>
  amountsOfPractice(number, blocks, answers, {
    problem: problem[number] ?? [],
    topic: topic[number] ?? [],
  });
