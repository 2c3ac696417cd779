import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodOf, writtenPeriod } from '#domain/practice/written.ts';
import { text as words } from '#words/index.ts';
import { aDateBound, aSource } from './builders.ts';

const bound = (on: string | null) => (on === null ? null : aDateBound({ on }));

for (const { after, before, says, countsUnder } of [
  { after: null, before: null, says: null, countsUnder: '待考' },
  { after: '2022-10', before: null, says: '不早于 2022 年 10 月', countsUnder: '不早于 2022 年' },
  { after: null, before: '2021', says: '不晚于 2021 年', countsUnder: '不晚于 2021 年' },
  {
    after: '2021-03-07',
    before: '2022',
    says: '不早于 2021 年 3 月 7 日，不晚于 2022 年',
    countsUnder: '不早于 2021 年',
  },
  {
    after: '2023-01',
    before: '2023-12',
    says: '不早于 2023 年 1 月，不晚于 2023 年 12 月',
    countsUnder: '2023 年',
  },
]) {
  test(`a source after ${after ?? '?'} and before ${before ?? '?'} is dated no closer than that`, () => {
    const source = aSource({ writtenAfter: bound(after), writtenBefore: bound(before) });
    assert.equal(writtenPeriod(source, words.source), says);
    assert.equal(periodOf(source).label, countsUnder);
  });
}

test('a month and a day lose their leading nought', () => {
  assert.equal(words.dates.inWords('2023-07-01'), '2023 年 7 月 1 日');
});
