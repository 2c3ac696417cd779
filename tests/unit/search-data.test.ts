import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  packRepeated,
  packSounds,
  packWords,
  repeatedFrom,
  soundsFrom,
  wordsFrom,
} from '#domain/search/data.ts';

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

test('how characters are read is packed and unpacked without loss', () => {
  const sounds = new Map([
    ['爱', 'ai'],
    ['不', 'bu'],
    ['哀', 'ai'],
  ]);
  assert.equal(packSounds(sounds), 'ai爱哀 bu不');
  assert.deepEqual(soundsFrom(packSounds(sounds)), sounds);
});
