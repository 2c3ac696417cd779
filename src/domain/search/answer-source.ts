import { fold } from '#domain/search/fold.ts';
import { placesFrom, type BlockEntry, type Records } from '#domain/search/data.ts';
import type { EverydayWords } from '#domain/search/everyday.ts';
import { kinds, type KindName } from '#domain/search/kinds.ts';
import { amountsOf, type Amounts, type Field } from '#domain/search/ranking-index.ts';
import type { Problem, Topic } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** The lists that answer, in their order, by which `Records` names them. */
export interface AnswerLists {
  readonly problems: readonly ListedAnswer[];
  readonly topics: readonly ListedAnswer[];
}

/** What the lists say of practices beyond their own pages, for the ranking of answers. */
export interface AnswerSource extends AnswerLists {
  /** By practice number: what problems and topics say of it, kinds of answers first. */
  readonly said: readonly Said[];
  readonly everyday: EverydayWords;
}

type Said = readonly [kinds: readonly string[], sentences: readonly string[]];

/** What the lists say of one practice. */
export interface SaidOfPractice {
  /** Places of its problems and topics in their lists. */
  readonly problem: readonly number[];
  readonly topic: readonly number[];
  readonly said: Said;
}

export interface ListedAnswer {
  readonly names: readonly string[];
  readonly definition: string;
  readonly kinds: readonly string[];
  readonly ways: readonly string[];
}

export function answerSource(
  practices: readonly Practice[],
  problems: readonly Problem[],
  topics: readonly Topic[],
  everyday: EverydayWords,
): AnswerSource {
  const numbers = new Map(practices.map(({ id }, number) => [id, number]));
  const said = practices.map((): [string[], string[]] => [[], []]);
  const say = (practice: string, kind: string | null, sentence: string): void => {
    const of = said[numbers.get(practice) ?? -1];
    if (kind !== null) of?.[0].push(kind);
    of?.[1].push(sentence);
  };
  for (const { kind, ways } of problems.flatMap(({ answers }) => answers)) {
    for (const { practice, text } of ways) say(practice, kind, text);
  }
  for (const { text, practices: on } of topics.flatMap(({ overview }) => overview)) {
    // A sentence on several has words that are another's.
    const [practice] = on;
    if (practice !== undefined && on.length === 1) say(practice, null, text);
  }
  return {
    problems: problems.map(({ label, aliases, definition, answers }) => ({
      names: [label, ...aliases],
      definition,
      kinds: answers.map(({ kind }) => kind),
      ways: answers.flatMap(({ ways }) => ways.map(({ text }) => text)),
    })),
    topics: topics.map(({ label, aliases, definition }) => ({
      names: [label, ...aliases],
      definition,
      kinds: [],
      ways: [],
    })),
    said,
    everyday,
  };
}

const field = (weight: number, texts: readonly string[], usual = 40, levelling = 0): Field => ({
  weight,
  texts,
  usual,
  levelling,
});

/** What of a practice the ranking knows: its page, and what problems and topics say of it. */
export function amountsOfPractice(
  blocks: readonly BlockEntry[],
  { problems, topics }: AnswerLists,
  { problem, topic, said: [kindsOfAnswers, sentences] }: SaidOfPractice,
): Amounts {
  const textsOf = (name: KindName): string[] =>
    blocks.filter(([kind]) => kinds[kind]?.name === name).map(([, , text]) => text);
  const own = (list: readonly ListedAnswer[], of: readonly number[]): readonly ListedAnswer[] =>
    of.flatMap((place) => list[place] ?? []);
  const ofProblems = own(problems, problem);
  const ofTopics = own(topics, topic);
  return amountsOf([
    field(5, textsOf('title')),
    field(2, textsOf('facts')),
    field(2.5, textsOf('summary'), 120, 0.2),
    field(1, textsOf('heading')),
    field(1, textsOf('text'), 6000, 0.4),
    field(
      2.5,
      ofProblems.flatMap(({ names }) => names),
      80,
      0.2,
    ),
    field(
      1,
      ofProblems.map(({ definition }) => definition),
    ),
    field(2, kindsOfAnswers),
    field(2.5, sentences, 400, 0.3),
    field(
      1.5,
      ofTopics.flatMap(({ names }) => names),
      80,
      0.2,
    ),
    field(
      0.5,
      ofTopics.map(({ definition }) => definition),
    ),
  ]);
}

export const amountsOfProblem = ({ names, definition, kinds: of, ways }: ListedAnswer): Amounts =>
  amountsOf([
    field(4, names, 80, 0.1),
    field(1.5, [definition]),
    field(1.5, of, 60, 0.1),
    field(0.6, ways, 900, 0.3),
  ]);

/** By practice number. */
export function saidOfPractices({ said }: AnswerSource, { facets }: Records): SaidOfPractice[] {
  const [problems, topics] = [placesFrom(facets.problem), placesFrom(facets.topic)];
  return problems.map((problem, practice) => ({
    problem,
    topic: topics[practice] ?? [],
    said: said[practice] ?? [[], []],
  }));
}

/** As `content/everyday-words.yml` has them, words that lead to other such words followed to their end. */
export function everydayWordsOf(
  entries: readonly { readonly said: string; readonly means: readonly string[] }[],
): EverydayWords {
  const listed = new Map(
    entries.map(({ said, means }) => [fold(said), means.map((of) => fold(of))]),
  );
  const follow = (word: string, seen: readonly string[]): string[] => {
    const means = listed.get(word);
    if (!means || seen.includes(word)) return [word];
    return means.flatMap((of) => follow(of, [...seen, word]));
  };
  return [...listed].map(([said, means]) => [
    said,
    [...new Set(means.flatMap((of) => follow(of, [said])))],
  ]);
}
