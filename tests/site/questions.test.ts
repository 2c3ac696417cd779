import { pinyin } from 'pinyin-pro';
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

test('a title half remembered still finds its practice', async () => {
  const { searches, titles } = openOnDisk(atRoot.folder);
  for (const [id, title] of titles) {
    const characters = [...title];
    const wrong = characters.map((of, at) => (at === 4 ? '龙' : of)).join('');
    const short = characters.filter((_, at) => at !== 3).join('');
    const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
    for (const remembered of [wrong, short, words.reverse().join(' ')]) {
      await searches.index.query(asking(remembered));
      const [first] = await searches.index.page(0, 1);
      expect(first?.id, remembered).toBe(id);
    }
  }
});

test('a Traditional character that stands for one of several finds what its text means', async () => {
  const { searches } = openOnDisk(atRoot.folder);
  const found = async (words: string): Promise<string[]> => {
    await searches.index.query(asking(words));
    return (await searches.index.page(0, 10)).map(({ id }) => id);
  };
  for (const [plain, ...others] of [
    ['干部', '幹部', '乾部'],
    ['村里', '村裡', '村裏'],
    ['之后', '之後'],
    ['发展', '發展'],
    ['台账', '臺賬', '檯賬', '台賬'],
    ['平台', '平臺'],
    ['征求意见', '徵求意見'],
    ['联系群众', '聯繫群眾', '聯係群衆'],
    ['制度', '製度'],
  ] as const) {
    const expected = await found(plain);
    expect(expected, plain).not.toEqual([]);
    for (const typed of others) expect(await found(typed), typed).toEqual(expected);
  }
});

test('problems and measures are found by pinyin, in full and by its initials', async () => {
  const { searches, terms, titles } = openOnDisk(atRoot.folder);
  const names = [
    ...terms.facets.problem.map(([id, label]) => [id, label] as const),
    ...titles.flatMap(([id, , measures]) => measures.map((name) => [id, name] as const)),
  ].filter(([, name]) => /^\p{Script=Han}{2,8}$/u.test(name));
  expect(names.length).toBeGreaterThan(40);
  const missed: string[] = [];
  for (const [id, name] of names) {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
    for (const typed of [syllables.join(''), syllables.map((of) => of[0]).join('')]) {
      const offered = await searches.index.suggest(typed);
      if (!offered.some((of) => of.id === id)) missed.push(`${typed} ${name}`);
    }
  }
  // A name is read in other ways than a dictionary reads it; initials are shared.
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(names.length * 0.05);
});
