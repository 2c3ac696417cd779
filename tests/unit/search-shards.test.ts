import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  packRepeated,
  packWords,
  practicesFrom,
  recordsOf,
  repeatedFrom,
  stepsOf,
  wordsFrom,
  type TermEntry,
} from '#domain/search/data.ts';
import { shardOf, shardRegionsOf, shardsOfPlaces } from '#domain/search/shards.ts';

const many = (code: string, count: number): string[] => Array.from({ length: count }, () => code);
const limits = { whole: 10, shard: 6 };

test('a small library is one part', () => {
  assert.deepEqual(shardRegionsOf(many('340300', 10), limits), [['']]);
});

test('a larger one is cut by place, and small neighbours stay together', () => {
  const codes = [
    ...many('110000', 4),
    ...many('130100', 1),
    ...many('310000', 2),
    ...many('340300', 3),
    ...many('350200', 2),
    ...many('610100', 1),
    ...many('620500', 1),
  ];
  assert.deepEqual(shardRegionsOf(codes, limits), [['1'], ['31', '34'], ['35'], ['6']]);
});

test('a place with more than a part may hold is cut below, down to a county', () => {
  const codes = [...many('340301', 4), ...many('340302', 4), ...many('340400', 7)];
  assert.deepEqual(shardRegionsOf(codes, limits), [['340301'], ['340302'], ['340400']]);
});

test('every practice is in one part, and no part holds more than it may', () => {
  const codes = Array.from(
    { length: 5000 },
    (_, at) => `${11 + ((at * 7) % 55)}${String((at * 13) % 40).padStart(2, '0')}00`,
  );
  const shards = shardRegionsOf(codes, { whole: 100, shard: 150 });
  const held = shards.map(() => 0);
  for (const code of codes) {
    const shard = shardOf(code, shards);
    held[shard] = (held[shard] ?? 0) + 1;
  }
  assert.equal(
    held.reduce((sum, count) => sum + count, 0),
    5000,
  );
  assert.ok(Math.max(...held) <= 150, String(held));
  assert.ok(Math.min(...held) > 0, String(held));
});

test('a new practice leaves the parts of other large regions as they were', () => {
  const codes = [...many('110000', 5), ...many('130000', 5), ...many('340300', 5)];
  const before = shardRegionsOf(codes, limits);
  const after = shardRegionsOf([...codes, '110000', '110000'], limits);
  assert.deepEqual(before, [['11'], ['13'], ['3']]);
  assert.deepEqual(after, [['110000'], ['13'], ['3']]);
});

const regions: readonly TermEntry[] = [
  ['340000', '安徽', -1, []],
  ['340300', '蚌埠', 0, []],
  ['350000', '福建', -1, []],
  ['360000', '江西', -1, []],
];

test('who looks in one place needs the parts of that place and of all below it', () => {
  const shards = [['3403'], ['34', '35'], ['36']];
  assert.deepEqual(shardsOfPlaces(new Set([0]), regions, shards), [0, 1]);
  assert.deepEqual(shardsOfPlaces(new Set([1]), regions, shards), [0]);
  assert.deepEqual(shardsOfPlaces(new Set([1, 3]), regions, shards), [0, 2]);
  assert.deepEqual(shardsOfPlaces(new Set(), regions, shards), [0, 1, 2]);
});

test('the numbers of a part are packed and unpacked without loss', () => {
  assert.deepEqual(practicesFrom(stepsOf([3, 4, 17])), [3, 4, 17]);
});

test('a part has the records of its own practices', () => {
  const facets = { region: '0 1  2', topic: 'a b c d', problem: '   ' };
  const none = { institution: '   ', author: '   ', period: '   ' };
  const records = { facets: { ...facets, ...none }, reviewedOn: ['p', 'q', 'r', 's'] };
  const own = recordsOf(records, [1, 2]);
  assert.equal(own.facets.region, '1 ');
  assert.deepEqual(own.reviewedOn, ['q', 'r']);
});

test('the words that chunks begin with are packed and unpacked without loss', () => {
  const words = ['', '1', '10', '2022', '调', '调查', '调解', '解', '𠮷', '𠮷野', '野'];
  assert.equal(packWords(['调查', '调解']), '0调查 1解');
  assert.deepEqual(wordsFrom(packWords(words)), words);
});

test('days of review are packed and unpacked without loss', () => {
  const days = ['2026-09-02', '2026-11-20', '2026-09-02'];
  assert.deepEqual(packRepeated(days), [['2026-09-02', '2026-11-20'], '0 1 0']);
  assert.deepEqual(repeatedFrom(packRepeated(days)), days);
  assert.deepEqual(repeatedFrom(packRepeated([])), []);
});
