import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '#domain/lists/lists.ts';
import { findRegion, regionTree } from '#domain/regions/region-tree.ts';
import { aPractice, aRegion } from './builders.ts';

/** A region below another, with the path that leads to it. */
function below(parent: Region | null, id: string): Region {
  const path: Region[] = [...(parent?.path ?? [])];
  const region = aRegion({ id, path });
  path.push(region);
  return region;
}

const province = below(null, '990000');
const city = below(province, '990100');
const county = below(city, '990101');
const elsewhere = below(null, '980000');
const regions = [elsewhere, province, city, county];

test('a practice of a county counts in the county, its city and its province, and nowhere else', () => {
  const tree = regionTree(regions, [aPractice({ region: county })]);
  const counts = regions.map(({ id }) => findRegion(tree, id).count);
  assert.deepEqual(counts, [0, 1, 1, 1]);
});

test('a practice of a province is not counted in its cities', () => {
  const tree = regionTree(regions, [aPractice({ region: province })]);
  assert.equal(findRegion(tree, '990000').count, 1);
  assert.equal(findRegion(tree, '990100').count, 0);
});

test('a province without practices stays in the tree', () => {
  const tree = regionTree(regions, []);
  assert.deepEqual(
    tree.map(({ region, count }) => [region.id, count]),
    [
      ['980000', 0],
      ['990000', 0],
    ],
  );
});

test('asking for a region that is not there fails by name', () => {
  assert.throws(() => findRegion(regionTree(regions, []), '123456'), /123456/);
});
