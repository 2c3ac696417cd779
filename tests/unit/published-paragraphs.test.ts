import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostParagraphs, type PublishedLibrary } from '#domain/practice/published-paragraphs.ts';

const aLibrary = (ids: readonly string[], retired: readonly string[] = []): PublishedLibrary => ({
  practices: [
    {
      id: 'cunkou',
      text: [{ paragraphs: [...ids.map((id) => ({ id })), { id: null }] }],
      retiredParagraphs: retired.map((id) => ({ id })),
    },
  ],
});

test('a published paragraph that the next site does not know at all is lost', () => {
  assert.deepEqual(lostParagraphs(aLibrary(['p-a', 'p-b']), aLibrary(['p-a', 'p-c'])), [
    { practice: 'cunkou', id: 'p-b' },
  ]);
});

test('a paragraph that was retired is not lost', () => {
  assert.deepEqual(lostParagraphs(aLibrary(['p-a', 'p-b']), aLibrary(['p-a'], ['p-b'])), []);
});

test('a retired paragraph may not be forgotten later', () => {
  assert.deepEqual(lostParagraphs(aLibrary(['p-a'], ['p-b']), aLibrary(['p-a'])), [
    { practice: 'cunkou', id: 'p-b' },
  ]);
});

test('new paragraphs and new practices lose nothing', () => {
  assert.deepEqual(lostParagraphs({ practices: [] }, aLibrary(['p-a'])), []);
});
