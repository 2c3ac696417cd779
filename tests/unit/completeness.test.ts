import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completenessOf } from '#domain/practice/completeness.ts';
import type { Source } from '#domain/practice/source.ts';
import { aClaim, aJournalSource, aPractice, aSource, anInterviewSource } from './builders.ts';

const told = (source: Source) =>
  completenessOf(aPractice({ conditions: [aClaim()], limits: [aClaim()], source }));

test('the periodical, lost in every scan, is always named as unknown', () => {
  assert.deepEqual(told(aSource()).unknown, ['journal', 'yearInBrief', 'issueInBrief', 'pages']);
});

test('what the source does not say is told apart from what we do not know', () => {
  const { notInSource, unknown } = completenessOf(aPractice({ figures: [], outcomes: [] }));
  assert.deepEqual(notInSource, ['figures', 'outcomes', 'conditions', 'limits']);
  assert.ok(!unknown.some((name) => name.startsWith('condition')));
});

test('a lost title, a lost signature and an unknown time are named', () => {
  const source = aSource({
    title: 'unknown',
    titleNote: '扫描件缺',
    bylines: [],
    authorsUnknown: true,
    writtenAfter: null,
  });
  assert.deepEqual(told(source).unknown.slice(0, 3), ['title', 'byline', 'written']);
});

test('one bound is enough to know something of the time', () => {
  const source = aSource({
    writtenAfter: null,
    writtenBefore: { on: '2023', evidence: '文中所述' },
  });
  assert.ok(!told(source).unknown.includes('written'));
});

test('a journal article with all its data lacks nothing', () => {
  assert.deepEqual(told(aJournalSource()), { notInSource: [], unknown: [] });
});

test('of a journal article only what is to be found is named, not what it never had', () => {
  const source = aJournalSource({ issue: 'unknown', pages: 'none' });
  assert.deepEqual(told(source).unknown, ['issue']);
});

test('an interview is not asked for a periodical, and nobody misses a signature on unsigned work', () => {
  assert.deepEqual(told(anInterviewSource()).unknown, []);
  assert.deepEqual(told(anInterviewSource({ bylines: [] })).unknown, []);
  assert.deepEqual(told(anInterviewSource({ holder: 'unknown' })).unknown, ['holder']);
});
