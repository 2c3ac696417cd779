/**
 * How well questions in readers' own words are answered. `readers.json` was written by thinking as
 * each kind of reader, `colleagues.json` by colleagues who had not read the library; both say which
 * practices answer, and none where the library cannot.
 */
import { readFileSync } from 'node:fs';
import type { Search } from '#domain/search/session.ts';
import { asking } from '../site/search-on-disk.ts';

export interface AskedQuestion {
  readonly q: string;
  readonly kind: 'question' | 'bundle' | 'typo' | 'nothing';
  /** Ids of practices that answer; none where the library cannot. */
  readonly practices: readonly string[];
}

export const questionsOf = (file: string): AskedQuestion[] =>
  JSON.parse(readFileSync(file, 'utf8')) as AskedQuestion[]; // our own file

export const ownQuestions = ['tests/questions/readers.json', 'tests/questions/colleagues.json'];

export interface Judged {
  readonly answerable: number;
  /** Shares of the answerable: a right practice first, among the first three; mean of 1/rank. */
  readonly first: number;
  readonly three: number;
  readonly mrr: number;
  readonly unanswerable: number;
  /** Shares of the unanswerable: no result at all; an answer card. */
  readonly empty: number;
  readonly carded: number;
  /** Share of the typing slips that have a right practice among the first three. */
  readonly slips: number;
  readonly missed: readonly string[];
}

/** Ids of practices for a question, best first, and whether a card stands above them. */
export type Ask = (question: string) => Promise<{ ids: readonly string[]; hasCard: boolean }>;

export const askSearch =
  (search: Search): Ask =>
  async (question) => {
    const { card } = await search.query(asking(question));
    const results = await search.page(0, 10);
    return { ids: results.map(({ id }) => id), hasCard: card !== null };
  };

export async function judgeQuestions(
  questions: readonly AskedQuestion[],
  ask: Ask,
): Promise<Judged> {
  let [first, three, reciprocal, empty, carded, slips, threeOfSlips] = [0, 0, 0, 0, 0, 0, 0];
  const missed: string[] = [];
  const answerable = questions.filter(({ practices }) => practices.length > 0);
  const unanswerable = questions.filter(({ practices }) => practices.length === 0);
  for (const { q, kind, practices } of answerable) {
    const { ids } = await ask(q);
    const rank = ids.findIndex((id) => practices.includes(id)) + 1;
    if (rank === 1) first += 1;
    if (rank > 0) reciprocal += 1 / rank;
    const isAmongThree = rank > 0 && rank <= 3;
    if (isAmongThree) three += 1;
    else missed.push(q);
    if (kind === 'typo') {
      slips += 1;
      if (isAmongThree) threeOfSlips += 1;
    }
  }
  for (const { q } of unanswerable) {
    const { ids, hasCard } = await ask(q);
    if (ids.length === 0) empty += 1;
    if (hasCard) carded += 1;
  }
  const share = (count: number, of: number): number => (of === 0 ? 1 : count / of);
  return {
    answerable: answerable.length,
    first: share(first, answerable.length),
    three: share(three, answerable.length),
    mrr: share(reciprocal, answerable.length),
    unanswerable: unanswerable.length,
    empty: share(empty, unanswerable.length),
    carded: unanswerable.length === 0 ? 0 : carded / unanswerable.length,
    slips: share(threeOfSlips, slips),
    missed,
  };
}
