import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Beside } from '#build/beside.ts';
import { isDiskFull } from '#build/linked-tree.ts';
import { refusalIn } from '#refusal.ts';
import type { Task } from './beside-colleague.ts';

const colleague = () => new Beside<Task, number>(new URL('./beside-colleague.ts', import.meta.url));
const other = colleague();
after(() => other.end());

const failureOf = (task: Task, of = other): Promise<unknown> =>
  of.ask(task).then(
    () => assert.fail(`It answered ${task}.`),
    (error: unknown) => error,
  );

test('work done beside is told as it goes, and answered', async () => {
  let steps = 0;
  assert.equal(await other.ask('count', (more) => (steps += more)), 3);
  assert.equal(steps, 3);
});

test('a refusal beside reaches an editor in its own words', async () => {
  const error = await failureOf('refuse');
  assert.equal(refusalIn(error)?.message, '内容被改动，请再运行一次。');
});

test('a full disk is known as one wherever it was met', async () => {
  assert.ok(isDiskFull(await failureOf('fail')));
});

test('after a failure the next request is answered', async () => {
  await failureOf('fail');
  assert.equal(await other.ask('count'), 3);
});

test('nobody waits for a process that was killed', async () => {
  assert.match(String(await failureOf('die', colleague())), /SIGKILL/);
});
