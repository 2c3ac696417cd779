import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byMagnitude, magnitudeOf } from '#domain/figures/magnitude.ts';

const printed = (value: string, unit: string) => ({ value, unit });

test('a number that the article leaves vague is given no size', () => {
  for (const [value, unit] of [
    ['数十', '个'],
    ['几百', '人'],
    ['千', '名'],
    ['三年至五', '年'],
    ['3—5', '年'],
    ['过半', ''],
    ['', '个'],
  ] as const) {
    const { kind, number } = magnitudeOf(printed(value, unit));
    assert.deepEqual({ kind, number }, { kind: 'vague', number: null }, `${value}${unit}`);
  }
});

test('“余” keeps the printed number and says that there are more', () => {
  assert.deepEqual(magnitudeOf(printed('60余', '家')), { kind: 'count', number: 60, exact: false });
  assert.deepEqual(magnitudeOf(printed('1.6', '万余件')), {
    kind: 'count',
    number: 16000,
    exact: false,
  });
  assert.equal(magnitudeOf(printed('200', '人以上')).exact, false);
});

test('万 and 亿 in the unit multiply the printed number exactly', () => {
  assert.equal(magnitudeOf(printed('15.3', '万件')).number, 153000);
  assert.equal(magnitudeOf(printed('1207', '万人')).number, 12070000);
  assert.equal(magnitudeOf(printed('0.07', '亿元')).number, 7000000);
  assert.equal(magnitudeOf(printed('2万', '件')).number, 20000);
});

test('numbers written out in characters are read up to ninety-nine', () => {
  const read = (value: string) => magnitudeOf(printed(value, '个')).number;
  assert.deepEqual(['四', '两', '十', '十二', '二十', '三十六'].map(read), [4, 2, 10, 12, 20, 36]);
  assert.deepEqual(['四五', '一二三', '百', '万'].map(read), [null, null, null, null]);
});

test('a thousands comma does not cut a number in two', () => {
  assert.equal(magnitudeOf(printed('5,106', '个')).number, 5106);
});

test('shares and spans of time are told from counts', () => {
  assert.equal(magnitudeOf(printed('96', '%')).kind, 'share');
  assert.equal(magnitudeOf(printed('30', '日')).kind, 'time');
  assert.equal(magnitudeOf(printed('24', '小时')).kind, 'time');
  assert.equal(magnitudeOf(printed('17', '部')).kind, 'count');
});

test('in order of size, a share never stands between counts, and vague numbers come last', () => {
  const order = [
    printed('数十', '个'),
    printed('96', '%'),
    printed('7', '日'),
    printed('41', '个'),
    printed('15.3', '万件'),
    printed('280', '%'),
  ]
    .map((figure) => ({ ...figure, magnitude: magnitudeOf(figure) }))
    .sort((a, b) => byMagnitude(a.magnitude, b.magnitude))
    .map(({ value, unit }) => `${value}${unit}`);
  assert.deepEqual(order, ['15.3万件', '41个', '280%', '96%', '7日', '数十个']);
});
