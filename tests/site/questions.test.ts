import { judgeQuestions, askSearch, ownQuestions, questionsOf } from '../questions/judge.ts';
import { openOnDisk, asking } from './search-on-disk.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';

/** The level reached less some slack: a change of words or weights may cost a question or two, not more. */
const level = { first: 0.8, three: 0.92, slips: 0.95, carded: 0.05, empty: 0.3 };

test('questions in readers’ own words keep their answers', async () => {
  const { searches } = openOnDisk(atRoot.folder);
  const questions = ownQuestions.flatMap(questionsOf);
  const judged = await judgeQuestions(questions, askSearch(searches.index));
  const missed = judged.missed.join('\n');
  expect(judged.first, missed).toBeGreaterThanOrEqual(level.first);
  expect(judged.three, missed).toBeGreaterThanOrEqual(level.three);
  expect(judged.slips, missed).toBeGreaterThanOrEqual(level.slips);
  expect(judged.carded).toBeLessThanOrEqual(level.carded);
  expect(judged.empty).toBeGreaterThanOrEqual(level.empty);
});

test('both engines give the same answers, cards and slips', async () => {
  const { searches } = openOnDisk(atRoot.folder);
  for (const { q } of ownQuestions.flatMap(questionsOf)) {
    const [index, scan] = await Promise.all([
      searches.index.query(asking(q)),
      searches.scan.query(asking(q)),
    ]);
    expect(scan, q).toEqual(index);
    expect(await searches.scan.page(0, 10), q).toEqual(await searches.index.page(0, 10));
  }
});

test('no question without a slip is taken for one', async () => {
  const { searches } = openOnDisk(atRoot.folder);
  for (const { q, kind } of ownQuestions.flatMap(questionsOf)) {
    if (kind === 'typo') continue;
    expect((await searches.index.query(asking(q))).insteadOf, q).toBeNull();
  }
});
