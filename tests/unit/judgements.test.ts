import '../reading-library.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedJudgements, judgementLines } from '../look/judgements.ts';

test('passages and references are told what they were told when it was approved', () => {
  const [approved, now] = [approvedJudgements().split('\n'), judgementLines().split('\n')];
  const changed = now.flatMap((line, at) => (line === approved[at] ? [] : [[approved[at], line]]));
  assert.deepEqual(
    changed,
    [],
    'Read the lines as an editor would; if they are meant: node tests/look/approve-sheets.ts',
  );
  assert.equal(now.length, approved.length);
});
