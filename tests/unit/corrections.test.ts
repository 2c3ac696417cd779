import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionsOf } from '#domain/practice/corrections.ts';
import { aChange, aPractice } from './builders.ts';

test('a first publication is no correction', () => {
  assert.deepEqual(correctionsOf([aPractice()]), []);
});

test('readers see the newest correction first, whatever practice it belongs to', () => {
  const early = aChange({ edition: 2, changedOn: '2026-10-01', note: '改正署名职务' });
  const late = aChange({ edition: 2, changedOn: '2026-11-01', note: '补一个数字' });
  const corrections = correctionsOf([
    aPractice({ id: 'a', edition: 2, changes: [early, aChange()] }),
    aPractice({ id: 'b', edition: 2, changes: [late, aChange()] }),
  ]);
  assert.deepEqual(
    corrections.map(({ practice, change }) => [practice.id, change.note]),
    [
      ['b', '补一个数字'],
      ['a', '改正署名职务'],
    ],
  );
});
