import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Practice } from '#domain/practice/practice.ts';
import {
  placesOfRelated,
  relatedAt,
  relatedPractices,
  relationsOf,
} from '#domain/practice/related.ts';
import { anInstitution, aPractice, aProblem, aRegion, aTopic } from './builders.ts';

const problem = (id: string) => aProblem({ id, label: id });
const topic = (id: string) => aTopic({ id, label: id });
const place = (id: string, overrides: Partial<Practice>): Practice =>
  aPractice({ id, region: aRegion({ id, label: id }), topics: [], problems: [], ...overrides });

const idsRelatedTo = (practice: Practice, others: readonly Practice[]) =>
  relatedPractices([practice, ...others])(practice).map((related) => related.practice.id);

test('two articles of one place are not two places', () => {
  const here = aRegion({ id: '500102' });
  const one = place('one', { region: here, problems: [problem('a')] });
  const two = place('two', { region: here, problems: [problem('a')] });
  assert.deepEqual(idsRelatedTo(one, [two]), []);
});

test('a practice that shares nothing has no relatives', () => {
  const one = place('one', { problems: [problem('a')] });
  assert.deepEqual(idsRelatedTo(one, [place('two', { problems: [problem('b')] })]), []);
});

test('more shared problems come first, then more topics, then the same kind of body', () => {
  const [a, b] = [problem('a'), problem('b')];
  const [t, u] = [topic('t'), topic('u')];
  const police = anInstitution({ id: 'gongan' });
  const one = place('one', { problems: [a, b], topics: [t, u] });
  const related = idsRelatedTo(one, [
    place('other-body', { problems: [a], topics: [t], institution: police }),
    place('same-body', { problems: [a], topics: [t] }),
    place('more-topics', { problems: [a], topics: [t, u], institution: police }),
    place('more-problems', { problems: [a, b], institution: police }),
  ]);
  assert.deepEqual(related, ['more-problems', 'more-topics', 'same-body', 'other-body']);
});

test('equal relatives stand in the order of the library', () => {
  const one = place('one', { problems: [problem('a')] });
  const others = ['c', 'b', 'd'].map((id) => place(id, { problems: [problem('a')] }));
  assert.deepEqual(idsRelatedTo(one, others), ['c', 'b', 'd']);
});

test('where too few share a problem, places of the same topic follow', () => {
  const one = place('one', { problems: [problem('a')], topics: [topic('t')] });
  const related = relatedPractices([
    one,
    place('by-topic', { topics: [topic('t')] }),
    place('by-problem', { problems: [problem('a')] }),
  ])(one);
  assert.deepEqual(
    related.map((entry) => entry.practice.id),
    ['by-problem', 'by-topic'],
  );
});

test('the reason names what both share and nothing else', () => {
  const one = place('one', { problems: [problem('a'), problem('b')], topics: [topic('t')] });
  const two = place('two', {
    problems: [problem('b'), problem('c')],
    institution: anInstitution({ id: 'gongan' }),
  });
  const [related] = relatedPractices([one, two])(one);
  assert.deepEqual(
    related?.problems.map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(related?.topics, []);
  assert.equal(related?.institution, null);
});

test('a shared topic weighs more than the same kind of body', () => {
  const [t, police] = [topic('t'), anInstitution({ id: 'gongan' })];
  const one = place('one', { problems: [problem('a')], topics: [t] });
  const related = idsRelatedTo(one, [
    place('same-body', { problems: [problem('a')] }),
    place('same-topic', { problems: [problem('a')], topics: [t], institution: police }),
  ]);
  assert.deepEqual(related, ['same-topic', 'same-body']);
});

test('a reader is shown six relatives at most: the likest, not the first', () => {
  const one = place('one', { problems: [problem('a')], topics: [topic('t')] });
  const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) =>
    place(id, { problems: [problem('a')], topics: id === 'g' ? [topic('t')] : [] }),
  );
  assert.deepEqual(idsRelatedTo(one, others), ['g', 'a', 'b', 'c', 'd', 'e']);
});

test('places of the same topic fill up to three, and none is named twice', () => {
  const [t, u] = [topic('t'), topic('u')];
  const one = place('one', { problems: [problem('a')], topics: [t, u] });
  const both = place('both', { problems: [problem('a')], topics: [t, u] });
  const byTopic = ['c', 'd', 'e'].map((id) => place(id, { topics: [t] }));
  assert.deepEqual(idsRelatedTo(one, [...byTopic, both]), ['both', 'c', 'd']);
});

test('three that share a problem are enough: no topic is asked for', () => {
  const [a, t] = [problem('a'), topic('t')];
  const one = place('one', { problems: [a], topics: [t] });
  const three = ['b', 'c', 'd'].map((id) => place(id, { problems: [a] }));
  assert.deepEqual(idsRelatedTo(one, [...three, place('e', { topics: [t] })]), ['b', 'c', 'd']);
});

test('the reason names the body where both have the same', () => {
  const one = place('one', { problems: [problem('a')] });
  const [related] = relatedPractices([one, place('two', { problems: [problem('a')] })])(one);
  assert.equal(related?.institution?.id, one.institution.id);
});

test('relatives that were found once are told again, and looked for again where any may be another', () => {
  const [a, b] = [problem('a'), problem('b')];
  const all = [
    place('one', { problems: [a, b] }),
    place('two', { problems: [a] }),
    place('three', { problems: [b], topics: [topic('t')] }),
  ];
  const withdrawn = place('withdrawn', { problems: [a], state: 'retired' });
  const again = relatedAt(placesOfRelated(all), all);
  for (const practice of [...all, withdrawn]) {
    assert.deepEqual(again(practice), relatedPractices(all)(practice));
  }
  const [, second] = all;
  const without = (changes: Partial<Practice>) =>
    relationsOf(all.map((of) => (of === second ? { ...of, ...changes } : of)));
  const now = relationsOf(all);
  assert.equal(without({ title: '另一个标题', digest: 'edited' }), now);
  for (const changes of [
    { id: 'zwei' },
    { region: aRegion({ id: '340300' }) },
    { problems: [b] },
    { topics: [topic('a')], problems: [] },
    { institution: anInstitution({ id: 'gongan' }) },
  ]) {
    assert.notEqual(without(changes), now);
  }
  assert.notEqual(relationsOf([...all].reverse()), now);
});
