import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit, type Latest } from '#domain/site/last-visit.ts';

const aPractice = (id: string, edition = 1): Latest => ({ id, edition, title: id });
const day = 24 * 60 * 60 * 1000;
const first = visit(null, [aPractice('one'), aPractice('two')], 0);

test('a reader who comes for the first time is told nothing', () => {
  assert.deepEqual(first.since, []);
});

test('a reader who comes back hears of what was added and what was changed', () => {
  const latest = [aPractice('three'), aPractice('two', 2), aPractice('one')];
  const { since, isAll } = visit(first.keep, latest, day);
  assert.deepEqual(since, [aPractice('three'), aPractice('two', 2)]);
  assert.equal(isAll, true);
});

test('who goes on reading and looks again is told the same, until the next visit', () => {
  const latest = [aPractice('three'), aPractice('one')];
  const back = visit(first.keep, latest, day);
  const again = visit(back.keep, latest, day + 60_000);
  assert.deepEqual(again.since, [aPractice('three')]);
  assert.deepEqual(visit(again.keep, latest, 2 * day).since, []);
});

test('after a long absence the list says that there may be more', () => {
  assert.equal(visit(first.keep, [aPractice('ninety')], 365 * day).isAll, false);
});

test('what is kept and cannot be read counts as a first visit', () => {
  for (const kept of ['', '{', '[]', '{"seen":[1],"looked":[],"at":0}', 'null']) {
    assert.deepEqual(visit(kept, [aPractice('one')], 0).since, [], kept);
  }
});

test('a reader whose clock was years ahead hears of news again once it is right', () => {
  const ahead = visit(null, [aPractice('one')], 3650 * day);
  const latest = [aPractice('two'), aPractice('one')];
  assert.deepEqual(visit(ahead.keep, latest, day).since, [aPractice('two')]);
});
