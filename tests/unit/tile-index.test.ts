import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { tileColumns, tileIndex, tilesNextTo } from '#domain/regions/tile-index.ts';
import { aRegion } from './builders.ts';

const listed: { id: string; abbr?: string; level: string }[] = parse(
  readFileSync('tests/library/content/regions.yml', 'utf8'),
);
const provinces = listed
  .filter(({ level }) => level === 'province')
  .map(({ id, abbr = null }) => ({ region: aRegion({ id, abbr }), count: 0, children: [] }));

test('each of the 34 province-level divisions has one tile', () => {
  const tiles = tileIndex(provinces).filter((tile) => tile !== null);
  assert.equal(tiles.length, 34);
  assert.equal(new Set(tiles.map(({ region }) => region.id)).size, 34);
});

test('the tiles fill whole rows', () => {
  assert.equal(tileIndex(provinces).length % tileColumns, 0);
});

test('neighbours a reader knows stand as they should', () => {
  const cells = tileIndex(provinces).map((tile) => tile?.region.abbr ?? null);
  const at = (abbr: string) => {
    const cell = cells.indexOf(abbr);
    return { row: Math.floor(cell / tileColumns), column: cell % tileColumns };
  };
  assert.ok(at('黑').row < at('粤').row, 'Heilongjiang is north of Guangdong');
  assert.ok(at('新').column < at('沪').column, 'Xinjiang is west of Shanghai');
  assert.ok(at('琼').row > at('京').row, 'Hainan is south of Beijing');
});

test('a province without a place stops the build by name', () => {
  const added = { region: aRegion({ id: '999999', abbr: '某' }), count: 0, children: [] };
  assert.throws(() => tileIndex([...provinces, added]), /某/);
});

test('a place without a province stops the build by name', () => {
  const abbr = provinces[0]?.region.abbr ?? '';
  assert.throws(() => tileIndex(provinces.slice(1)), new RegExp(abbr));
});

/** Marks of the tiles next to one, in order of their code points. */
const nextTo = (abbr: string): string => [...tilesNextTo(abbr)].sort().join('');
const sorted = (marks: string): string => [...marks].sort().join('');

test('next to a province stand the tiles around it, straight on also across one empty place', () => {
  assert.equal(nextTo('豫'), sorted('鄂皖晋粤陕冀湘赣'));
  assert.equal(nextTo('青'), sorted('宁甘川'));
  assert.equal(nextTo('黑'), sorted('吉'));
  assert.equal(nextTo('蒙'), sorted('京晋'));
});

test('two empty places are too far, and a tile at the edge has neighbours on its own side only', () => {
  assert.deepEqual(tilesNextTo('新'), []);
  assert.equal(nextTo('台'), sorted('闽浙沪'));
  assert.equal(nextTo('辽'), sorted('津吉鲁沪'));
});
