import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containsFigure, figureText, placesOf } from '#domain/figures/figure.ts';
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
