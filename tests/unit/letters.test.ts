import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byLetter, letterId, lettersOf } from '#domain/lists/letters.ts';
import { readingOf } from '#pronunciation.ts';
import { anAuthor, aTerm } from './builders.ts';

const terms = ['诉源治理', '“八五”普法', '1+5+N', '司法救助'].map((label) =>
  aTerm({ id: label, label }),
);

test('entries stand by pinyin under their letters, quotation marks aside, numerals under #', () => {
  assert.deepEqual(
    byLetter(terms, readingOf).map(({ letter, items }) => [
      letter,
      ...items.map(({ label }) => label),
    ]),
    [
      ['#', '1+5+N'],
      ['B', '“八五”普法'],
      ['S', '司法救助', '诉源治理'],
    ],
  );
});

test('an author stands where the list says the name is read, not where characters are read', () => {
  const author = anAuthor({ label: '单晓武', pinyin: 'Shan Xiaowu' });
  assert.equal(byLetter([author], readingOf)[0]?.letter, 'S');
});

test('a reader sees how many entries each letter has, and a letter has an address', () => {
  const letters = lettersOf(terms, readingOf);
  assert.deepEqual(
    letters.map(({ letter, count }) => `${letterId(letter)} ${count}`),
    ['shuzi 1', 'b 1', 's 2'],
  );
});
