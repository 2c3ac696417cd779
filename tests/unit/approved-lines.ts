import assert from 'node:assert/strict';

/** Holds lines against those that were approved; `remedy` says what to do about lines that are others. */
export function assertApproved(approvedText: string, nowText: string, remedy: string): void {
  const [approved, now] = [approvedText.split('\n'), nowText.split('\n')];
  const changed = now.flatMap((line, at) => (line === approved[at] ? [] : [[approved[at], line]]));
  assert.deepEqual(changed, [], remedy);
  assert.equal(now.length, approved.length);
}
