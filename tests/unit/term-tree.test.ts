import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetOf } from '#domain/lists/facets.ts';
import { mostFirst, termTree } from '#domain/lists/term-tree.ts';
import { aByline, anAuthor, anInstitution, aPractice, aSource, aTopic } from './builders.ts';

const broad = aTopic({ id: 'broad' });
const narrow = aTopic({ id: 'narrow', broader: 'broad', path: [broad, aTopic({ id: 'narrow' })] });
const other = aTopic({ id: 'other' });

test('a narrower topic stands under the broader one, and its practices count in both', () => {
  const tree = termTree(
    facetOf('topic'),
    [broad, narrow, other],
    [aPractice({ topics: [narrow] })],
  );
  assert.deepEqual(
    tree.map(({ term, count, children }) => [term.id, count, children.map((child) => child.count)]),
    [
      ['broad', 1, [1]],
      ['other', 0, []],
    ],
  );
});

test('a list without definitions shows none', () => {
  const [node] = termTree(facetOf('institution'), [anInstitution()], []);
  assert.equal(node?.definition, null);
});

test('entries with more practices come first, equals as they stood', () => {
  const practices = [aPractice({ topics: [other] })];
  const tree = mostFirst(
    termTree(facetOf('topic'), [broad, aTopic({ id: 'x' }), other], practices),
  );
  assert.deepEqual(
    tree.map(({ term }) => term.id),
    ['other', 'broad', 'x'],
  );
});

test('an author is listed with the offices the articles were signed with, or else with the place', () => {
  const author = anAuthor();
  const signedAs = (office: string | null) =>
    aPractice({ source: aSource({ bylines: [aByline({ author, office })] }) });
  const shown = (...practices: ReturnType<typeof signedAs>[]) =>
    termTree(facetOf('author'), [author], practices)[0]?.definition;
  const judge = '重庆市涪陵区人民法院院长';
  assert.equal(shown(signedAs(judge), signedAs(judge)), judge);
  assert.equal(shown(signedAs(judge), signedAs('某市副市长')), `${judge}；某市副市长`);
  const { region } = aPractice();
  assert.equal(shown(signedAs(null)), region.path.map(({ label }) => label).join(' · '));
});
