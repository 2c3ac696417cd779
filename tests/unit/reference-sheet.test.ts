import { test } from 'node:test';
import { approvedReferences, referenceLines } from '../look/references.ts';
import { assertApproved } from './approved-lines.ts';

test('every style cites every kind of work as it was approved', () => {
  assertApproved(
    approvedReferences(),
    referenceLines(),
    'Hold the lines against the standard; if they are meant: node tests/look/approve-sheets.ts',
  );
});
