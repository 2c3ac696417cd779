import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '#domain/citation/rich-text.ts';
import {
  emptyBasket,
  isEmpty,
  itemOfButton,
  keyOf,
  practicesIn,
  withChanged,
  withItem,
  without,
  withoutPlace,
  type Basket,
  type BasketItem,
} from '#domain/handout/basket.ts';
import { composeHandout, type Making } from '#domain/handout/compose.ts';
import type { HandoutBlock, HandoutPart } from '#domain/handout/document.ts';
import type { ComparisonRecord, ProblemRecord } from '#domain/handout/gathered.ts';
import { onePage } from '#domain/handout/one-page.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { handoutDocument as words } from '#words/handout-document.ts';
import { text } from '#words/index.ts';
import { aBlock, aClaim, aFigure, aMeasure, aPractice, aRegion, aSection } from './builders.ts';

const origin = 'https://example.org';
const { handout } = words;
const recordOf = (overrides: Partial<Practice>) =>
  practiceRecord(aPractice(overrides), { origin, words: text });

const four = ['一', '二', '三', '四'];
const cunkou = recordOf({
  id: 'cunkou',
  region: aRegion({ name: '青川市' }),
  figures: four.map((value) =>
    aFigure({ value, scope: value === '二' ? null : '全市', period: null }),
  ),
  figurePlaces: [{ id: 'p-a', number: 1 }, null, null, null],
  limits: [aClaim({ text: '人手不足。' })],
  sections: [
    aSection({
      heading: '怎样做',
      blocks: [
        aBlock({ id: 'p-a', number: 1, lines: ['先听', '后劝。'] }),
        aBlock({
          id: 'p-b',
          number: 2,
          kind: 'steps',
          caption: '流程',
          lines: ['流程', '登记', '受理'],
        }),
        aBlock({ id: 'p-c', number: 3, kind: 'numbered', lines: ['甲', '乙'] }),
        aBlock({ id: 'p-d', number: 4, kind: 'list', lines: ['甲', '乙'] }),
        aBlock({
          id: 'p-e',
          number: 5,
          kind: 'table',
          caption: '表',
          lines: [],
          cells: [
            ['谁', '做什么'],
            ['镇', '调解'],
          ],
        }),
        aBlock({ id: null, number: null, kind: 'note', lines: ['原文如此。'] }),
      ],
    }),
    aSection({
      heading: '编者按',
      blocks: [aBlock({ id: 'p-f', number: 6, lines: ['编者说。'] })],
    }),
  ],
});
const dating = recordOf({
  id: 'dating',
  region: aRegion({ name: '白水县' }),
  title: '一个大厅',
  figures: [],
  figurePlaces: [],
  measures: [aMeasure({ name: '一窗', how: '一人接到底。' })],
});
const records = { cunkou, dating } as const;

const problem: ProblemRecord = {
  id: 'an',
  url: `${origin}/problems/an/`,
  title: '案多人少',
  definition: '案件增长快于办案力量。',
  answers: [],
  unsaid: [],
  questions: [],
  practices: ['cunkou', 'dating'],
  total: 2,
  changedOn: '2026-09-01',
};
const comparison: ComparisonRecord = {
  id: 'bi',
  url: `${origin}/compare/bi/`,
  title: '两地比',
  reading: '一处设点，一处设厅。',
  practices: ['cunkou', 'dating'],
  changedOn: '2026-09-02',
};
const making = (over: Partial<Making> = {}, of: ProblemRecord = problem): Making => ({
  gathered: {
    practice: (id) =>
      id in records
        ? { state: 'found', record: records[id as keyof typeof records] }
        : { state: id === 'far' ? 'unreachable' : 'unknown' },
    problem: (id) => (id === 'an' ? { state: 'found', record: of } : { state: 'unknown' }),
    comparison: (id) =>
      id === 'bi' ? { state: 'found', record: comparison } : { state: 'unreachable' },
  },
  day: '2026-11-29',
  address: `${origin}/handout/`,
  home: `${origin}/`,
  release: { version: '2026.09', releasedOn: '2026-09-01' },
  hasAddress: true,
  words,
  ...over,
});
const composed = (
  items: readonly BasketItem[],
  basket: Partial<Basket> = {},
  over: Partial<Making> = {},
  of = problem,
) => composeHandout({ ...emptyBasket, title: '讲', ...basket, items }, making(over, of));
const partOf = (item: BasketItem, of = problem): HandoutPart =>
  composed([item], {}, {}, of).document.parts[0] ?? assert.fail();
const outline = (blocks: readonly HandoutBlock[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
    if (block.kind === 'figures')
      return `figures ${block.figures.map(({ amount }) => amount).join(' ')}`;
    if (block.kind === 'table') return `table ${block.rows.length}×${block.header.length}`;
    if (block.kind === 'list' || block.kind === 'questions')
      return `${block.kind} ${block.items.map((item) => (typeof item === 'string' ? item : item.text)).join('|')}`;
    if (block.kind === 'drawing')
      return `drawing ${block.form} ${block.caption} ${block.items.join('|')}`;
    return `${block.kind} ${block.kind === 'paragraph' ? block.text : block.paragraphs.join('|')}`;
  });

const problemItem = (extent: 'brief' | 'whole'): BasketItem => ({
  kind: 'problem',
  id: 'an',
  extent,
  title: null,
});

test('a problem as a whole tells each place with its measures, and the figures of those that have any', () => {
  const part = partOf(problemItem('whole'));
  assert.deepEqual(outline(part.blocks), [
    'paragraph 案件增长快于办案力量。',
    '## 青川市',
    `list ${handout.fact('村口联络点', '每村设一名联络员，先听后劝，劝不成再引到法庭。')}`,
    '## 白水县',
    `list ${handout.fact('一窗', '一人接到底。')}`,
    `# ${handout.figures}`,
    '## 青川市',
    'figures 一个 二个 三个',
  ]);
  assert.equal(part.title, '案多人少');
  assert.equal(part.edition, handout.asOf('2026-09-01'));
  assert.equal(part.address, `${origin}/problems/an/`);
  assert.equal(part.line, null);
  assert.equal(part.references.length, 3);
});

test('a problem with answers tells ways by kind, with the place where it could be had', () => {
  const of: ProblemRecord = {
    ...problem,
    answers: [
      {
        kind: '就近',
        ways: [
          { practice: 'cunkou', text: '村口设点' },
          { practice: 'gone', text: '另一办法' },
        ],
      },
    ] as unknown as ProblemRecord['answers'],
    unsaid: ['钱从哪里来'],
    questions: ['谁先接手？'],
    changedOn: null,
  };
  const part = partOf(problemItem('whole'), of);
  assert.deepEqual(outline(part.blocks), [
    'paragraph 案件增长快于办案力量。',
    `# ${handout.answers}`,
    '## 就近',
    `list ${handout.way('村口设点', '青川市')}|${handout.way('另一办法', 'gone')}`,
    `# ${handout.figures}`,
    '## 青川市',
    'figures 一个 二个 三个',
    `# ${handout.unsaid}`,
    'list 钱从哪里来',
    'questions 谁先接手？',
  ]);
  assert.equal(part.edition, null);
  const [list] = part.blocks.filter(({ kind }) => kind === 'list');
  assert.ok(list?.kind === 'list');
  assert.equal(list.isOrdered, false);
  const [way] = list.items;
  assert.equal(typeof way === 'object' && 'mark' in way && way.mark?.text, '[2]');
});

test('practices side by side are a table with a column each, and the editors’ reading above', () => {
  const part = partOf({ kind: 'comparison', id: 'bi', extent: 'whole', title: null });
  assert.equal(part.title, '两地比');
  assert.equal(part.edition, handout.asOf('2026-09-02'));
  assert.equal(part.address, `${origin}/compare/bi/`);
  const [note, table] = part.blocks;
  assert.deepEqual(note, {
    kind: 'note',
    label: handout.reading,
    paragraphs: ['一处设点，一处设厅。'],
  });
  assert.ok(table?.kind === 'table');
  const header = table.header.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  assert.deepEqual(header, [handout.row, `青川市\n${cunkou.title}`, '白水县\n一个大厅']);
  const cells = table.rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text));
  assert.ok(cells.includes(handout.silent), 'what nobody says is said to be so');
  assert.ok(
    cells.some((cell) => cell.split('\n').length >= 4),
    'several statements stand below one another',
  );
  for (const row of table.rows) assert.equal(row.length, 3);
  assert.equal(part.references.length, 3);
});

test('a comparison of one’s own has no reading, no day and no page', () => {
  const item: BasketItem = {
    kind: 'practices',
    ids: ['cunkou', 'dating'],
    extent: 'whole',
    title: null,
  };
  const part = partOf(item);
  assert.equal(part.title, handout.comparisonOf(['青川市', '白水县']));
  assert.deepEqual(
    [part.edition, part.address, part.blocks.length, part.references.length],
    [null, null, 1, 2],
  );
  assert.equal(partOf({ ...item, title: '我的' } as BasketItem).title, '我的');
});

test('of practices that could not be had each is told, and the others stay', () => {
  const { document, faults } = composed([
    { kind: 'practices', ids: ['cunkou', 'gone', 'far'], extent: 'whole', title: null },
    { kind: 'practices', ids: ['gone', 'far'], extent: 'whole', title: null },
    { kind: 'practices', ids: ['gone'], extent: 'whole', title: '自己的' },
    { kind: 'problem', id: 'other', extent: 'whole', title: null },
    { kind: 'comparison', id: 'other', extent: 'whole', title: '比' },
  ]);
  const { unknown, unreachable } = handout.missing;
  assert.equal(faults[0], handout.fact('gone', unknown) + handout.fact('far', unreachable));
  assert.equal(document.parts[0]?.title, handout.comparisonOf(['青川市']));
  assert.equal(document.parts[1]?.title, 'gone、far');
  assert.equal(document.parts[2]?.title, '自己的');
  assert.equal(document.parts[3]?.title, 'other');
  assert.equal(faults[3], unknown);
  assert.equal(document.parts[4]?.title, '比');
  assert.equal(faults[4], unreachable);
  assert.deepEqual(document.parts[3]?.blocks, [
    { kind: 'note', label: handout.editorsNote, paragraphs: [unknown] },
  ]);
  const none = composed([{ kind: 'unknown', raw: null }]);
  assert.equal(none.document.parts[0]?.title, handout.missing.item);
});

test('a practice as a whole keeps its prose block by block, and says which words are ours', () => {
  const part = partOf({ kind: 'practice', id: 'cunkou', extent: 'whole', title: null });
  const told = outline(part.blocks);
  assert.deepEqual(told.slice(0, 10), [
    `paragraph ${cunkou.summary}`,
    '# 怎样做',
    'paragraph 先听 后劝。',
    'drawing steps 流程 登记|受理',
    'list 甲|乙',
    'list 甲|乙',
    'table 1×2',
    'note 原文如此。',
    `# ${told[8]?.slice(2) ?? ''}`,
    'paragraph 编者说。',
  ]);
  assert.ok(told.includes('figures 一个 二个 三个 四个'));
  const lists = part.blocks.filter((block) => block.kind === 'list');
  assert.deepEqual(lists.slice(0, 2).map((block) => block.isOrdered), [true, false]); // prettier-ignore
  const [paragraph] = part.blocks.slice(2);
  assert.deepEqual(paragraph?.kind === 'paragraph' && paragraph.place, {
    number: 1,
    address: `${origin}/practices/cunkou/#p-a`,
  });
});

test('a practice in short gives three figures and says how many there are, each with its place', () => {
  const part = partOf({ kind: 'practice', id: 'cunkou', extent: 'brief', title: '短' });
  assert.equal(part.title, '短');
  const told = outline(part.blocks);
  assert.ok(told.includes('figures 一个 二个 三个'));
  assert.ok(told.includes(`# ${handout.figures} ${handout.some(3, 4)}`));
  assert.ok(told.includes(`list ${handout.claim('人手不足。', '结尾')}`));
  const figures = part.blocks.find((block) => block.kind === 'figures');
  assert.deepEqual(
    figures?.figures.map(({ context, place }) => [context, place?.number ?? null]),
    [
      ['全市', 1],
      [null, null],
      ['全市', null],
    ],
  );
  assert.equal(
    outline(partOf({ kind: 'practice', id: 'dating', extent: 'brief', title: null }).blocks).some(
      (line) => line.includes(handout.figures),
    ),
    false,
  );
});

test('one’s own words and questions stand a line each, under a title of their own', () => {
  const own = partOf({ kind: 'words', text: ' 一 \n\n二', title: null });
  assert.deepEqual([own.title, outline(own.blocks)], [handout.ownTitle, ['own 一|二']]);
  const asked = partOf({ kind: 'questions', text: '问一？\n问二？', title: '题' });
  assert.deepEqual([asked.title, outline(asked.blocks)], ['题', ['questions 问一？|问二？']]);
  assert.deepEqual(
    [asked.line, asked.edition, asked.address, asked.references],
    [null, null, null, []],
  );
});

test('a handout says what it is taken from and when it was made', () => {
  const { document } = composed([], { title: '  ', occasion: '党校\n 王老师 \n' });
  assert.equal(document.title, handout.untitled);
  assert.deepEqual(document.subtitles, ['党校', '王老师']);
  assert.equal(document.imprint.length, 3);
  assert.equal(document.imprint[1], handout.madeOn('2026-11-29'));
  assert.match(document.imprint[0] ?? '', /2026\.09/);
  assert.deepEqual([document.address, document.day], [`${origin}/handout/`, '2026-11-29']);
  const built = composed(
    [],
    {},
    { day: null, release: { version: '2026.09', releasedOn: null } },
  ).document;
  assert.deepEqual([built.day, built.imprint.length], ['', 2]);
  assert.doesNotMatch(built.imprint[0] ?? '', /2026\.09/);
  assert.equal(composed([], { title: ' 讲 ' }).document.title, '讲');
});

test('one page for the leader is of one problem or one comparison, in the first style', () => {
  const { gathered: _, address: __, ...rest } = making();
  const ofProblem = onePage({ kind: 'problem', of: problem }, [cunkou, dating], rest);
  assert.equal(ofProblem.title, '案多人少');
  assert.deepEqual(ofProblem.subtitles, [handout.brief.name]);
  assert.equal(ofProblem.isSheet, true);
  assert.equal(ofProblem.style, 'gbt-7714-2025-numeric');
  assert.equal(ofProblem.address, `${origin}/problems/an/`);
  assert.equal(ofProblem.parts.length, 1);
  assert.match(ofProblem.references.map(plain).join(), /案多人少/);
  const ofComparison = onePage({ kind: 'comparison', of: comparison }, [cunkou, dating], {
    ...rest,
    hasAddress: false,
  });
  assert.deepEqual([ofComparison.title, ofComparison.address], ['两地比', null]);
  assert.deepEqual(ofComparison.parts[0]?.blocks[0], {
    kind: 'note',
    label: handout.reading,
    paragraphs: [comparison.reading],
  });
});

/* The basket itself. */

const items: readonly BasketItem[] = [
  { kind: 'practice', id: 'a', extent: 'brief', title: null },
  { kind: 'practices', ids: ['a', 'b'], extent: 'brief', title: null },
  { kind: 'paragraph', practice: 'c', paragraph: 'p-1', title: null },
  { kind: 'figure', practice: 'd', amount: '7个', counts: '点', title: null },
  { kind: 'problem', id: 'e', extent: 'whole', title: null },
  { kind: 'comparison', id: 'f', extent: 'whole', title: null },
  { kind: 'words', text: '话', title: null },
];

test('things are the same by what they are, not by their title; one’s own words never', () => {
  assert.deepEqual(items.map(keyOf), [
    'practice a',
    'practices a,b',
    'paragraph c p-1',
    'figure d 7个 点',
    'problem e',
    'comparison f',
    null,
  ]);
  assert.deepEqual(practicesIn({ ...emptyBasket, items }), ['a', 'b', 'c', 'd']);
});

test('a basket is changed at one place and nowhere else', () => {
  const basket = { ...emptyBasket, items };
  const [first, second] = items as [BasketItem, BasketItem];
  assert.deepEqual(
    without(basket, { ...first, title: '别的' } as BasketItem).items,
    items.slice(1),
  );
  assert.deepEqual(withoutPlace(basket, 1).items, [first, ...items.slice(2)]);
  assert.deepEqual(withItem(basket, second).items, [...items, second]);
  assert.deepEqual(withItem(basket, second, 1).items, [first, second, ...items.slice(1)]);
  assert.deepEqual(withChanged(basket, 1, first).items, [first, first, ...items.slice(2)]);
  assert.equal(isEmpty(emptyBasket), true);
  for (const some of [{ title: '甲' }, { occasion: '甲' }, { items }])
    assert.equal(isEmpty({ ...emptyBasket, ...some }), false);
});

test('a button puts in each kind of thing in short', () => {
  assert.deepEqual(itemOfButton('problem e'), {
    kind: 'problem',
    id: 'e',
    extent: 'brief',
    title: null,
  });
  assert.deepEqual(itemOfButton('comparison f'), {
    kind: 'comparison',
    id: 'f',
    extent: 'brief',
    title: null,
  });
  assert.deepEqual(itemOfButton('practices a,b'), {
    kind: 'practices',
    ids: ['a', 'b'],
    extent: 'brief',
    title: null,
  });
  assert.deepEqual(itemOfButton('paragraph c p-1'), items[2]);
  assert.equal(itemOfButton('words x'), null);
});
