import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse } from 'yaml';
import type { Attribution } from '#domain/grounds/attribution.ts';
import { attribute, moveParagraphs, orderParts } from '#editing/attributing.ts';

const file = '两篇.txt';
const text = `把桌子搬到楼下
张三
小区里摆了98张桌子。
一、先摆一张
谁都能坐。
把门打开
李四
门开着，谁都能进。
二、再开一扇
还有一扇门。
`;

/** A library that keeps one source, in a folder of its own. */
function libraryOf(context: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'attributing-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const sources = join(root, 'content/.desk/sources');
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(sources, file), text);
  const kindsOf = (name: string) =>
    (parse(readFileSync(join(root, 'content', name), 'utf8')) as Attribution).articles.map(
      ({ practice, other, parts }) => [
        practice ?? other,
        ...parts.map(({ at, is = '' }) => `${at}${is}`),
      ],
    );
  return { root, kindsOf };
}

test('a manuscript that is one article is attributed as a whole, under a name an address can hold', (context) => {
  const { root, kindsOf } = libraryOf(context);
  const name = attribute('zhuozi', { file, number: null }, root);
  assert.equal(name, 'attributions/liang-pian.yml');
  assert.deepEqual(kindsOf(name), [
    ['zhuozi', '1title', '2byline', '3', '4heading', '5', '6', '7', '8', '9heading', '10'],
  ]);
  assert.throws(() => attribute('men', { file, number: null }, root), /归属已经写在/);
});

test('of a document with two articles an editor says paragraph by paragraph which are of hers', (context) => {
  const { root, kindsOf } = libraryOf(context);
  const kinds = new Map([[5, 'heading' as const]]);
  const name = attribute('zhuozi', { file, number: '007', kinds }, root);
  assert.equal(name, 'attributions/007.yml');
  const of = (numbers: readonly number[], belongs: 'this' | 'unused' | 'another') =>
    new Map(numbers.map((number) => [number, belongs]));
  moveParagraphs('men', { file, kinds }, of([6, 7, 8, 9, 10], 'this'), root);
  const apart = [
    ['zhuozi', '1title', '2byline', '3', '4heading', '5'],
    ['men', '6title', '7byline', '8', '9heading', '10'],
  ];
  assert.deepEqual(kindsOf(name), apart);
  moveParagraphs('men', { file, kinds }, of([7], 'unused'), root);
  moveParagraphs('zhuozi', { file, kinds }, of([5], 'another'), root);
  assert.deepEqual(kindsOf(name).slice(2), [
    ['不用的段落', '7byline'],
    ['别的文章', '5'],
  ]);
  moveParagraphs('zhuozi', { file, kinds }, of([5], 'this'), root);
  moveParagraphs('men', { file, kinds }, of([7], 'this'), root);
  assert.deepEqual(kindsOf(name), apart);
});

test('parts of interleaved columns are put in the order of reading, and a sentence goes on in one', (context) => {
  const { root, kindsOf } = libraryOf(context);
  const name = attribute('zhuozi', { file, number: '007' }, root);
  const path = join(root, 'content', name);
  const written = readFileSync(path, 'utf8');
  const order = [0, 1, 4, 2, 3, 5, 6, 7, 9, 8].map((part) => ({ part, isContinued: part === 2 }));
  orderParts('zhuozi', file, order, root);
  assert.deepEqual(kindsOf(name), [
    ['zhuozi', '1title', '2byline', '5', '3continued', '4heading', '6', '7', '8', '10', '9heading'],
  ]);
  const lines = (text: string) => text.replace(', is: continued', '').split('\n').sort();
  assert.deepEqual(lines(readFileSync(path, 'utf8')), lines(written));
  assert.throws(() => orderParts('zhuozi', file, order.slice(1), root), /次序没有动/);
});
