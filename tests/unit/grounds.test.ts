import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOfParts, sectionLabelsOf, type Part } from '#domain/grounds/attribution.ts';
import { articleText, type ArticleText } from '#domain/grounds/article-text.ts';
import { holdsQuotation, quotationsIn } from '#domain/grounds/evidence.ts';
import { groundCounts, quotedNote, shownGrounds } from '#domain/grounds/notes.ts';
import { confirmedOf, pairGrounds, type Ground } from '#domain/grounds/grounds.ts';
import { endsOf, spanOf } from '#domain/grounds/passage.ts';
import { piecesOf, proposeGround } from '#domain/grounds/proposals.ts';
import { sentencesOf, statementsOf } from '#domain/grounds/statements.ts';
import { unusedSentences } from '#domain/grounds/unused.ts';
import { aClaim, aFigure, aMeasure } from './builders.ts';

const part = (at: number, is?: Part['is'], more: Partial<Part> = {}): Part => ({
  at,
  from: '三、走门',
  is,
  ...more,
});
const digestOf = (value: unknown): string => JSON.stringify(value);

test('a place counts sections by their headings and paragraphs inside them', () => {
  const parts = [
    part(1, 'title'),
    part(2, 'byline'),
    part(3),
    part(4, 'heading'),
    part(5),
    part(9, 'continued'),
    part(6),
    part(7, 'heading', { number: 4, from: '四、写下来' }),
    part(8, 'opening'),
  ];
  assert.deepEqual(placesOfParts({ parts }), [
    '0/0',
    null,
    '0/1',
    '1/0',
    '1/1',
    '1/1',
    '1/2',
    '4/0',
    '5/1',
  ]);
  assert.deepEqual(sectionLabelsOf({ parts }), { 1: '三、', 4: '四、' });
});

const text = `村口联络点

我们把力量放到村口，全市设联络点1134个，推行“先听后劝”。

别的文章插在这里。

劝不成的，再引到法庭。新收民事案件两年来首次下降。`;
const attribution = {
  document: '7',
  file: '7.txt',
  articles: [
    {
      practice: 'cunkou',
      parts: [
        { at: 1, from: '村口联络点', is: 'title' as const },
        { at: 2, from: '我们把力量放到村', to: '先听后劝”。' },
        { at: 4, from: '劝不成的', to: '首次下降。', is: 'continued' as const },
      ],
    },
  ],
};
const [cunkou] = attribution.articles;
assert.ok(cunkou);
const article = articleText(attribution, cunkou, text);

test('an article reads as one, whatever stands between its parts', () => {
  assert.match(article.paragraphs.get('0/1') ?? '', /^我们把.*先听后劝”。劝不成的.*下降。$/);
  assert.doesNotMatch(article.whole, /别的文章/);
});

test('a passage is found by its ends, and only where they tell', () => {
  const said = article.paragraphs.get('0/1') ?? '';
  const span = spanOf(said, { from: '全市设 联络点', to: '1134个' });
  assert.ok(typeof span === 'object');
  assert.equal(said.slice(span.start, span.end), '全市设联络点1134个');
  assert.deepEqual(endsOf(said, span), { from: '全市设联络点11', to: '联络点1134个' });
  assert.equal(spanOf(said, { from: '劝' }), 'ambiguous');
  assert.equal(spanOf(said, { from: '村尾' }), 'absent');
  assert.equal(spanOf(said, { from: '再引到法庭', to: '全市' }), 'unended');
});

test('sentences end with their marks, and a quoted full stop ends none', () => {
  assert.deepEqual(sentencesOf('他说“好。”，又走了。真的？\n听话、记录\n'), [
    '他说“好。”，又走了。',
    '真的？',
    '听话、记录',
  ]);
});

test('quotations are compared letter for letter, whatever kind their marks are', () => {
  assert.deepEqual(quotationsIn('“先听‘后劝’”和《调解法》'), ['先听‘后劝’', '调解法']);
  assert.ok(holdsQuotation('推行“先听后劝”，考实,评准', '先听后劝'));
  assert.ok(holdsQuotation('考实,评准,用好', '考实，评准，用好'));
  assert.ok(holdsQuotation('小事不出村、大事不出镇、难事不出县', '小事不出村……难事不出县。'));
  assert.ok(!holdsQuotation('推行“先听后劝”', '先听再劝'));
});

const stated = {
  measures: [aMeasure({ name: '先听后劝', how: '先听后劝，劝不成再引到法庭。' })],
  figures: [aFigure({ counts: '联络点' })],
  outcomes: [aClaim()],
  conditions: [],
  limits: [],
  notStated: ['联络员的报酬'],
  source: {},
};
const statements = statementsOf(stated, [
  { id: 'p-a', text: '全市有1134个联络点。报酬原文未载。', isOurs: false },
  { id: 'p-b', text: '以下是编者的看法。', isOurs: true },
]);

test('what a statement may rest on is found by figure, name and wording', () => {
  const proposed = statements.map((statement) =>
    proposeGround(statement, piecesOf(article), '原文未载'),
  );
  const [measure, figure, outcome, missing, paragraph] = proposed;
  assert.ok(measure?.passages?.some(({ to = '' }) => /先听后劝/.test(to)));
  assert.deepEqual(figure?.passages, [{ at: '0/1', from: '全市设联络点11', to: '联络点1134个' }]);
  assert.match(outcome?.passages?.[0]?.to ?? '', /首次下降/);
  assert.ok(missing?.absent?.[0]?.words.includes('报酬'));
  assert.deepEqual(paragraph?.absent?.[0]?.for, [2]);
  assert.deepEqual(paragraph?.passages?.[0]?.for, [1]);
  assert.ok(proposed.every(({ digest }) => digest === undefined));
});

test('of two places that read alike the one under the heading an editor named is proposed', () => {
  const twice: ArticleText = {
    paragraphs: new Map([
      ['1/0', '一、怎么建'],
      ['1/1', '建成联络点20个。'],
      ['2/0', '二、怎么用'],
      ['2/1', '用起来的联络点20个。'],
    ]),
    whole: '',
  };
  const figureIn = (section: string) =>
    statementsOf(
      { ...stated, figures: [aFigure({ value: '20', counts: '联络点', section })] },
      [],
    )[1];
  const placeOf = (section: string) => {
    const statement = figureIn(section);
    assert.ok(statement);
    return proposeGround(statement, piecesOf(twice), '原文未载').passages?.[0]?.at;
  };
  assert.equal(placeOf('二、怎么用'), '2/1');
  assert.equal(placeOf('一、怎么建'), '1/1');
  assert.equal(placeOf('没有这一节'), '1/1');
});

const confirmed = (): Ground[] =>
  statements.slice(0, 5).map((statement) => {
    const ground = proposeGround(statement, piecesOf(article), '原文未载');
    return { ...ground, digest: digestOf(confirmedOf(statement, ground)) };
  });

test('a statement that was reworded keeps its ground, to be confirmed again', () => {
  const reworded = statementsOf(
    { ...stated, outcomes: [aClaim({ text: '新收案件首次下降。' })] },
    [],
  );
  const { pairs, orphans } = pairGrounds(reworded, confirmed(), digestOf);
  assert.deepEqual(
    pairs.map(({ state }) => state),
    ['confirmed', 'confirmed', 'stale', 'confirmed'],
  );
  assert.deepEqual(orphans, [4]);
});

test('a sentence of the source that counts or names something is told where nothing rests on it', () => {
  const { pairs } = pairGrounds(statements, [], digestOf);
  const unused = unusedSentences(article, pairs).map((sentence) => sentence.text);
  assert.deepEqual(unused, ['我们把力量放到村口，全市设联络点1134个，推行“先听后劝”。']);
  assert.deepEqual(
    unusedSentences(article, pairGrounds(statements, confirmed(), digestOf).pairs),
    [],
  );
});

test('readers are shown what is confirmed and nothing else', () => {
  const shown = shownGrounds(pairGrounds(statements, confirmed(), digestOf).pairs, {});
  assert.ok(shown);
  const { all, source, absence, editor, open } = groundCounts(shown);
  assert.deepEqual([all, source, absence, editor, open], [6, 4, 1, 1, 0]);
  const unread = confirmed().map(({ digest: _digest, ...ground }) => ground);
  assert.equal(shownGrounds(pairGrounds(statements, unread, digestOf).pairs, {}), null);
});

test('passages are numbered in the order of the source, and what stands nowhere comes last', () => {
  const restOn = [
    {
      passages: [
        { at: '2/3', from: '乙' },
        { at: '1/10', from: '丙', to: '丁', for: [2] },
      ],
    },
    { passages: [{ at: '1/2', from: '甲' }], absent: [{ words: ['报酬'], at: '1/2' }] },
    { absent: [{ words: ['报酬'] }], passages: [{ at: '2/3', from: '乙' }] },
    { passages: [{ at: '0/1', from: '戊' }], absent: [{ words: ['工资'] }] },
    { editor: [1, 2] },
  ];
  const grounds = statements.slice(0, 5).map((statement, at): Ground => {
    const { passages: _p, absent: _a, editor: _e, ...place } = confirmed()[at] ?? assert.fail();
    const ground = { ...place, ...restOn[at] };
    return { ...ground, digest: digestOf(confirmedOf(statement, ground)) };
  });
  const shown = shownGrounds(pairGrounds(statements, grounds, digestOf).pairs, { 1: '一、' });
  assert.ok(shown);
  assert.deepEqual(
    shown.notes.map((note) => [
      note.kind === 'passage' ? note.from : note.words.join(),
      note.place === null ? null : `${note.place.section}/${note.place.paragraph}`,
      note.place?.label ?? null,
    ]),
    [
      ['戊', '0/1', null],
      ['甲', '1/2', '一、'],
      ['报酬', '1/2', '一、'],
      ['丙', '1/10', '一、'],
      ['乙', '2/3', null],
      ['报酬', null, null],
      ['工资', null, null],
    ],
  );
  assert.deepEqual(
    shown.statements.map(({ of, rests, notes, editor }) => [
      of,
      rests,
      notes.map((one) => `${one.note}${one.for === null ? '' : `（${one.for.join()}）`}`).join(' '),
      editor.join(),
    ]),
    [
      ['measures', 'source', '4（2） 5', ''],
      ['figures', 'source', '2 3', ''],
      ['outcomes', 'source', '5 6', ''],
      ['notStated', 'absence', '1 7', ''],
      ['paragraph', 'editor', '', '1,2'],
      ['paragraph', 'editor', '', '1'],
    ],
  );
  assert.deepEqual(groundCounts(shown), { all: 6, source: 3, absence: 1, editor: 2, open: 0 });
});

test('a quoted passage cuts no number and is whole where its ends meet', () => {
  const quoted = (from: string, to: string | null) =>
    quotedNote({
      kind: 'passage',
      place: { section: 0, label: null, paragraph: 1 },
      from,
      to,
    });
  assert.deepEqual(quoted('设置党支部（党小', '会）各5106个'), ['设置党支', '5106个']);
  assert.deepEqual(quoted('近年来，青川市', '年来，青川市委'), ['近年来，青川市委']);
  assert.deepEqual(quoted('先听后劝', null), ['先听后劝']);
});
