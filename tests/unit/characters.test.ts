import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codePointsOf, isVisible, lengthOf, madeVisible } from '#domain/words/characters.ts';
import { strangeCharacters, strangeInOurWords } from '#gate/strange-characters.ts';

const namesOf = (text: string): string[] => strangeCharacters(text).map(({ name }) => name);

test('what nobody can see is found, wherever it was pasted from', () => {
  const unseen = [
    '\u00AD',
    '\u00A0',
    '\u200B',
    '\u200D',
    '\u202E',
    '\u2028',
    '\u2060',
    '\u3164',
    '\u2800',
    '\uFEFF',
    '\uFE0F',
    '\u{E0041}',
    '\u{E0100}',
    '\u0007',
    '\u0085',
    '\u2003',
    '\uFFFC',
    '\uFFFD',
    '\uE000',
    '\u{F0000}',
    '\uFFFE',
    '\uFDD0',
    '\u0378',
    '\uD800',
  ];
  const passed = unseen.filter((character) => namesOf(`甲${character}乙`).length !== 1);
  assert.deepEqual(passed.map(codePointsOf), []);
});

test('rare characters of names and right punctuation pass', () => {
  for (const text of [
    '刘䶮、元素𬭚、㐂、﨑、𰻞',
    '——…·～‘甲’“乙”《丙》〈丁〉【戊】〔己〕（庚）',
    '①至⑳、Ⅲ级、25℃、5‰、10m²',
    'Lü Ming、café、ཀརྨ་པ、ئۇيغۇر',
    '第一　总则',
  ]) {
    assert.deepEqual(namesOf(text), [], text);
    if (!text.includes('ཀ')) assert.deepEqual(strangeInOurWords(text), [], text);
  }
});

test('what looks like Han and cannot be searched is told with the character to write', () => {
  const remedies = ['\uF9BA解', '\u2F42件', '\u{2F800}'].map(
    (text) => strangeCharacters(text)[0]?.remedy ?? '',
  );
  assert.deepEqual(
    remedies.map((remedy) => /“(.)”/u.exec(remedy)?.[1]),
    ['了', '文', '丽'],
  );
});

test('marks of vertical print and squared measures are written as Chinese has them', () => {
  assert.match(strangeCharacters('甲︐乙')[0]?.remedy ?? '', /“，”/);
  assert.match(strangeInOurWords('10㎡')[0]?.remedy ?? '', /“平方米”/);
});

test('letters in halves, marks upon Han and letters of two alphabets are told', () => {
  assert.deepEqual(namesOf('Lu\u0308 Ming'), ['拆成两半的字母']);
  assert.deepEqual(namesOf('甲\u0301'), ['加在汉字上的附加符号']);
  assert.deepEqual(namesOf('\u0301甲'), ['没有字母可附的附加符号']);
  assert.deepEqual(namesOf('p\u0430ge'), ['混在拉丁字母里的别种字母']);
});

test('an editor who copied full-width digits reads how to write them', () => {
  const [found] = strangeInOurWords('另有３０座');
  assert.match(found?.remedy ?? '', /“30”/);
  assert.equal(found?.at, 2);
});

test('what cannot be seen is shown by its code point', () => {
  assert.equal(madeVisible('轮\u200B值\u00AD'), '轮[U+200B]值[U+00AD]');
});

test('a rare character counts as one, as an editor counts', () => {
  assert.equal(lengthOf('元素𬭚'), 3);
});

test('a title of unseen characters holds nothing', () => {
  assert.equal(isVisible('\u200B\u3164\u2800'), false);
  assert.equal(isVisible('……'), true);
});
