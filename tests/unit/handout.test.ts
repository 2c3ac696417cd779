import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originalOfRecord, pageOfRecord } from '#domain/citation/from-record.ts';
import { toCitable } from '#domain/citation/library.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citedThrough, secondaryCitation } from '#domain/citation/secondary.ts';
import { citationStyles, formatReference } from '#domain/citation/styles.ts';
import { readBasket, writeBasket, writeBasketFile } from '#domain/handout/basket-file.ts';
import {
  emptyBasket,
  holds,
  itemOfButton,
  moved,
  mostItems,
  type Basket,
  type BasketItem,
} from '#domain/handout/basket.ts';
import { composeHandout, type Making } from '#domain/handout/compose.ts';
import type { HandoutDocument } from '#domain/handout/document.ts';
import type { ProblemRecord } from '#domain/handout/gathered.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { handoutDocument } from '#words/handout-document.ts';
import { text as words } from '#words/index.ts';
import { aBlock, aFigure, aPractice, aSection, everyKindOfSource } from './builders.ts';

const origin = 'https://example.org';
const recordOf = (overrides: Partial<Practice> = {}, at: string | null = origin) =>
  practiceRecord(aPractice(overrides), { origin: at, words });

const aBasket = (items: readonly BasketItem[], overrides: Partial<Basket> = {}): Basket => ({
  ...emptyBasket,
  title: '解纷五例',
  items,
  ...overrides,
});

const practice = (id: string): BasketItem => ({
  kind: 'practice',
  id,
  extent: 'brief',
  title: null,
});

const cunkou = recordOf({
  id: 'cunkou',
  sections: [aSection({ blocks: [aBlock({ id: 'p-a1', number: 1, lines: ['先听后劝。'] })] })],
  figures: [aFigure({ value: '1134', unit: '个', counts: '联络点', caveat: '未载受理多少' })],
  figurePlaces: [{ id: 'p-a1', number: 1 }],
  retiredParagraphs: [
    { id: 'p-old', text: '旧话', retiredOn: '2026-10-01', note: '本段已并入另一段', now: 'p-a1' },
    { id: 'p-gone', text: '旧话', retiredOn: '2026-10-01', note: '本段已删除', now: null },
  ],
});

function composed(items: readonly BasketItem[], overrides: Partial<Making> = {}, basket = {}) {
  return composeHandout(aBasket(items, basket), {
    gathered: {
      practice: (id) =>
        id === 'cunkou' ? { state: 'found', record: cunkou } : { state: 'unknown' },
      problem: () => ({ state: 'unknown' }),
      comparison: () => ({ state: 'unreachable' }),
    },
    day: '2026-11-29',
    address: null,
    home: `${origin}/`,
    release: { version: '2026.09.01', releasedOn: '2026-09-01' },
    hasAddress: true,
    words: handoutDocument,
    ...overrides,
  });
}

const referencesOf = ({ references }: HandoutDocument): string[] => references.map(plain);

test('what was put in comes back out of a file, rare characters and long notes included', () => {
  const note = '𠮷野家👩‍🏫说：“行”。\n'.repeat(4000);
  const basket = aBasket(
    [
      practice('cunkou'),
      { kind: 'problem', id: 'an-duo', extent: 'whole', title: '自己的题目' },
      { kind: 'practices', ids: ['a', 'b'], extent: 'brief', title: null },
      { kind: 'paragraph', practice: 'cunkou', paragraph: 'p-a1', title: null },
      { kind: 'figure', practice: 'cunkou', amount: '1134个', counts: '联络点', title: null },
      { kind: 'words', text: note, title: null },
      { kind: 'questions', text: '一？\n二？', title: '问' },
    ],
    { occasion: '市委党校\n王老师', style: 'apa-7' },
  );
  assert.ok(note.length > 50_000);
  for (const text of [
    writeBasket(basket),
    writeBasketFile(basket),
    `\uFEFF${writeBasket(basket)}`,
  ]) {
    assert.deepEqual(readBasket(text), { basket, faults: [] });
  }
});

test('what a basket of a later edition holds is kept as it came until the reader drops it', () => {
  const later = { kind: 'film', minutes: 3 };
  const text = JSON.stringify({
    handout: 9,
    title: '甲',
    occasion: 7,
    style: 'gbt-2035',
    items: [{ kind: 'practice', id: 'cunkou' }, later, { kind: 'practice', id: '../etc' }, null],
  });
  const { basket, faults } = readBasket(text);
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ['later', 'style', 'items'],
  );
  assert.ok(basket);
  assert.deepEqual(basket.items[0], practice('cunkou'));
  const written = JSON.parse(writeBasket(basket)) as { items: unknown[] };
  assert.deepEqual(written.items.slice(1), [later, { kind: 'practice', id: '../etc' }, null]);
  const { document, faults: told } = composed(basket.items);
  assert.equal(document.parts.length, 4);
  assert.deepEqual(
    told.map((fault) => fault === null),
    [true, false, false, false],
  );
});

test('what is no basket is refused with a reason', () => {
  const tooMany = { handout: 1, items: Array(mostItems + 1).fill({ kind: 'words', text: '' }) };
  for (const [text, kind] of [
    ['', 'unreadable'],
    ['{"handout":1,"items":[', 'unreadable'],
    ['[1]', 'other'],
    ['null', 'other'],
    ['{"name":"x","items":[]}', 'other'],
    [JSON.stringify(tooMany), 'tooMany'],
  ] as const) {
    const { basket, faults } = readBasket(text);
    assert.equal(basket, null, text);
    assert.equal(faults[0]?.kind, kind, text);
  }
});

test('signs that no printer and no XML file takes are left behind, words are not', () => {
  const { basket } = readBasket(
    JSON.stringify({ handout: 1, title: '甲\u0000乙\ud800', items: [], occasion: '一\r\n二\t三' }),
  );
  assert.equal(basket?.title, '甲乙');
  assert.equal(basket?.occasion, '一\n二\t三');
});

test('a button puts in what it names, and the same thing once', () => {
  const figure = itemOfButton('figure cunkou 1134个 联络点 和 站');
  assert.deepEqual(figure, {
    kind: 'figure',
    practice: 'cunkou',
    amount: '1134个',
    counts: '联络点 和 站',
    title: null,
  });
  assert.equal(itemOfButton('practice'), null);
  assert.equal(itemOfButton('film x'), null);
  const basket = aBasket([{ ...practice('a'), title: '改过的' } as BasketItem]);
  assert.ok(holds(basket, practice('a')));
  assert.ok(!holds(basket, practice('b')));
});

test('things move by one place and stay at the ends', () => {
  const basket = aBasket([practice('a'), practice('b')]);
  assert.deepEqual(moved(basket, 0, 1).items, [practice('b'), practice('a')]);
  assert.equal(moved(basket, 0, -1), basket);
  assert.equal(moved(basket, 1, 2), basket);
});

test('a work that is used twice has one number', () => {
  const { document } = composed([
    practice('cunkou'),
    { ...practice('cunkou'), extent: 'whole' } as BasketItem,
  ]);
  assert.equal(document.references.length, 1);
  assert.deepEqual(
    document.parts.map(({ references }) => references.map(({ text }) => text)),
    [['[1]'], ['[1]']],
  );
  assert.match(referencesOf(document)[0] ?? '', /^治理实践库编辑组\. .*\[2026-11-29\]/);
});

test('a figure and a paragraph are cited through our page, with their paragraph', () => {
  const items: readonly BasketItem[] = [
    { kind: 'figure', practice: 'cunkou', amount: '1134个', counts: '联络点', title: null },
    { kind: 'paragraph', practice: 'cunkou', paragraph: 'p-a1', title: null },
  ];
  const { document } = composed(items);
  assert.equal(document.references.length, 1);
  assert.match(referencesOf(document)[0] ?? '', /转引自：.*#p-a1/);
  const [figures] = document.parts[0]?.blocks ?? [];
  assert.equal(figures?.kind === 'figures' && figures.figures[0]?.caveat, '未载受理多少');
  assert.equal(document.parts[1]?.references[0]?.text, '[1]第1段');
  const apa = composed(items, {}, { style: 'apa-7' }).document.parts[0];
  assert.match(apa?.references[0]?.text ?? '', /as cited in .*, para\. 1\)/);
});

test('a paragraph that is gone leads to the one that took it in, or says that it is gone', () => {
  const { document, faults } = composed([
    { kind: 'paragraph', practice: 'cunkou', paragraph: 'p-old', title: null },
    { kind: 'paragraph', practice: 'cunkou', paragraph: 'p-gone', title: null },
    { kind: 'paragraph', practice: 'cunkou', paragraph: 'p-never', title: null },
    { kind: 'figure', practice: 'cunkou', amount: '7个', counts: '', title: null },
  ]);
  assert.match(faults[0] ?? '', /并入另一段.*下面是现在的那一段/);
  assert.match(faults[1] ?? '', /已删除/);
  assert.match(faults[2] ?? '', /没有这一段/);
  assert.match(faults[3] ?? '', /没有这个数字/);
  assert.ok(
    document.parts[0]?.blocks.some((block) => 'text' in block && block.text === '先听后劝。'),
  );
  assert.ok(!JSON.stringify(document).includes('旧话'), 'what was deleted is not quoted');
});

test('what is not found is said in its place, and nothing else is lost', () => {
  const { document, faults } = composed([practice('nobody'), practice('cunkou')]);
  assert.match(faults[0] ?? '', /没有找到/);
  assert.equal(faults[1], null);
  assert.equal(document.parts.length, 2);
  assert.match(JSON.stringify(document.parts[0]), /没有找到/);
});

test('a practice that was withdrawn says so above its words', () => {
  const record = recordOf({
    id: 'cunkou',
    state: 'retired',
    retired: { on: '2026-10-01', by: '编辑组', reason: '原文已更正', successor: null },
  });
  const { document } = composed([practice('cunkou')], {
    gathered: {
      practice: () => ({ state: 'found', record }),
      problem: () => ({ state: 'unknown' }),
      comparison: () => ({ state: 'unknown' }),
    },
  });
  const [note] = document.parts[0]?.blocks ?? [];
  assert.match(note?.kind === 'note' ? note.paragraphs.join() : '', /撤下。缘由：原文已更正/);
});

test('a library without an address prints none anywhere', () => {
  const record = recordOf({ id: 'cunkou' }, null);
  const { document } = composed([practice('cunkou')], {
    hasAddress: false,
    home: null,
    gathered: {
      practice: () => ({ state: 'found', record }),
      problem: () => ({ state: 'unknown' }),
      comparison: () => ({ state: 'unknown' }),
    },
  });
  assert.doesNotMatch(JSON.stringify(document), /\/practices\/|https?:/);
});

test('a problem on one page names a few places and says how many are left out', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((id) => recordOf({ id }));
  const problem: ProblemRecord = {
    id: 'an-duo',
    url: `${origin}/problems/an-duo/`,
    title: '案多人少',
    definition: '案件增长快于办案力量。',
    answers: [],
    unsaid: [],
    questions: [],
    practices: records.map(({ id }) => id),
    total: 9,
    changedOn: '2026-09-01',
  };
  const { document } = composed([{ kind: 'problem', id: 'an-duo', extent: 'brief', title: null }], {
    gathered: {
      practice: (id) => {
        const record = records.find((each) => each.id === id);
        return record ? { state: 'found', record } : { state: 'unknown' };
      },
      problem: () => ({ state: 'found', record: problem }),
      comparison: () => ({ state: 'unknown' }),
    },
  });
  const blocks = document.parts[0]?.blocks ?? [];
  const table = blocks.find(({ kind }) => kind === 'table');
  assert.equal(table?.kind === 'table' && table.rows.length, 4);
  assert.match(JSON.stringify(blocks), /另有 5 篇没有列/);
  assert.equal(document.references.length, 5, 'the page itself and those it shows');
});

test('the same basket makes the same document on the same day', () => {
  const items: readonly BasketItem[] = [
    practice('cunkou'),
    { kind: 'words', text: '甲', title: null },
  ];
  assert.equal(JSON.stringify(composed(items)), JSON.stringify(composed(items)));
});

test('what a browser cites from a record is what the page cites, for every kind of source', () => {
  const publication = { origin, words };
  for (const source of Object.values(everyKindOfSource)) {
    const whole = aPractice({ source });
    const record = practiceRecord(whole, publication);
    for (const style of citationStyles) {
      const context = { accessedOn: '2026-11-29', locator: { paragraph: 1, anchor: 'p-a1' } };
      assert.equal(
        plain(formatReference(pageOfRecord(record, true), style, context)),
        plain(formatReference(toCitable(whole, publication), style, context)),
      );
      const { reference, inText } = citedThrough(
        originalOfRecord(record, words.source),
        pageOfRecord(record, true),
        style,
        context,
      );
      const expected = secondaryCitation(whole, style, { ...context, ...publication });
      assert.equal(plain(reference), plain(expected.reference), `${source.kind} ${style}`);
      assert.deepEqual(inText, expected.inText);
    }
  }
});

test('every kind of thing is read out of the file of a basket, and what is none is told by its place', () => {
  const good = [
    { kind: 'practice', id: 'a-1', extent: 'whole', title: '甲' },
    { kind: 'problem', id: 'b' },
    { kind: 'comparison', id: 'c', extent: 'brief' },
    { kind: 'practices', ids: ['a', 'b'] },
    { kind: 'paragraph', practice: 'a', paragraph: 'p-1' },
    { kind: 'figure', practice: 'a', amount: '3名', counts: '调解员' },
    { kind: 'words', text: '一\r\n二\u0007' },
    { kind: 'questions', text: '问' },
  ];
  const bad = [
    ...[null, [], 'a', { kind: 'other', id: 'a' }, { kind: 'practice', id: 'A' }],
    ...[
      { kind: 'practice', id: 'a'.repeat(201) },
      { kind: 'practices', ids: [] },
    ],
    ...[
      { kind: 'practices', ids: ['a', ''] },
      { kind: 'practices', ids: 'a' },
    ],
    ...[
      { kind: 'paragraph', practice: 'a' },
      { kind: 'paragraph', paragraph: 'p-1' },
    ],
    ...[
      { kind: 'figure', practice: 'a', amount: 3, counts: '' },
      { kind: 'words', text: 1 },
    ],
  ];
  const read = (items: readonly unknown[], more: object = {}) =>
    readBasket(`\uFEFF${JSON.stringify({ handout: 1, items, ...more })}`);
  const { basket, faults } = read(good);
  assert.deepEqual(faults, []);
  assert.deepEqual(basket?.items, [
    { kind: 'practice', id: 'a-1', extent: 'whole', title: '甲' },
    { kind: 'problem', id: 'b', extent: 'brief', title: null },
    { kind: 'comparison', id: 'c', extent: 'brief', title: null },
    { kind: 'practices', ids: ['a', 'b'], extent: 'brief', title: null },
    { kind: 'paragraph', practice: 'a', paragraph: 'p-1', title: null },
    { kind: 'figure', practice: 'a', amount: '3名', counts: '调解员', title: null },
    { kind: 'words', text: '一\n二', title: null },
    { kind: 'questions', text: '问', title: null },
  ]);
  const damaged = read([good[0], ...bad]);
  assert.deepEqual(damaged.faults, [{ kind: 'items', places: bad.map((_, at) => at + 2) }]);
  assert.deepEqual(
    damaged.basket?.items.slice(1),
    bad.map((raw) => ({ kind: 'unknown', raw })),
  );
  const later = read([], { handout: 99, style: 'none'.repeat(20), title: 5 });
  assert.deepEqual(later.faults, [
    { kind: 'later', version: 99 },
    { kind: 'style', style: 'none'.repeat(10) },
  ]);
  assert.equal(later.basket?.title, '');
  for (const text of ['{', '[]', 'null', '5', '{"handout":"1","items":[]}', '{"handout":1}']) {
    assert.equal(readBasket(text).basket, null, text);
  }
});
