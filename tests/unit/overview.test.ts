import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodLine, timeLine, topicMatrix } from '#domain/lists/overview.ts';
import { coverageOf } from '#domain/regions/region-coverage.ts';
import { tilesNextTo } from '#domain/regions/tile-index.ts';
import { aDateBound, anInstitution, aPractice, aRegion, aSource, aTopic } from './builders.ts';

const broad = aTopic({ id: 'broad', label: '大' });
const narrow = aTopic({ id: 'narrow', broader: 'broad', path: [] });
const narrowInBroad = { ...narrow, path: [broad, { ...narrow, path: [] }] };
const court = anInstitution({ id: 'fayuan' });
const police = anInstitution({ id: 'gongan' });

test('narrower topics stand behind their broader one, whose count includes them', () => {
  const practice = aPractice({ topics: [narrowInBroad], institution: court });
  const { rows, columns } = topicMatrix([narrowInBroad, broad], [court, police], [practice]);
  assert.deepEqual(
    rows.map(({ topic, counts, total }) => [topic.id, counts, total]),
    [
      ['broad', [1, 0], 1],
      ['narrow', [1, 0], 1],
    ],
  );
  assert.deepEqual(
    columns.map(({ total }) => total),
    [1, 0],
  );
});

test('an empty library makes an empty picture, not a broken one', () => {
  assert.equal(topicMatrix([broad], [court], []).most, 1);
  assert.deepEqual(timeLine([]).years, []);
});

const written = (after: string | null, before: string | null) =>
  aPractice({
    changes: [{ edition: 1, changedOn: '2026-09-02', note: '首次收录' }],
    source: aSource({
      writtenAfter: after === null ? null : aDateBound({ on: after }),
      writtenBefore: before === null ? null : aDateBound({ on: before }),
    }),
  });

test('a source can be no younger than the day the library read it', () => {
  const { years, rows } = timeLine([written('2024-10', null)]);
  assert.deepEqual(years, [2024, 2025, 2026]);
  assert.deepEqual(rows[0]?.possible, [true, true, true]);
});

test('both bounds shut the years outside; a source nothing dates may be of any year and is last', () => {
  const { years, rows } = timeLine([
    written(null, null),
    written('2022', '2023-05'),
    written('2021-07-01', null),
  ]);
  assert.deepEqual(years, [2021, 2022, 2023, 2024, 2025, 2026]);
  assert.deepEqual(
    rows.map(({ possible }) => possible.map(Number).join('')),
    ['111111', '011000', '111111'],
  );
  assert.equal(rows[2]?.after, null);
});

test('a province’s neighbours in the index are the next tiles, across one gap at most', () => {
  assert.deepEqual([...tilesNextTo('桂')].sort(), [...'粤黔湘滇琼'].sort());
  assert.deepEqual(tilesNextTo('新'), []);
  assert.deepEqual(tilesNextTo('没有'), []);
});

test('a region’s page tells its own level from what lies below, and what it lacks', () => {
  const province = aRegion({ id: '340000', level: 'province' });
  const city = aRegion({ id: '340300', path: [] });
  const cityInProvince = { ...city, path: [province, city] };
  const practices = [
    aPractice({ id: 'a', region: cityInProvince, institution: court, topics: [broad] }),
    aPractice({ id: 'b', institution: police, topics: [aTopic({ id: 'other' })] }),
  ];
  const library = {
    practices,
    institutions: [court, police],
    topics: [broad, aTopic({ id: 'other' })],
  };
  const { chain, institutions, missingInstitutions, missingTopics } = coverageOf(province, library);
  assert.deepEqual(
    chain.map(({ own, all }) => [own, all]),
    [[0, 1]],
  );
  assert.deepEqual(institutions, [{ term: court, count: 1 }]);
  assert.deepEqual(missingInstitutions, [police]);
  assert.deepEqual(
    missingTopics.map(({ id }) => id),
    ['other'],
  );
});

test('what the whole library lacks is not held against one region', () => {
  const library = { practices: [], institutions: [court], topics: [broad] };
  assert.deepEqual(coverageOf(aRegion(), library).missingInstitutions, []);
});

test('by periods the time line keeps every source and does not grow with their number', () => {
  const written = (after: string | null, before: string | null, id: string) =>
    aPractice({
      id,
      changes: [{ edition: 1, changedOn: '2024-05-01', note: '首次收录' }],
      source: aSource({
        writtenAfter: after === null ? null : aDateBound({ on: after }),
        writtenBefore: before === null ? null : aDateBound({ on: before }),
      }),
    });
  const { years, rows } = periodLine([
    written(null, null, 'undated'),
    written('2022', null, 'one'),
    written('2022-07', null, 'two'),
    written('2021', '2021-12', 'three'),
  ]);
  assert.deepEqual(years, [2021, 2022, 2023, 2024]);
  assert.deepEqual(
    rows.map(({ period, count, possible, after }) => [
      period.id,
      count,
      possible.map(Number).join(''),
      after !== null,
    ]),
    [
      ['2021', 1, '1000', true],
      ['from-2022', 2, '0111', true],
      ['unknown', 1, '1111', false],
    ],
  );
});
