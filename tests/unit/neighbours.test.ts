import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursByTopic } from '#domain/practice/neighbours.ts';
import { aPractice, aTopic } from './builders.ts';

const shared = aTopic({ id: 'shared' });
const lone = aTopic({ id: 'lone' });
const first = aPractice({ id: 'first', topics: [shared] });
const middle = aPractice({ id: 'middle', topics: [lone, shared] });
const unrelated = aPractice({ id: 'unrelated', topics: [aTopic({ id: 'else' })] });
const last = aPractice({ id: 'last', topics: [shared] });
const library = [first, middle, unrelated, last];

const stepsOf = (practice: typeof first) =>
  neighboursByTopic(practice, library).map(({ topic, previous, next }) => [
    topic.id,
    previous?.id ?? null,
    next?.id ?? null,
  ]);

test('a reader steps through a topic, past what is not in it', () => {
  assert.deepEqual(stepsOf(middle), [['shared', 'first', 'last']]);
});

test('the first has nothing before it and the last nothing after', () => {
  assert.deepEqual(stepsOf(first), [['shared', null, 'middle']]);
  assert.deepEqual(stepsOf(last), [['shared', 'middle', null]]);
});

test('a topic with one practice offers no step', () => {
  assert.deepEqual(stepsOf(unrelated), []);
});
