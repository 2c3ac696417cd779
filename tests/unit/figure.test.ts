import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containsFigure, figureText, placesOf, placesOfFigure } from '#domain/figures/figure.ts';
import { aBlock, aFigure, aSection } from './builders.ts';

for (const { line, wanted, found } of [
  { line: '设微法庭1134个。', wanted: '1134个', found: true },
  { line: '设微法庭11134个。', wanted: '1134个', found: false },
  { line: '增长15.3%。', wanted: '5.3%', found: false },
  { line: '增长15.3%，另一项增长5.3%。', wanted: '5.3%', found: true },
  { line: '培训数十人。', wanted: '数十人', found: true },
  { line: '第3数十人。', wanted: '数十人', found: true },
  { line: '整合60余家部门。', wanted: '60家', found: false },
  { line: '', wanted: '1个', found: false },
]) {
  test(`${wanted} ${found ? 'stands' : 'does not stand'} in “${line}”`, () => {
    assert.equal(containsFigure(line, wanted), found);
  });
}

const wanted = aFigure({ value: '96', unit: '%' });
const placeIn = (...blocks: ReturnType<typeof aBlock>[]) =>
  placesOf([wanted], [aSection({ blocks })]);

test('a figure leads to the first paragraph that gives it', () => {
  assert.deepEqual(
    placeIn(
      aBlock({ id: 'p-none', number: 1, lines: ['没有数字。'] }),
      aBlock({ id: 'p-first', number: 2, lines: ['标题', '化解率96%。'] }),
      aBlock({ id: 'p-second', number: 3, lines: ['化解率96%。'] }),
    ),
    [{ id: 'p-first', number: 2 }],
  );
});

test('a figure that stands only in an editor’s note leads nowhere', () => {
  assert.deepEqual(placeIn(aBlock({ id: null, number: null, lines: ['96%'] })), [null]);
});

test('a figure is written without a blank before its unit', () => {
  assert.equal(figureText(wanted), '96%');
});

test('a figure that is the beginning or the end of another is not found in it', () => {
  assert.equal(containsFigure('上升3个百分点', '3个'), false);
  assert.equal(containsFigure('接待3人次', '3人'), false);
  assert.equal(containsFigure('共1,134个', '134个'), false);
  assert.equal(containsFigure('有数十名', '十名'), false);
  assert.equal(containsFigure('先有13个，后有3个', '3个'), true);
});

test('at the start of a line a figure is told from a longer one as anywhere', () => {
  assert.equal(containsFigure('1134个联络点', '134个'), false);
  assert.equal(containsFigure('134个联络点', '134个'), true);
});

test('the decimals of a number are no figure of their own', () => {
  assert.equal(containsFigure('增长15.3%', '3%'), false);
  assert.equal(containsFigure('3.十名', '十名'), false);
  assert.equal(containsFigure('共1，134个', '134个'), false);
});

test('a number behind a comma that ends a clause is a figure of its own', () => {
  assert.equal(containsFigure('有所增加,3个', '3个'), true);
});

test('a unit that is the beginning of another is not taken for it', () => {
  for (const [line, wanted] of [
    ['用3个工作日', '3个'],
    ['等3个月', '3个'],
    ['受理5件次', '5件'],
    ['接待5场次', '5场'],
    ['立案3万件', '3万'],
    ['办案5百件', '5百'],
    ['用了3年半', '3年'],
    ['过了1年代', '1年'],
  ] as const) {
    assert.equal(containsFigure(line, wanted), false, `${wanted} in ${line}`);
  }
  assert.equal(containsFigure('用了3个人，月月如此', '3个'), true);
  assert.equal(containsFigure('派出5人，次日返回', '5人'), true);
});

test('every place where a figure stands is found, and none where it is part of another', () => {
  assert.deepEqual(placesOfFigure('3个点、13个人、3个村', '3个'), [0, 9]);
  assert.deepEqual(placesOfFigure('3个点', ''), []);
});

test('a paragraph without a number has no place to lead to', () => {
  assert.deepEqual(placeIn(aBlock({ id: 'p-a', number: null, lines: ['96%'] })), [null]);
  assert.deepEqual(placeIn(aBlock({ id: null, number: 3, lines: ['96%'] })), [null]);
});
