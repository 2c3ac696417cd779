import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedOfficeLook, officeLook } from '../look/office.ts';

test('handouts look in Word and on slides as they were approved', async () => {
  const [approved, now] = [approvedOfficeLook(), await officeLook()];
  const changed = Object.keys({ ...approved, ...now }).filter(
    (part) => approved[part] !== now[part],
  );
  assert.deepEqual(
    changed,
    [],
    'Open a handout in Word and in WPS; if the change is meant: node tests/look/approve-sheets.ts',
  );
});
