import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, id, isLatinName, partialDate, text, textUpTo } from '#schema/fields.ts';

for (const { field, value, accepted } of [
  { field: { day }, value: '2026-11-20', accepted: true },
  { field: { day }, value: '2024-02-29', accepted: true },
  { field: { day }, value: '2023-02-29', accepted: false },
  { field: { day }, value: '2023-13-01', accepted: false },
  { field: { day }, value: '2023-7-1', accepted: false },
  { field: { day }, value: '2023-07', accepted: false },
  { field: { day }, value: '', accepted: false },
  { field: { partialDate }, value: '2023', accepted: true },
  { field: { partialDate }, value: 2023, accepted: true },
  { field: { partialDate }, value: '2023-07', accepted: true },
  { field: { partialDate }, value: '2023-13', accepted: false },
  { field: { partialDate }, value: '2023-99-99', accepted: false },
  { field: { partialDate }, value: '1023', accepted: false },
  { field: { partialDate }, value: null, accepted: false },
  { field: { id }, value: 'bengbu-wei-fating', accepted: true },
  { field: { id }, value: 'Bengbu', accepted: false },
  { field: { id }, value: '微法庭', accepted: false },
  { field: { id }, value: 'a--b', accepted: false },
  { field: { id }, value: 'a/b', accepted: false },
  { field: { text }, value: '　 ', accepted: false },
  { field: { text }, value: '\u200B\u3164', accepted: false },
  { field: { text }, value: '一句话', accepted: true },
]) {
  const [[name, schema] = assert.fail()] = Object.entries(field);
  test(`an editor who writes ${JSON.stringify(value)} as ${name} is ${accepted ? 'understood' : 'told'}`, () => {
    const read = schema.safeParse(value);
    assert.equal(read.success, accepted);
    if (read.error) assert.match(read.error.issues[0]?.message ?? '', /\p{Script=Han}/u);
  });
}

test('every person can be named: of two family names, of a minority, from abroad', () => {
  const names = [
    'Huang Xiaowu',
    "Li Jian'an",
    'Li Jian’an',
    'Zhang-Wang Fang',
    'Lü Ming',
    'Qizhala',
    'Aini·Maimaiti',
    'Jean de la Fontaine',
    'J. R. O’Neill',
    'Peter McDonald',
  ];
  assert.deepEqual(
    names.filter((name) => !isLatinName(name)),
    [],
  );
});

test('an editor is told of pinyin that is no name', () => {
  const names = [
    'huang xiaowu',
    'HUANG Xiaowu',
    'Huang xiaowu',
    'Huáng Xiǎowǔ',
    'Huang  Xiaowu',
    'Huang Xiaowu2',
    '黄晓武',
    '-Li Ming',
  ];
  assert.deepEqual(names.filter(isLatinName), []);
});

test('a title of 28 characters fits, however many units a rare one takes', () => {
  const title = textUpTo(28, '标题最多 28 个字');
  assert.ok(title.safeParse('𬭚'.repeat(28)).success);
  assert.ok(!title.safeParse('𬭚'.repeat(29)).success);
});
