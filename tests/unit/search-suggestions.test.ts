import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionFiles } from '#commands/search-suggestions.ts';
import {
  mostAtHand,
  type LetterFile,
  type TermEntry,
  type TermsFile,
} from '#domain/search/data.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** A library with so many authors besides two, and so many practices. */
function library(authors: number, practices: number): SearchSource {
  const others = Array.from({ length: authors }, (_, at): TermEntry => [`a-${at}`, '李某', -1, []]);
  const none = { topic: [], problem: [], institution: [], period: [] };
  const packed = ' '.repeat(Math.max(0, practices - 1));
  return {
    facets: {
      ...none,
      region: [['500000', '重庆', -1, ['渝']]],
      author: [['huang-xiaowu', '黄晓武', -1, []], ['shan-xiong', '单雄', -1, []], ...others],
    },
    glossary: [],
    records: {
      facets: {
        region: packed,
        topic: packed,
        problem: packed,
        institution: packed,
        author: packed,
        period: packed,
      },
      reviewedOn: [],
    },
    practices: Array.from({ length: practices }, (_, at) => ({
      id: `p-${at}`,
      title: '微法庭进村',
      region: '500000',
    })),
  };
}

const letterFile = (files: Readonly<Record<string, unknown>>, letter: string): LetterFile =>
  (files[`letters/${letter}.bin`] ?? { entries: [], words: [] }) as LetterFile; // as made

test('short lists and few titles need no files by letter', () => {
  const { files, letters } = suggestionFiles(library(10, 20));
  assert.equal(letters, '');
  assert.deepEqual(Object.keys(files), ['terms.bin', 'titles.bin', 'pinyin.bin']);
});

test('a long list is found by the first letter of a name, as it is read', () => {
  const { files, letters } = suggestionFiles(library(mostAtHand, 20));
  assert.ok(letters.includes('h') && letters.includes('s'));
  const ids = (letter: string): string[] => letterFile(files, letter).entries.map(([, id]) => id);
  assert.deepEqual(ids('h'), ['huang-xiaowu']);
  // 单 is read shan as a family name, and dan elsewhere.
  assert.ok(ids('s').includes('shan-xiong'));
  assert.deepEqual((files['terms.bin'] as TermsFile).facets.author, []);
  assert.equal((files['long.bin'] as TermsFile).facets.author.length, mostAtHand + 2);
  assert.equal((files['terms.bin'] as TermsFile).facets.region.length, 1);
  assert.ok('titles.bin' in files);
});

test('many titles stand by their first letter too, and nowhere else', () => {
  const { files } = suggestionFiles(library(0, mostAtHand + 1));
  assert.ok(!('titles.bin' in files));
  const { entries } = letterFile(files, 'w');
  assert.equal(entries.length, mostAtHand + 1);
  assert.deepEqual(entries[0], ['practice', 'p-0', '微法庭进村', []]);
});
