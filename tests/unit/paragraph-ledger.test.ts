import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  carryForward,
  emptyLedger,
  idsOf,
  likeness,
  type ParagraphLedger,
} from '#domain/practice/paragraph-ledger.ts';

const grids = '源头有微网格，网格员每天巡查，发现苗头就上报到社区汇聚平台。';
const street = '街道设综治中心，疑难的事启动吹哨报到，几个部门一起办。';
const district = '区级只接跨域的复杂矛盾，首接负责，联动调处，司法兜底。';

/** Ids in the order of minting: p-1, p-2, … */
function counting(): (text: string, taken: ReadonlySet<string>) => string {
  let count = 0;
  return (_text, taken) => {
    do count += 1;
    while (taken.has(`p-${count}`));
    return `p-${count}`;
  };
}

const on = '2026-12-01';
const carried = (ledger: ParagraphLedger, texts: readonly string[]) =>
  carryForward(ledger, texts, { on, mint: counting() });

const published = carried(emptyLedger, [grids, street, district]).ledger;

test('a first registration gives every paragraph an id', () => {
  assert.deepEqual(
    published.paragraphs.map(({ id }) => id),
    ['p-1', 'p-2', 'p-3'],
  );
});

test('an edited paragraph keeps its id', () => {
  const edited = street.replace('几个部门一起办', '各部门协同处置');
  const {
    ledger,
    edited: changes,
    minted,
    retired,
  } = carried(published, [grids, edited, district]);
  assert.equal(ledger.paragraphs[1]?.id, 'p-2');
  assert.equal(ledger.paragraphs[1]?.text, edited);
  assert.deepEqual([changes.length, minted.length, retired.length], [1, 0, 0]);
});

test('paragraphs that change places take their ids along', () => {
  const { ledger } = carried(published, [district, grids, street]);
  assert.deepEqual(
    ledger.paragraphs.map(({ id }) => id),
    ['p-3', 'p-1', 'p-2'],
  );
});

test('a paragraph split in two keeps its id on the larger part', () => {
  const [first, second] = ['源头有微网格，网格员每天巡查，发现苗头', '就上报到社区汇聚平台。'];
  const { ledger, minted } = carried(published, [first, second, street, district]);
  assert.equal(ledger.paragraphs[0]?.id, 'p-1');
  assert.deepEqual(
    minted.map(({ text }) => text),
    [second],
  );
});

test('a paragraph taken into another one leaves a note that leads there', () => {
  const { ledger, retired } = carried(published, [grids, `${street}${district}`]);
  const [gone] = retired;
  assert.equal(retired.length, 1);
  assert.equal(gone?.note, '本段已并入另一段');
  assert.equal(gone?.now, ledger.paragraphs[1]?.id);
});

test('a deleted paragraph is retired with the day and never comes back under another text', () => {
  const { ledger, retired } = carried(published, [grids, district]);
  assert.deepEqual(
    retired.map(({ id, retiredOn, note, now }) => ({ id, retiredOn, note, now })),
    [{ id: 'p-2', retiredOn: on, note: '本段已删除', now: null }],
  );
  const later = carried(ledger, [grids, district, '一段全新的话，与前面都没有关系。']).ledger;
  assert.equal(later.paragraphs[2]?.id, 'p-4');
  assert.equal(later.retired.length, 1);
});

test('a rewritten paragraph with nothing left of the old one is a new paragraph', () => {
  const { minted, retired } = carried(published, [grids, '经费从哪里来，原文没有说。', district]);
  assert.equal(minted.length, 1);
  assert.equal(retired[0]?.id, 'p-2');
});

test('equal paragraphs each have an id of their own', () => {
  const { ledger } = carried(emptyLedger, ['以下是编者的看法。', '以下是编者的看法。']);
  assert.deepEqual(idsOf(ledger, ['以下是编者的看法。', '以下是编者的看法。']), ['p-1', 'p-2']);
});

test('a paragraph the register does not hold word for word has no id', () => {
  assert.deepEqual(idsOf(published, [grids, `${street}。`]), ['p-1', null]);
});

test('likeness looks at words, not at punctuation or blanks', () => {
  assert.equal(likeness('网格员，每天巡查。', '网格员每天 巡查'), 1);
  assert.equal(likeness('网格员每天巡查', '经费由财政保障'), 0);
});

const idsIn = ({ ledger }: ReturnType<typeof carried>): string[] =>
  ledger.paragraphs.map(({ id }) => id);

/** A register that holds one text as `p-1`. */
const registered = (text: string): ParagraphLedger => carried(emptyLedger, [text]).ledger;

test('a paragraph of which half stands is the same paragraph, of which less stands is another', () => {
  assert.deepEqual(idsIn(carried(registered('甲乙丙'), ['甲乙丁'])), ['p-1']);
  assert.deepEqual(idsIn(carried(registered('甲乙丙丁'), ['甲乙戊己'])), ['p-2']);
});

test('of two paragraphs that look like the old one the likest keeps its id, whichever comes first', () => {
  const before = registered('甲乙丙丁戊己庚辛');
  const [liker, less] = ['甲乙丙丁戊己庚', '甲乙丙丁戊壬癸'];
  assert.deepEqual(idsIn(carried(before, [less, liker])), ['p-2', 'p-1']);
  assert.deepEqual(idsIn(carried(before, [liker, less])), ['p-1', 'p-2']);
});

test('a paragraph that stands unchanged keeps its id, however like it another is', () => {
  assert.deepEqual(idsIn(carried(registered(street), [`${street}${street}`, street])), [
    'p-2',
    'p-1',
  ]);
});

test('a paragraph was taken in where most of it stands in another, and deleted where less does', () => {
  const other = '春夏秋冬东南西北梅兰竹菊琴棋书画';
  const became = (text: string) => carried(registered('甲乙丙丁戊己'), [text]).retired[0];
  assert.equal(became(`${other}甲乙丙丁`)?.note, '本段已并入另一段');
  assert.equal(became(`${other}甲乙丙丁`)?.now, 'p-2');
  assert.equal(became(`${other}甲乙丙`)?.note, '本段已删除');
});

test('a paragraph that comes back word for word comes back under its id, and is away no longer', () => {
  const away = carried(published, [grids, district]).ledger;
  const back = carried(away, [grids, street, district]);
  assert.deepEqual(idsIn(back), ['p-1', 'p-2', 'p-3']);
  assert.deepEqual([back.minted, back.ledger.retired], [[], []]);
});

test('what comes back twice comes back once under the old id', () => {
  const away = carried(published, [grids, district]).ledger;
  assert.deepEqual(idsIn(carried(away, [grids, district, street, street])), [
    'p-1',
    'p-3',
    'p-2',
    'p-4',
  ]);
});

test('who follows a link to a paragraph taken in by one that is gone too comes to the last of them', () => {
  const long = `${street}${district}`;
  const first = carried(published, [grids, long]).ledger;
  const taker = first.retired[0]?.now;
  assert.ok(taker);
  const second = carried(first, [grids, `${long}${'春夏秋冬东南西北梅兰竹菊琴棋书画'.repeat(6)}`]);
  const leadsTo = new Map(second.ledger.retired.map(({ id, now }) => [id, now]));
  const standing = idsIn(second)[1] ?? '';
  assert.ok(leadsTo.size >= 2);
  assert.deepEqual([...new Set(leadsTo.values())], [standing]);
});

test('who follows a link to a paragraph that is gone without a trace is led nowhere', () => {
  const first = carried(published, [grids, `${street}${district}`]).ledger;
  const second = carried(first, [grids]).ledger;
  assert.ok(second.retired.length >= 2);
  assert.deepEqual(
    second.retired.filter(({ now }) => now !== null),
    [],
  );
});

test('words that come again and again count as often as both texts have them', () => {
  assert.equal(likeness('哈哈哈哈', '哈哈'), 0.5);
  assert.equal(likeness('哈哈', '哈哈哈哈'), 0.5);
  assert.equal(likeness('', ''), 1);
});
