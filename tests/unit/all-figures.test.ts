import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allFigures, comparableFigures } from '#domain/figures/all-figures.ts';
import type { Figure } from '#domain/practice/practice.ts';
import { aFigure, aPractice } from './builders.ts';

type Settled = Pick<Figure, 'value' | 'unit' | 'counts' | 'period'>;

const settled: Settled = { value: '96', unit: '%', counts: '调解成功率', period: '2023 年' };
const fromPlaces = (figures: readonly Partial<Settled>[]) =>
  allFigures(
    figures.map((figure, index) =>
      aPractice({ id: `place-${index}`, figures: [aFigure({ ...settled, ...figure })] }),
    ),
  );

test('three places that counted the same thing in the same unit and year may share a chart', () => {
  const [group, ...others] = comparableFigures(fromPlaces([{}, { value: '88' }, { value: '91' }]));
  assert.deepEqual(others, []);
  assert.equal(group?.figures.length, 3);
});

test('numbers of different years, units or things never share a chart', () => {
  for (const odd of [{ period: '2022 年' }, { unit: '个百分点' }, { counts: '化解率' }]) {
    assert.deepEqual(comparableFigures(fromPlaces([{}, {}, odd])), []);
  }
});

test('numbers without a period share no chart: each may be of another year', () => {
  const undated = { period: null };
  assert.deepEqual(comparableFigures(fromPlaces([undated, undated, undated])), []);
});

test('a number that is not exact shares no chart', () => {
  assert.deepEqual(comparableFigures(fromPlaces([{}, {}, { value: '90余' }])), []);
});

test('three numbers of one place are not three places', () => {
  const one = aPractice({
    figures: ['1', '2', '3'].map((value) => aFigure({ ...settled, value })),
  });
  assert.deepEqual(comparableFigures(allFigures([one])), []);
});

test('a figure leads to the paragraph that gives it, and to none where the prose lacks it', () => {
  const figures = [aFigure({ value: '1134', unit: '个' }), aFigure({ value: '34', unit: '个' })];
  const figurePlaces = [{ id: 'p-a', number: 1 }, null];
  const placed = allFigures([aPractice({ figures, figurePlaces })]);
  assert.deepEqual(
    placed.map(({ place }) => place?.id ?? null),
    ['p-a', null],
  );
});

test('where one of four numbers is a second one of the same place, nobody can tell which to compare', () => {
  const twice = aPractice({
    id: 'place-0',
    figures: ['1', '2'].map((value) => aFigure({ ...settled, value })),
  });
  const others = fromPlaces([{}, {}, {}]).filter(({ practice }) => practice.id !== 'place-0');
  const third = allFigures([aPractice({ id: 'place-3', figures: [aFigure(settled)] })]);
  assert.equal(comparableFigures([...allFigures([twice]).slice(1), ...others]).length, 1);
  assert.deepEqual(comparableFigures([...allFigures([twice]), ...others, ...third]), []);
});

test('a chart says what it counts, in which unit and when', () => {
  const [group] = comparableFigures(fromPlaces([{}, {}, {}]));
  assert.deepEqual([group?.counts, group?.unit, group?.period], ['调解成功率', '%', '2023 年']);
});
