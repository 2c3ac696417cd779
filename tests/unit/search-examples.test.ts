import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchExamples } from '#domain/search/examples.ts';
import { aPractice, aTerm } from './builders.ts';

test('the search box names what this library holds, and nothing of another', () => {
  const terms = [
    aTerm({ id: 'shuoshi', label: '说事会' }),
    aTerm({ id: 'liandian', label: '联络点' }),
  ];
  const newest = aPractice({ id: 'newest', usedTerms: ['liandian'] });
  const others = ['a', 'b'].map((id) =>
    aPractice({ id, usedTerms: ['shuoshi', 'liandian-of-others'] }),
  );
  assert.deepEqual(searchExamples([newest, ...others], terms), ['说事会', newest.region.label]);
});

test('without an explained term it names a topic, and an empty library names nothing', () => {
  const only = aPractice({ id: 'only', usedTerms: [] });
  assert.deepEqual(searchExamples([only], []), [only.topics[0]?.label, only.region.label]);
  assert.deepEqual(searchExamples([], []), []);
});
