import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everydayWordsOf } from '#domain/search/answer-source.ts';
import { understand, type PieceSource } from '#domain/search/answers.ts';
import { meantBy } from '#domain/search/everyday.ts';
import { fittingEntry } from '#domain/search/fitting.ts';
import { stretchesOf } from '#domain/search/question.ts';
import { PostingGatherer } from '#build/search/posting-parts.ts';
import { filingBy, layoutOf, packFile, readFile } from '#domain/search/posting-files.ts';
import {
  amountsOf,
  entryPiece,
  everydayNotes,
  firstProblem,
  payloadsOf,
  type Field,
} from '#domain/search/ranking-index.ts';
import { wordsOf } from '#domain/search/ranking.ts';
import { slipsIn } from '#domain/search/slips.ts';
import type { SuggestionEntry } from '#domain/search/suggest.ts';

const asked = (question: string): string[] => stretchesOf(question).map(({ text }) => text);

for (const [question, left] of [
  ['判完不还钱怎么办', ['判完不还钱']],
  ['有没有化解纠纷的好办法', ['化解纠纷的好']],
  ['想了解一下枫桥经验', ['枫桥经验']],
  ['网格员 减负', ['网格员', '减负']],
] as const) {
  test(`of the question ${question} what is asked for is ${left.join('、')}`, () => {
    assert.deepEqual(asked(question), left);
  });
}

test('a question that is nothing but fillers is taken as it stands', () => {
  assert.deepEqual(asked('怎么办'), ['怎么办']);
});

const text = (weight: number, ...texts: string[]): Field => ({
  weight,
  texts,
  usual: 40,
  levelling: 0,
});

const titles = ['微法庭进村', '监狱改造工作', '执行难治在前头', '网格员走访', '公益诉讼办案'];
const practices = titles.map((title) => amountsOf([text(5, title), text(1, '各地的治理工作')]));
const problems = [
  amountsOf([text(4, '判决执行难', '胜诉拿不到钱')]),
  amountsOf([text(4, '刑满人员难融入')]),
];
const everyday = everydayWordsOf([
  { said: '老赖', means: ['欠债的人'] },
  { said: '欠债的人', means: ['执行难'] },
  { said: '坐牢', means: ['监狱'] },
  { said: '不还钱', means: ['判决执行难'] },
]);

function source(asking: (file: string) => void = () => undefined): PieceSource {
  const gatherer = new PostingGatherer();
  practices.forEach((amounts, number) => gatherer.add(number, payloadsOf(amounts)));
  problems.forEach((amounts, number) =>
    gatherer.add(firstProblem + number, payloadsOf(amounts), false),
  );
  const { file: all, weights } = gatherer.end();
  const layout = layoutOf(weights);
  const filing = filingBy(layout);
  const notes = everydayNotes(everyday, filing);
  const keysOf = (file: string) =>
    [...readFile(all).postings].filter(([key]) => filing.fileOf(key) === file);
  return {
    practices: practices.length,
    problems: problems.length,
    layout,
    read: (file) => {
      asking(file);
      return Promise.resolve(packFile(keysOf(file), notes.get(file)));
    },
  };
}

test('a practice that shares the telling words of a question comes first', async () => {
  const found = await understand('村里怎么设微法庭', source());
  assert.equal(found.practices[0]?.document, 0);
});

test('everyday words lead to the library’s words, through others where need be', async () => {
  const found = await understand('遇到老赖怎么办', source());
  assert.deepEqual(found.meaning.meant, ['执行难']);
  assert.equal(found.practices[0]?.document, 2);
  assert.equal((await understand('坐牢的人', source())).practices[0]?.document, 1);
});

test('everyday words that begin like a part of a question are told, for a slip may have meant one', async () => {
  assert.ok((await understand('欠债的认', source())).said.includes('欠债的人'));
});

test('everyday words in a circle come to an end', () => {
  const words = everydayWordsOf([
    { said: '甲乙', means: ['丙丁'] },
    { said: '丙丁', means: ['甲乙'] },
  ]);
  assert.deepEqual(words.map(([said]) => said).sort(), ['丙丁', '甲乙']);
});

test('an everyday word is found in its file with other stress, too', async () => {
  const stressed = everydayWordsOf([{ said: '坐了牢', means: ['监狱'] }]);
  assert.deepEqual(meantBy('坐过的牢也坐牢', stressed), []);
  assert.equal(entryPiece('坐了很久的牢'), entryPiece('坐久牢'));
  assert.equal(entryPiece('很久'), '很久');
});

test('of everyday words inside one another the longest counts', () => {
  const words = everydayWordsOf([
    { said: '还钱', means: ['履行'] },
    { said: '不还钱', means: ['失信'] },
  ]);
  assert.deepEqual(meantBy('判了不还钱', words), ['失信']);
});

for (const [question, meant] of [
  ['我们这案子很多啊', ['案多']],
  ['案子越来越多', ['案多']],
  ['案子太多', ['案多']],
  ['这些案子', []],
  // 人太少 without its stress would be 人少, which stands in 老人少年.
  ['老人少年', []],
] as const) {
  test(`who says ${question} says ${meant.join('、') || 'no everyday word'}, however strongly`, () => {
    const words = everydayWordsOf([
      { said: '案子太多', means: ['案多'] },
      { said: '人太少', means: ['缺人'] },
    ]);
    assert.deepEqual(meantBy(question, words), meant);
  });
}

test('a question about what nobody wrote of finds nothing', async () => {
  assert.deepEqual((await understand('蔬菜涨跌', source())).practices, []);
});

test('no more files are read than the characters of a question and its meaning fall to', async () => {
  const read = new Set<string>();
  const asking = source((file) => read.add(file));
  await understand('坐牢', asking);
  const { fileOf } = filingBy(asking.layout);
  const own = [...'坐牢监狱'].map(fileOf);
  assert.deepEqual([...read].sort(), [...new Set(own)].sort());
});

test('neighbouring pairs are told as the word they make', () => {
  assert.deepEqual(
    wordsOf({ own: ['刑满释放安置'], meant: ['监狱'] }, ['刑满', '满释', '释放', '监狱']),
    ['刑满释放', '监狱'],
  );
});

const entry = (kind: 'problem' | 'term' | 'region', label: string): SuggestionEntry => ({
  kind,
  id: label,
  label,
  aliases: [],
});
const entries = [
  { ...entry('problem', '判决执行难'), aliases: ['胜诉拿不到钱'] },
  entry('term', '微法庭'),
  entry('region', '河北'),
];

const fits = async (question: string): Promise<string | null> => {
  const understood = await understand(question, source());
  return fittingEntry(question, understood, entries, ['判决执行难', '刑满人员难融入'])?.id ?? null;
};

test('a card is shown for a name, and for a problem that clearly fits', async () => {
  assert.equal(await fits('微法庭'), '微法庭');
  assert.equal(await fits('河北'), '河北');
  assert.equal(await fits('胜诉了拿不到钱怎么办'), '判决执行难');
});

test('an everyday word tells what it is about, though its characters make no words', async () => {
  assert.equal(await fits('判完不还钱怎么办'), '判决执行难');
});

test('no card is shown for a question that only touches on a problem', async () => {
  for (const question of [
    '写判决执行难那本小说的作家还出版过续集',
    '刑满人员难融入球队训练营食堂开饭时间',
  ]) {
    const understood = await understand(question, source());
    assert.ok((understood.problems[0]?.score ?? 0) > 4, question);
    assert.equal(
      fittingEntry(question, understood, entries, ['判决执行难', '刑满人员难融入']),
      null,
      question,
    );
  }
});

test('no card is shown for what only the answers to a problem speak of', async () => {
  const understood = await understand('胜诉拿不到钱', source());
  const others = [entry('problem', '判决执行难')];
  assert.equal(fittingEntry('胜诉', understood, others, ['判决执行难', '']), null);
});

test('no card is shown where that is not clear', async () => {
  for (const question of ['河北的养老院收费', '微法庭的食堂几点开门吃早饭', '工作', '明天天气']) {
    assert.equal(await fits(question), null, question);
  }
});

const sounds = new Map(
  '综zong 制zhi 治zhi 中zhong 心xin 新xin 微wei 法fa 庭ting 挺ting 建jian 监jian 狱yu 素su 诉su 源yuan 理li'
    .split(' ')
    .map((of) => [of[0] ?? '', of.slice(1)]),
);
const names = ['综治中心', '微法庭', '诉源治理', '监狱', '非诉讼纠纷解决'].map((name) => ({
  name,
  isPhrase: false,
}));
const meantFor = (typed: string, knows: (pair: string) => boolean = () => false): string | null => {
  const [slip] = slipsIn(typed, names, (character) => sounds.get(character) ?? '', knows);
  return slip ? typed.replace(slip.typed, slip.meant) : null;
};

for (const [typed, meant] of [
  ['综制中心', '综治中心'],
  ['综治中新', '综治中心'],
  ['素源治理', '诉源治理'],
  ['素源', '诉源'],
  ['微法挺', '微法庭'],
  ['建狱', '监狱'],
  ['综治中中心', '综治中心'],
  ['非诉讼纠解决', '非诉讼纠纷解决'],
  ['综治申心', '综治中心'],
  ['zongzhi中心', '综治中心'],
  ['wei法庭', '微法庭'],
]) {
  test(`who types ${typed} means ${meant}`, () => assert.equal(meantFor(typed ?? ''), meant));
}

test('a right word stays as it is', () => {
  const right = new Set(['治理', '理中', '疗中', '医疗', '中心', '法院']);
  for (const typed of ['综治中心', '微法庭', '医疗中心', '法院', '诉讼', '中心', '新建']) {
    assert.equal(
      meantFor(typed, (pair) => right.has(pair)),
      null,
      typed,
    );
  }
});

test('a name that sounds like another is not taken for it, though the library holds nothing of it', () => {
  const places = ['山西', '陕西'].map((name) => ({ name, isPhrase: false }));
  const sound = (character: string): string => (character === '西' ? 'xi' : 'shan');
  assert.deepEqual(
    slipsIn('山西', places, sound, () => false),
    [],
  );
});
