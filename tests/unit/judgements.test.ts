import '../reading-library.ts';
import { test } from 'node:test';
import { approvedJudgements, judgementLines } from '../look/judgements.ts';
import { assertApproved } from './approved-lines.ts';

test('passages and references are told what they were told when it was approved', () => {
  assertApproved(
    approvedJudgements(),
    judgementLines(),
    'Read the lines as an editor would; if they are meant: node tests/look/approve-sheets.ts',
  );
});
