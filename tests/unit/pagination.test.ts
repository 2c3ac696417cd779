import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  firstPage,
  flattened,
  numbersOffered,
  pageHolds,
  pagesOf,
  topOfLarge,
} from '#domain/lists/pagination.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('a list that fits stands on one page, an empty one too', () => {
  assert.deepEqual(pagesOf(upTo(50), 50), [{ items: upTo(50), number: 1, last: 1, total: 50 }]);
  assert.deepEqual(pagesOf([], 50), [{ items: [], number: 1, last: 1, total: 0 }]);
});

test('a longer list goes on, with nothing lost, repeated or moved', () => {
  const pages = pagesOf(upTo(101), 50);
  assert.deepEqual(
    pages.map(({ items, number, last, total }) => [items.length, number, last, total]),
    [
      [50, 1, 3, 101],
      [50, 2, 3, 101],
      [1, 3, 3, 101],
    ],
  );
  assert.deepEqual(
    pages.flatMap(({ items }) => items),
    upTo(101),
  );
});

test('the first page by itself is the first of all pages', () => {
  for (const count of [0, 1, 49, 50, 51, 100, 101]) {
    assert.deepEqual(firstPage(upTo(count), 50), pagesOf(upTo(count), 50)[0]);
  }
});

test('where items weigh differently no page is too heavy, except under a single item', () => {
  const pages = pagesOf([3, 4, 4, 20, 1, 0], 8, (weight) => weight);
  assert.deepEqual(
    pages.map(({ items }) => items),
    [[3, 4], [4], [20], [1, 0]],
  );
});

test('a first item that is too heavy by itself leaves no empty page before it', () => {
  const held = (weights: readonly number[]): readonly (readonly number[])[] =>
    pagesOf(weights, 8, (weight) => weight).map(({ items }) => items);
  assert.deepEqual(held([20, 1]), [[20], [1]]);
  assert.deepEqual(held([1, 8]), [[1], [8]]);
});

/** A page that holds more loads slowly on a phone; one that holds less makes readers turn pages. */
test('a reader turns the page after as many as were settled on', () => {
  const lengths = Object.entries(pageHolds).map(([what, most]) => `${most} ${what}`);
  assert.deepEqual(lengths, [
    ...['50 practices', '300 entries', '200 entriesOfLetter', '50 foremostEntries', '300 terms'],
    ...['100 termsOfLetter', '300 figures', '6 charts', '20 bars', '60 datedSources'],
    ...['300 corrections', '24 named', '12 uses', '200 choices'],
  ]);
});

const offered = (number: number, last: number): string =>
  numbersOffered(number, last)
    .map((page) => page ?? '…')
    .join(' ');

test('a reader is offered the ends and the neighbours, and no gap hides a single page', () => {
  assert.equal(offered(1, 2), '1 2');
  assert.equal(offered(1, 9), '1 2 … 9');
  assert.equal(offered(3, 9), '1 2 3 4 … 9');
  assert.equal(offered(4, 9), '1 2 3 4 5 … 9');
  assert.equal(offered(5, 9), '1 … 4 5 6 … 9');
  assert.equal(offered(9, 9), '1 … 8 9');
  assert.equal(offered(100, 200), '1 … 99 100 101 … 200');
});

interface Node {
  readonly id: string;
  readonly children: readonly Node[];
}
const leaf = (id: string): Node => ({ id, children: [] });
const tree: readonly Node[] = [{ id: 'anhui', children: [leaf('bengbu'), leaf('hefei')] }];

test('a tree that fits is shown whole, a larger one at its top level', () => {
  assert.equal(topOfLarge(tree, 3), tree);
  assert.deepEqual(topOfLarge(tree, 2), [leaf('anhui')]);
  assert.deepEqual(
    flattened(tree).map(({ id }) => id),
    ['anhui', 'bengbu', 'hefei'],
  );
});
