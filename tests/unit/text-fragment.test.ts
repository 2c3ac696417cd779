import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFragment } from '#domain/words/text-fragment.ts';

const decoded = (text: string): string | null => {
  const fragment = textFragment(text);
  return fragment === null ? null : decodeURIComponent(fragment);
};

test('a link to a paragraph quotes its first and last clause, cut at punctuation', () => {
  assert.equal(
    decoded('网格员每日巡查，经社区汇聚平台上报苗头，街道再办理。'),
    ':~:text=网格员每日巡查,街道再办理',
  );
});

test('a paragraph of one clause is quoted whole', () => {
  assert.equal(decoded('以下是编者的看法。'), ':~:text=以下是编者的看法');
});

test('a first clause that occurs twice gives no fragment, since the first place might be wrong', () => {
  assert.equal(textFragment('街道吹哨，部门报到；街道吹哨，干警报到。'), null);
});

test('a clause of two characters can be quoted, a single character is passed over', () => {
  assert.equal(decoded('一、吹哨。甲'), ':~:text=吹哨');
});

test('text without words gives no fragment', () => {
  assert.equal(textFragment('……。'), null);
});
