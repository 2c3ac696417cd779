import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignmentOf } from '#domain/editing/alignment.ts';

/** As it was taken in and cleaned; the table is one block. */
const blocks = [
  '一、桌子摆在哪里',
  '全区46个小区摆出了议事桌，楼组长坐班。',
  '环节 谁来做\n收 楼组长',
  '下一步再说。',
];
/** As the gate reads the same file. */
const document = [
  '一、桌子摆在哪里',
  '全区４６个小区摆出了议事桌，楼组长坐\u00AD班。',
  '环节',
  '谁来做',
  '删去的一段',
  '收',
  '楼组长',
  '下一步再说。',
];
const alignment = alignmentOf(blocks, document);

test('paragraphs of a document are found in the blocks an editor sees', () => {
  assert.deepEqual(alignment.blockOf, [0, 1, 2, 2, null, 2, 2, 3]);
});

test('words selected in a cleaned source are those of the document, and back', () => {
  const spot = { block: 1, from: 2, to: 7 };
  const stretches = alignment.stretchesOf(spot);
  assert.deepEqual(stretches, [{ paragraph: 1, start: 2, end: 7 }]);
  const [stretch] = stretches;
  assert.ok(stretch);
  assert.deepEqual(alignment.spotsOf(stretch), [spot]);
});

test('a selection across the cells of a table is several paragraphs', () => {
  assert.deepEqual(
    alignment.stretchesOf({ block: 2, from: 2, to: 8 }).map(({ paragraph }) => paragraph),
    [3, 5, 6],
  );
  assert.deepEqual(alignment.spotsOf({ paragraph: 4, start: 0, end: 3 }), []);
});

test('a paragraph that stands in two blocks is marked in both, and a sign of two letters once', () => {
  const halves = alignmentOf(['重５㎏的', '两箱'], ['重5kg的两箱']);
  assert.deepEqual(halves.spotsOf({ paragraph: 0, start: 1, end: 6 }), [
    { block: 0, from: 1, to: 4 },
    { block: 1, from: 0, to: 1 },
  ]);
  assert.deepEqual(halves.spotsOf({ paragraph: 0, start: 0, end: 7 }), [
    { block: 0, from: 0, to: 4 },
    { block: 1, from: 0, to: 2 },
  ]);
  assert.deepEqual(halves.spotsOf({ paragraph: 1, start: 0, end: 7 }), []);
  assert.deepEqual(halves.stretchesOf({ block: 0, from: 2, to: 3 }), [
    { paragraph: 0, start: 2, end: 4 },
  ]);
  assert.deepEqual(halves.stretchesOf({ block: 2, from: 0, to: 3 }), []);
});

test('a few words far off are another paragraph’s, many are not, and each is looked for behind the last', () => {
  const blockOf = (before: number, words: string): readonly (number | null)[] =>
    alignmentOf(['治'.repeat(before), words], [words]).blockOf;
  assert.deepEqual(blockOf(200, '短话'), [1]);
  assert.deepEqual(blockOf(201, '短话'), [null]);
  assert.deepEqual(blockOf(201, '一二三四五六七八九十甲乙丙丁戊己庚辛壬'), [null]);
  assert.deepEqual(blockOf(201, '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'), [1]);
  assert.deepEqual(alignmentOf(['甲乙', '甲乙'], ['甲乙', '甲乙', '甲乙', '']).blockOf, [
    ...[0, 1, null, null],
  ]);
});
