import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedReferences, referenceLines } from '../look/references.ts';

test('every style cites every kind of work as it was approved', () => {
  const [approved, now] = [approvedReferences().split('\n'), referenceLines().split('\n')];
  const changed = now.flatMap((line, at) => (line === approved[at] ? [] : [[approved[at], line]]));
  assert.deepEqual(
    changed,
    [],
    'Hold the lines against the standard; if they are meant: node tests/look/approve-sheets.ts',
  );
  assert.equal(now.length, approved.length);
});
