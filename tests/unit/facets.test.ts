import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetOf, facets, practicesUnder } from '#domain/lists/facets.ts';
import { aByline, anAuthor, aPractice, aRegion, aSource, aTopic } from './builders.ts';

const province = aRegion({ id: '999000', label: '青省' });
const city = aRegion({ id: '999900', label: '青川', path: [province, aRegion({ id: '999900' })] });
const narrow = aTopic({
  id: 'zhuzhai-tiaojie',
  path: [aTopic({ id: 'tiaojie' }), aTopic({ id: 'zhuzhai-tiaojie' })],
});

const idsUnder = (
  key: (typeof facets)[number]['key'],
  id: string,
  ...practices: ReturnType<typeof aPractice>[]
) => practicesUnder(facetOf(key), id, practices).map((practice) => practice.id);

test('a reader of a province also finds what its cities do', () => {
  const inCity = aPractice({ id: 'in-city', region: city });
  const inProvince = aPractice({ id: 'in-province', region: province });
  assert.deepEqual(idsUnder('region', '999000', inCity, inProvince), ['in-city', 'in-province']);
  assert.deepEqual(idsUnder('region', '999900', inCity, inProvince), ['in-city']);
});

test('a reader of a broad topic also finds what stands under a narrower one', () => {
  const practice = aPractice({ id: 'narrow', topics: [narrow] });
  assert.deepEqual(idsUnder('topic', 'tiaojie', practice), ['narrow']);
});

test('a practice that names a topic and its broader one counts once under the broader', () => {
  const broad = aTopic({ id: 'tiaojie' });
  const practice = aPractice({ topics: [broad, aTopic({ id: 'narrow', path: [broad, narrow] })] });
  const ids = facetOf('topic')
    .termsOf(practice)
    .map(({ id }) => id);
  assert.equal(ids.filter((id) => id === 'tiaojie').length, 1);
});

test('every one of several authors leads to the practice', () => {
  const bylines = ['jia-yi', 'bing-ding'].map((id) => aByline({ author: anAuthor({ id }) }));
  const practice = aPractice({ id: 'joint', source: aSource({ bylines }) });
  assert.deepEqual(idsUnder('author', 'jia-yi', practice), ['joint']);
  assert.deepEqual(idsUnder('author', 'bing-ding', practice), ['joint']);
});

test('a choice nobody made finds nothing', () => {
  assert.deepEqual(idsUnder('problem', 'no-such-problem', aPractice()), []);
});

test('every way to narrow the list has a page for each choice, which works without script', () => {
  for (const { key, pathOf } of facets) {
    assert.match(pathOf('some-id'), /^\/[a-z]+\/some-id\/$/, key);
  }
});

test('names in saved links are what they were', () => {
  const promised = ['region', 'topic', 'problem', 'institution', 'author'];
  assert.deepEqual(
    facets.map(({ key }) => key as string).filter((key) => promised.includes(key)),
    promised,
  );
});
