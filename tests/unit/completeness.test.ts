import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completenessOf } from '#domain/completeness.ts';
import { aClaim, aPractice, aSource } from './builders.ts';

test('the periodical, lost in every scan, is always named as missing', () => {
  const { missing } = completenessOf(aPractice({ conditions: [aClaim()], limits: [aClaim()] }));
  assert.deepEqual(missing, ['刊名', '年、期、页码']);
});

test('what is known and what is missing add up to all', () => {
  for (const practice of [aPractice(), aPractice({ figures: [], outcomes: [] })]) {
    const { known, all, missing } = completenessOf(practice);
    assert.equal(known + missing.length, all);
  }
});

test('a lost title and an unknown time are named', () => {
  const source = aSource({ title: null, titleNote: '扫描件缺', writtenAfter: null });
  const { missing } = completenessOf(aPractice({ source }));
  assert.ok(missing.includes('原题'));
  assert.ok(missing.includes('成文时间'));
});

test('one bound is enough to know something of the time', () => {
  const source = aSource({
    writtenAfter: null,
    writtenBefore: { on: '2023', evidence: '文中所述' },
  });
  assert.ok(!completenessOf(aPractice({ source })).missing.includes('成文时间'));
});
