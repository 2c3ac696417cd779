import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { atOnce } from '#build/pagefind/indexers.ts';

test('as much is done at once as allowed, and results stand where their items stood', async () => {
  let [now, most] = [0, 0];
  const doubled = await atOnce(3, [40, 10, 20, 5, 0, 1], async (item) => {
    now += 1;
    most = Math.max(most, now);
    await wait(item);
    now -= 1;
    return item * 2;
  });
  assert.deepEqual(doubled, [80, 20, 40, 10, 0, 2]);
  assert.equal(most, 3);
});

test('what goes wrong with one of them is told', async () => {
  const broken = atOnce(2, ['ok', 'broken'], async (item) => {
    await wait(1);
    if (item === 'broken') throw new Error('No space left on device');
  });
  await assert.rejects(broken, /No space left/);
});
