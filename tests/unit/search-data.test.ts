import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packRepeated, packWords, repeatedFrom, wordsFrom } from '#domain/search/data.ts';
import { commonCharacters } from '#domain/search/gb2312.ts';
import { packSounds, soundsFrom } from '#domain/search/sounds.ts';
import { mayBeTraditional } from '#domain/search/suggest.ts';

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

test('how the commonest characters are read is told by their order alone', () => {
  const characters = commonCharacters();
  assert.equal(characters.length, 3755);
  assert.equal(characters.slice(0, 3).join(''), '啊阿埃');
  assert.equal(packSounds(['a', 'a', 'ai', 'a']), 'a2 ai a');
  const sounds = soundsFrom('a2 ai1 a', characters);
  assert.deepEqual(
    [...sounds],
    [
      ['啊', 'a'],
      ['阿', 'a'],
      ['埃', 'ai'],
      ['挨', 'a'],
    ],
  );
});

test('the map of Traditional characters is fetched for those who may have typed one', () => {
  const alike = '乾';
  assert.equal(mayBeTraditional('村裡的糾紛', alike), true);
  assert.equal(mayBeTraditional('乾部', alike), true);
  assert.equal(mayBeTraditional('干部在村里调解纠纷，2022年', alike), false);
});
