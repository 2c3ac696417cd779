import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindNumber } from '#domain/search/kinds.ts';
import { coreOf, stepsBetween } from '#domain/verification/alignment.ts';
import { checkFigures, figuresIn } from '#domain/verification/cited-figures.ts';
import { everyRun, fingerprintsOf, run, window } from '#domain/verification/fingerprints.ts';
import { digestOfLetters, shardOf, shardsFor } from '#domain/verification/former.ts';
import { judge } from '#domain/verification/judge.ts';
import { breakOf, breaksOf, lettersOf, withSigns } from '#domain/verification/letters.ts';
import {
  addressAt,
  libraryText,
  originalOf,
  passagesOf,
  widened,
} from '#domain/verification/library-text.ts';
import { addressIn } from '#domain/verification/references.ts';
import { isReference, sentencesOf } from '#domain/verification/sentences.ts';
import { Shelf } from '#domain/verification/shelf.ts';
import { noTraditional } from '#domain/search/fold.ts';
import { randomFrom } from '../random.ts';
import { aFigure } from './builders.ts';

/* Letters and what stands between them. */

for (const [original, letters] of [
  ['群众，来了。', '群众来了'],
  ['ＡＢ１２', 'ab12'],
  ['第2、3条', '第2|3条'],
  ['2 3', '23'],
  ['1,134个', '1134个'],
  ['1,1345', '1|1345'],
  ['1,13', '1|13'],
  ['15.3%', '15.3%'],
  ['15.。3', '15|3'],
  ['1:3', '1:3'],
  ['1/3', '1/3'],
  ['2022-2023', '2022-2023'],
  ['2022—2023', '2022-2023'],
  ['2022——2023', '2022-2023'],
  ['2022–2023', '2022-2023'],
  ['2022−2023', '2022-2023'],
  ['3~5', '3-5'],
  ['3〜5', '3-5'],
  ['2\n3', '23'],
  ['二○二二', '二〇二二'],
  ['二◯二二', '二〇二二'],
  ['5℃', '5°c'],
  ['3+4', '3+4'],
  ['3×4√5', '3×4√5'],
  ['¥5', '¥5'],
  ['a.b', 'ab'],
  ['12，甲', '12甲'],
] as const) {
  test(`of ${JSON.stringify(original)} a proofreader compares ${letters}`, () => {
    assert.equal(lettersOf(original).text.replace('℃', '°c'), letters);
  });
}

test('each letter knows where it stands, also one that stands for several', () => {
  const { text, from, to } = lettersOf('（𠮷）㎏ ，1、2');
  assert.equal(text, '𠮷kg1|2');
  assert.deepEqual(from, [1, 1, 4, 4, 7, 9, 9]);
  assert.deepEqual(to, [3, 3, 5, 5, 8, 9, 10]);
});

test('a Traditional character is read as the Simplified one, and that is told', () => {
  const simplified = new Map([['區', '区']]);
  assert.deepEqual(lettersOf('社區', simplified), {
    text: '社区',
    from: [0, 1],
    to: [1, 2],
    isTraditional: true,
  });
  assert.equal(lettersOf('社区', simplified).isTraditional, false);
});

test('signs part words, clauses or sentences', () => {
  for (const sign of '。！？!?\n\r') assert.equal(breakOf(`”${sign}“`), 3, sign);
  for (const sign of '，；：,;:…—（）()\t') assert.equal(breakOf(`”${sign}“`), 2, sign);
  for (const sign of '、“”·') assert.equal(breakOf(sign), 1, sign);
  assert.equal(breakOf(' '), 0);
  const text = '甲乙，丙。丁、戊 己';
  assert.deepEqual([...breaksOf(text, lettersOf(text))], [3, 0, 2, 3, 1, 0, 3]);
  assert.deepEqual([...breaksOf('', lettersOf(''))], [3]);
});

test('two texts read the same, whatever forms their signs have', () => {
  for (const [one, other] of [
    ['“甲”', '「甲」'],
    ['‘甲’', '『甲』'],
    ['甲 乙', '甲乙'],
    ['甲——乙', '甲—乙'],
    ['甲......', '甲……'],
    ['甲•乙', '甲·乙'],
    ['甲．', '甲。'],
    ['甲、乙', '甲,乙'],
    ['甲，乙', '甲,乙'],
  ] as const) {
    assert.equal(withSigns(one), withSigns(other), one);
  }
  for (const [one, other] of [['甲。', '甲，'], ['“甲”', '甲'], ['甲..', '甲…']] as const) assert.notEqual(withSigns(one), withSigns(other), one); // prettier-ignore
  assert.equal(withSigns('社區', new Map([['區', '区']])), '社区');
});

/* The page of a practice as one run of letters. */

const text = kindNumber('text');
const two = libraryText('x', [
  [kindNumber('title'), '', '题目2'],
  [text, 'p-a', '3个村，设点。'],
  [text, 'p-e', '——'],
  [text, 'p-b', '群众“来”了'],
]);

test('numbers at the edges of two blocks stay two numbers', () => {
  assert.equal(two.letters, '题目2|3个村设点群众来了');
  assert.equal(two.title, '题目2');
  assert.equal(libraryText('x', [[text, 'p', '甲']]).title, 'x');
  assert.deepEqual([two.isRetired, libraryText('x', [], true).isRetired], [false, true]);
  assert.deepEqual([...two.breaks], [3, 0, 0, 3, 3, 0, 0, 2, 0, 3, 0, 1, 1, 3]);
  assert.deepEqual([...two.blockOf], [0, 0, 0, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3]);
  assert.equal(libraryText('x', [[text, 'p', '甲1'], [text, 'q', '乙']]).letters, '甲1乙'); // prettier-ignore
});

test('letters lead back to the text, the block and the clause they stand in', () => {
  assert.equal(originalOf(two, 4, 9), '3个村，设点');
  assert.equal(originalOf(two, 7, 11), '设点\n群众');
  assert.equal(originalOf(two, 0, 2), '题目');
  assert.equal(originalOf(two, 3, 3), '');
  assert.deepEqual([0, 5, 9].map((at) => addressAt(two, at)), ['', 'p-a', 'p-b']); // prettier-ignore
  assert.deepEqual(widened(two, 5, 6, 2), [4, 7]);
  assert.deepEqual(widened(two, 5, 6, 3), [4, 9]);
  assert.deepEqual(widened(two, 10, 11, 2), [9, 13]);
  assert.deepEqual(widened(two, 10, 11, 1), [9, 11]);
  assert.deepEqual(widened(two, 0, 1, 3), [0, 3]);
});

/* Finding a passage again. */

const { of } = randomFrom(4);
const letters = (count: number): string =>
  Array.from({ length: count }, () => of([...'治理实践库村社区调解'])).join('');

test('two texts that share thirteen letters share a fingerprint', () => {
  for (let round = 0; round < 60; round += 1) {
    const shared = letters(run + window - 1);
    const [one, other] = [letters(17) + shared + letters(23), letters(40) + shared];
    const keys = new Set(fingerprintsOf(one).map(({ key }) => key));
    assert.ok(
      fingerprintsOf(other).some(({ key }) => keys.has(key)),
      shared,
    );
  }
});

test('only a few of all runs are taken, each once, in order and where it stands', () => {
  const whole = letters(400);
  const taken = fingerprintsOf(whole);
  const all = everyRun(whole);
  assert.equal(all.length, 400 - run + 1);
  assert.ok(taken.length < all.length / 3 && taken.length > all.length / 8, String(taken.length));
  assert.deepEqual(taken, taken.map(({ at }) => all[at])); // prettier-ignore
  assert.deepEqual(taken.map(({ at }) => at), [...new Set(taken.map(({ at }) => at))].sort((a, b) => a - b)); // prettier-ignore
  for (const { key } of all) assert.match(key, /^[\u0100-\u01ff][\w-]{2}$/);
  for (let at = 0; at + window <= all.length; at += 1) {
    assert.ok(
      taken.some((of) => of.at >= at && of.at < at + window),
      String(at),
    );
  }
});

test('what is shorter than a run has no fingerprint, a run has one', () => {
  assert.deepEqual(fingerprintsOf('甲乙丙丁戊'), []);
  assert.deepEqual(everyRun('甲乙丙丁戊'), []);
  assert.deepEqual(fingerprintsOf('甲乙丙丁戊己').map(({ at }) => at), [0]); // prettier-ignore
  assert.equal(everyRun('甲乙丙丁戊己').length, 1);
  assert.equal(fingerprintsOf(letters(9)).length, 1);
  assert.deepEqual([...passagesOf([[text, 'p', '甲，乙丙丁戊己']])].map(([key, held]) => [key, held]), [[everyRun('甲乙丙丁戊己')[0]?.key, []]]); // prettier-ignore
});

const shelf = (...texts: string[]): Shelf => {
  const made = new Shelf();
  texts.forEach((words, at) => made.add(libraryText(`t${at}`, [[text, 'p-x', words]])));
  return made;
};

test('every place where exactly these letters stand is found', () => {
  const spots = (asked: string, ...texts: string[]): string[] =>
    shelf(...texts)
      .exactly(asked)
      .map((spot) => `${spot.text.id} ${spot.at}`);
  assert.deepEqual(spots('甲乙丙丁', '零甲乙丙丁零甲乙丙丁', '甲乙丙丁'), ['t0 1', 't0 6', 't1 0']);
  assert.deepEqual(spots('甲乙丙', '甲乙丙丁'), []);
  assert.deepEqual(spots('甲乙丙丁戊', '甲乙丙丁己', '乙丙丁戊'), []);
  assert.deepEqual(spots('零甲乙丙丁', '甲乙丙丁零零', '零甲乙丙丁'), ['t1 0']);
});

test('passages like these are found by what they share, the likest first', () => {
  const near = (asked: string, most: number | undefined, ...texts: string[]): string[] =>
    shelf(...texts)
      .alike(asked, most)
      .map((spot) => `${spot.text.id} ${spot.at}`);
  assert.deepEqual(
    near('甲乙丙丁戊己庚辛', 8, '零零甲乙丙丁戊己', '甲乙丙丁戊己庚辛', '无关的话在这里说'),
    ['t1 0', 't0 2'],
  );
  assert.deepEqual(near('甲乙丙丁戊己庚辛', 8, '甲乙丙丁'), []);
  assert.deepEqual(near('甲乙丙丁戊己庚辛', 1, '零零甲乙丙丁戊己', '甲乙丙丁戊己庚辛'), ['t1 0']);
  assert.equal(
    near('甲乙丙丁戊己庚辛', undefined, ...Array.from({ length: 9 }, () => '甲乙丙丁戊己庚辛'))
      .length,
    8,
  );
  assert.equal(
    near('甲乙丙丁戊己庚辛', 99, ...Array.from({ length: 60 }, () => '甲乙丙丁戊己庚辛')).length,
    60,
  );
  assert.equal(
    near('甲乙丙丁戊己庚辛', 99, ...Array.from({ length: 61 }, () => '甲乙丙丁戊己庚辛')).length,
    0,
  );
});

/* How one came of the other. */

/** By the definition, without a table. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = [a.slice(1), b.slice(1)] as const;
  if (a[0] === b[0]) return distance(...rest);
  return 1 + Math.min(distance(...rest), distance(rest[0], b), distance(a, rest[1]));
}

test('steps make one text of the other, in the fewest changes', () => {
  const word = (): string =>
    Array.from({ length: of([0, 1, 3, 5]) }, () => of(['a', 'b', 'c'])).join('');
  for (let round = 0; round < 200; round += 1) {
    const [theirs, ours] = [word(), word()];
    const steps = stepsBetween(theirs, ours);
    let [from, at, cost] = [0, 0, 0];
    for (const step of steps) {
      assert.deepEqual([step.from, step.ours], [from, at]);
      [from, at] = [step.to, step.oursTo];
      const [mine, yours] = [theirs.slice(step.from, step.to), ours.slice(step.ours, step.oursTo)];
      if (step.kind === 'same') assert.equal(mine, yours);
      else cost += Math.max(mine.length, yours.length);
      if (step.kind === 'added') assert.equal(yours, '');
      if (step.kind === 'missing') assert.equal(mine, '');
    }
    assert.deepEqual([from, at], [theirs.length, ours.length]);
    assert.ok(cost <= distance(theirs, ours), `${theirs} ${ours}`);
    for (const [index, { kind }] of steps.entries()) {
      const before = steps[index - 1]?.kind;
      assert.ok(before === undefined || (before === 'same') !== (kind === 'same'));
    }
  }
});

const steps = (theirs: string, ours: string): string =>
  stepsBetween(theirs, ours)
    .map(
      ({ kind, from, to, ours: at, oursTo }) =>
        `${kind} ${theirs.slice(from, to)}/${ours.slice(at, oursTo)}`,
    )
    .join(', ');

test('what was changed, added or left out is told in runs', () => {
  assert.equal(steps('甲乙丙', '甲乙丙'), 'same 甲乙丙/甲乙丙');
  assert.equal(steps('甲丁丙', '甲乙丙'), 'same 甲/甲, changed 丁/乙, same 丙/丙');
  assert.equal(steps('甲丁戊丙', '甲丙'), 'same 甲/甲, added 丁戊/, same 丙/丙');
  assert.equal(steps('甲丙', '甲乙乙丙'), 'same 甲/甲, missing /乙乙, same 丙/丙');
  assert.equal(steps('丁戊丙', '乙丙'), 'changed 丁戊/乙, same 丙/丙');
  assert.equal(steps('', ''), '');
  assert.equal(steps('甲', ''), 'added 甲/');
});

test('the stretch in which two texts go together is found, whatever stands beside it', () => {
  const core = (theirs: string, ours: string): unknown[] | null => {
    const found = coreOf(theirs, ours);
    return (
      found && [
        theirs.slice(found.from, found.to),
        ours.slice(found.ours, found.oursTo),
        found.same,
      ]
    );
  };
  assert.deepEqual(core('零零甲乙丙丁零', '一甲乙丙丁二三'), ['甲乙丙丁', '甲乙丙丁', 4]);
  assert.deepEqual(core('甲乙丙x丁戊己', '零甲乙丙丁戊己'), ['甲乙丙x丁戊己', '甲乙丙丁戊己', 6]);
  assert.deepEqual(core('甲乙丙丁戊己', '甲乙丙x丁戊己零'), ['甲乙丙丁戊己', '甲乙丙x丁戊己', 6]);
  assert.deepEqual(core('甲乙丙y丁戊己', '甲乙丙x丁戊己'), ['甲乙丙y丁戊己', '甲乙丙x丁戊己', 6]);
  assert.equal(core('甲', '乙'), null);
  assert.equal(core('', ''), null);
});

/* What the library says of a sentence. */

const verdict = (sentence: string, ...texts: string[]): string =>
  judge(sentence, shelf(...texts), noTraditional).verdict;

test('under six letters nothing is anyone’s, except a whole block', () => {
  assert.equal(verdict('群众都来', '群众都来，大家听着，事情说开了。'), 'short');
  assert.equal(verdict('群众都来了', '群众都来了。'), 'exact');
  assert.equal(verdict('群众都来了吗', '群众都来了吗，大家听着。'), 'exact');
  assert.equal(verdict('没有人说', '群众都来了。'), 'short');
  assert.equal(verdict('没有人说过的话', '群众都来了。'), 'foreign');
});

test('up to four letters left out of a clause are a change, more are a part of it', () => {
  const ours = (lead: string): string => `${lead}由信访大厅改造成四个功能区。`;
  assert.equal(verdict('由信访大厅改造成四个功能区', ours('甲乙丙丁')), 'altered');
  assert.equal(verdict('由信访大厅改造成四个功能区', ours('甲乙丙丁戊')), 'cut');
  assert.equal(verdict('由信访大厅改造成四个功能区', ours('甲乙丙丁不')), 'altered');
  assert.equal(
    verdict('由信访大厅改造成四个功能区', '由信访大厅改造成四个功能区甲乙丙丁。'),
    'altered',
  );
  assert.equal(
    verdict('由信访大厅改造成四个功能区', '由信访大厅改造成四个功能区甲乙丙丁戊。'),
    'cut',
  );
});

const clause = '街道中心统一设了五个基本功能区';
test('our words among others are told from twelve letters and a quarter of the sentence on', () => {
  assert.equal(verdict(`据说，${clause}，此外的内容都是别处来的文字`, `${clause}。`), 'within');
  assert.equal(
    verdict(`据说，中心设五个功能区，此外内容都是别处文字呢`, '中心设五个功能区。'),
    'foreign',
  );
  assert.equal(
    verdict(`${'别处写来各种不同文字又写'.repeat(6)}，${clause}`, `${clause}。`),
    'foreign',
  );
});

test('half of a sentence changed is a change of ours, less is another’s', () => {
  assert.equal(verdict('街道中心统一设了九个特色展示厅', `${clause}。`), 'altered');
  assert.equal(verdict('街道中心统一买来许多新式办公桌椅', `${clause}。`), 'foreign');
});

test('words of two places told as one sentence are spliced', () => {
  const judged = judge(
    '街道中心统一设了五个基本功能区，老区的调解员每月到村里巡回两次。',
    shelf(`${clause}。`, '老区的调解员每月到村里巡回两次。'),
    noTraditional,
  );
  assert.equal(judged.verdict, 'spliced');
  assert.deepEqual(judged.parts.map((part) => [part.from, part.to, part.text.id]), [[0, 15, 't0'], [15, 30, 't1']]); // prettier-ignore
});

test('a sentence that several practices have is told of once each, prose before what repeats it', () => {
  const made = new Shelf();
  const add = (id: string, address: string, ...words: string[]): void =>
    made.add(
      libraryText(
        id,
        words.map((of) => [text, address, of] as const),
      ),
    );
  add('card', '', `${clause}。`);
  add('prose', 'p-a', `${clause}。`);
  add('twice', 'p-a', `${clause}。`, `${clause}。`);
  add('inside', 'p-a', `镇里的${clause}都在。`);
  const judged = judge(`${clause}。`, made, noTraditional);
  assert.equal(judged.parts[0]?.text.id, 'prose');
  assert.deepEqual(judged.alsoIn.map((spot) => spot.text.id), ['twice', 'card']); // prettier-ignore
});

test('a changed figure or a word that denies is grave, another word is not', () => {
  const grave = (sentence: string): boolean =>
    judge(sentence, shelf('街道中心统一设了5个基本功能区并且都能办理。'), noTraditional).isGrave;
  assert.equal(grave('街道中心统一设了9个基本功能区并且都能办理。'), true);
  assert.equal(grave('街道中心统一设了5个基本功能区并且都不能办理。'), true);
  assert.equal(grave('街道中心统一建了5个基本功能区并且都能办理。'), false);
  assert.equal(grave('街道中心统一设了5个基本功能区并且都能办理。'), false);
});

/* Figures under our name. */

test('years, days, ordinals, paragraphs and addresses are no figures', () => {
  const figures = (sentence: string): string[] => figuresIn(sentence).map(({ value }) => value);
  assert.deepEqual(figures('2023年7月5日第3条，见[4]，第5段，2版，共12个、1,134人和15.3%'), [
    '12',
    '1134',
    '15.3',
  ]);
  assert.deepEqual(figures('见 https://example.org/12/34 共5个'), ['5']);
  assert.deepEqual(figures('A4纸和p-12，covid19'), []);
  assert.deepEqual(figuresIn('共12个'), [{ value: '12', at: 1 }]);
});

test('a number is ours only as a whole, and a stray one is set beside two that count alike', () => {
  const strays = (
    sentence: string,
    ours: string,
    ...figures: Parameters<typeof aFigure>[0][]
  ): unknown[] =>
    checkFigures(
      sentence,
      ours,
      figures.map((figure) => aFigure({ scope: null, ...figure })),
    ).strays.map(({ given, instead }) => [given, ...instead.map(({ value }) => value)]);
  for (const ours of ['共1134个', '共34.5个', '共5.34个', '共349个'])
    assert.deepEqual(strays('共34个', ours), [['34']], ours);
  for (const ours of ['共34个', '34', '又1134个和34个', '共34.', '有34。5'])
    assert.deepEqual(strays('共34个', ours), [], ours);
  assert.deepEqual(
    strays(
      '设联络点99个',
      '',
      { value: '1', unit: '家', counts: '联络点' },
      { value: '2', unit: '个', counts: '联络点' },
      { value: '3', unit: '个', counts: '联络点设' },
      { value: '4', unit: '个', counts: '无关' },
    ),
    [['99', '2', '3']],
  );
});

/* References, sentences, former wording. */

test('the address of a practice is read with its site, edition and paragraph', () => {
  assert.deepEqual(addressIn('见 https://example.org/sub/practices/wei-fating/?v=12#p-a1b2。'), {
    practice: 'wei-fating',
    edition: 12,
    paragraph: 'p-a1b2',
    site: 'https://example.org/sub',
  });
  assert.deepEqual(addressIn('/practices/x'), {
    practice: 'x',
    edition: null,
    paragraph: null,
    site: '',
  });
  assert.deepEqual(addressIn('http://a.cn/practices/x/#other')?.paragraph, null);
  assert.equal(addressIn('https://example.org/topics/x/'), null);
});

test('an entry of a list of references is one sentence, a sentence with a bracket is none', () => {
  for (const line of [
    '某某. 题目[J]. 刊名',
    '某某. 题目[EB/OL]. 地址',
    '某某. 题目［M］',
    'See Li, A Title, https://example.org/practices/x/',
  ])
    assert.equal(isReference(line), true, line);
  for (const line of [
    '他说[甲]',
    '题目[X]',
    '见 /practices/x 的做法，群众都说好，办事方便了许多，不必再跑',
  ])
    assert.equal(isReference(line), false, line);
  const entry = '某某. 题目！副题？[EB/OL]. 站名。2023。';
  assert.equal(sentencesOf(entry).length, 1);
});

test('sentences end at full stops with the marks that close them', () => {
  const sentences = (words: string): string[] =>
    sentencesOf(words).map(({ from, to }) => words.slice(from, to));
  assert.deepEqual(sentences('他说：“好！”大家笑了。'), ['他说：“好！”', '大家笑了。']);
  assert.deepEqual(sentences('真的吗？！是的。'), ['真的吗？！', '是的。']);
  assert.deepEqual(sentences('说着说着…… 停了。'), ['说着说着……', '停了。']);
  assert.deepEqual(sentences('One ends. Two begins 3.5 times.'), [
    'One ends.',
    'Two begins 3.5 times.',
  ]);
  assert.deepEqual(sentences('甲。\n\n  12  \n乙。'), ['甲。', '乙。']);
  for (const page of ['12', '- 12 -', '— 12 —', '第 3 页', '第3页/共9页', 'Page 3 of 9'])
    assert.deepEqual(sentences(`甲。\n${page}\n乙。`), ['甲。', '乙。'], page);
  for (const mark of ['一、', '（一）', '1. ', '1、', '（1）', '①', '• ', '- ', '第一章 ', '## '])
    assert.deepEqual(sentences(`${mark}甲乙。`), ['甲乙。'], mark);
  assert.deepEqual(sentences('1.5万人。'), ['1.5万人。']);
  assert.deepEqual(sentences('   '), []);
});

test('lines of one width that end within a sentence are read on, others stand by themselves', () => {
  const count = (...lines: readonly string[]): number => sentencesOf(lines.join('\n')).length;
  const line = (length: number): string => '治'.repeat(length);
  // Three lines nearly alike tell that a page broke them; a line six shorter is the last of its paragraph.
  assert.equal(count(line(20), line(20), line(16), line(9)), 1);
  assert.equal(count(line(20), line(20), line(15)), 3);
  assert.equal(count(line(20), line(20), line(20), line(14), line(20)), 1);
  assert.equal(count(line(20), line(20), line(20), line(13), line(20)), 2);
  // Too short or too long to be lines of a page.
  assert.equal(count(line(15), line(15), line(15)), 1);
  assert.equal(count(line(14), line(14), line(14)), 3);
  assert.equal(count(line(60), line(60), line(60)), 1);
  assert.equal(count(line(61), line(61), line(61)), 3);
  // Two very long lines among twenty are titles of a table, and not the width of the page.
  assert.equal(count(...Array.from({ length: 18 }, () => line(20)), line(40), line(40)), 1);
  // What ends a sentence or begins an item of a list is not read over, a blank line behind a full one is.
  assert.equal(count(line(20), line(20), `${line(20)}：`, line(20)), 2);
  assert.equal(count(line(20), line(20), `${line(20)}： `, line(20)), 2);
  assert.equal(count(line(20), line(20), line(20), `一、${line(18)}`), 2);
  assert.equal(count(line(20), line(20), line(20), '', line(20)), 1);
  assert.equal(count(line(20), line(20), line(20), line(9), '', line(20)), 2);
  assert.equal(count(line(20), line(20), line(20), ' 12 ', '', line(20)), 1);
});

test('a sentence nobody would write so long is taken apart at its last comma, or where six hundred are', () => {
  const lengths = (text: string): number[] => sentencesOf(text).map(({ from, to }) => to - from);
  assert.deepEqual(lengths('治'.repeat(600)), [600]);
  assert.deepEqual(sentencesOf('治'.repeat(1300)).map(({ from }) => from), [0, 600, 1200]); // prettier-ignore
  assert.deepEqual(lengths('治'.repeat(601)), [600, 1]);
  assert.deepEqual(lengths(`${'治'.repeat(150)}，${'理'.repeat(500)}`), [600, 51]);
  assert.deepEqual(lengths(`${'治'.repeat(151)}，${'理'.repeat(500)}`), [152, 500]);
  assert.deepEqual(
    lengths(`${'治'.repeat(200)}；${'理'.repeat(200)}、${'好'.repeat(300)}`),
    [402, 300],
  );
});

test('what earlier editions said is kept as ten characters, in files of a hundred', () => {
  assert.match(digestOfLetters('群众都来了'), /^[\w-]{10}$/);
  assert.notEqual(digestOfLetters('群众都来了'), digestOfLetters('群众都来啦'));
  // SHA-256 of "abc" is ba7816bf 8f01cfea…
  assert.equal(digestOfLetters('abc'), [0xba7, 0x816, 0xbf8, 0xf01, 0xcfe].map((twelve) => [twelve >> 6, twelve & 63].map((of) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[of]).join('')).join('')); // prettier-ignore
  assert.deepEqual([0, 1, 100, 101, 200, 201, 400, 401].map(shardsFor), [0, 1, 1, 2, 2, 4, 4, 8]);
  const shards = new Set(Array.from({ length: 60 }, (_, at) => shardOf(`d${at}`, 4)));
  assert.deepEqual([...shards].sort(), [0, 1, 2, 3]);
});
