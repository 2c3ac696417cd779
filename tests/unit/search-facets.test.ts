import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetOf } from '#domain/lists/facets.ts';
import { placesFrom } from '#domain/search/data.ts';
import { facetTree } from '#domain/search/facet-tree.ts';
import { searchSource } from '#domain/search/source.ts';
import { periodOf } from '#domain/practice/written.ts';
import { aDateBound, aPractice, aRegion, aSource, aTopic } from './builders.ts';

const province = aRegion({ id: '340000', label: '安徽' });
const path = [province];
const city = aRegion({ id: '340300', label: '蚌埠', path });
path.push(city);
const inCity = aPractice({ id: 'a', region: city });
const inProvince = aPractice({ id: 'b', region: province });

test('a place stands under the one above it, which counts both', () => {
  const tree = facetTree(facetOf('region'), [inCity, inProvince]);
  assert.deepEqual(
    tree.map(({ id, count, children }) => [
      id,
      count,
      children.map((child) => [child.id, child.count]),
    ]),
    [['340000', 2, [['340300', 1]]]],
  );
});

test('topics stand in the order of use', () => {
  const often = aTopic({ id: 'z', label: '常见' });
  const rare = aTopic({ id: 'a', label: '少见' });
  const tree = facetTree(facetOf('topic'), [
    aPractice({ topics: [often, rare] }),
    aPractice({ topics: [often] }),
  ]);
  assert.deepEqual(
    tree.map(({ id }) => id),
    ['z', 'a'],
  );
});

test('a record names the lowest place only: those above follow from the list', () => {
  const { records } = searchSource({
    practices: [inCity, inProvince],
    retired: [],
    practiceOf: () => inCity,
    regions: [province, city],
    topics: [],
    problems: [],
    institutions: [],
    authors: [],
    terms: [],
    everydayWords: [],
  });
  assert.deepEqual(placesFrom(records.facets.region), [[0], [1]]);
});

for (const [after, before, id] of [
  ['2022-10', null, 'from-2022'],
  [null, '2019', 'to-2019'],
  ['2023-01', '2023-07-21', '2023'],
  ['2021', '2023', 'from-2021'],
  [null, null, 'unknown'],
] as const) {
  test(`a source written after ${after} and before ${before} counts under ${id}`, () => {
    const bound = (on: string | null) => (on === null ? null : aDateBound({ on }));
    const source = aSource({ writtenAfter: bound(after), writtenBefore: bound(before) });
    assert.equal(periodOf(source).id, id);
  });
}
