import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { citationFile, citationFormats } from '#domain/exports/citation-file.ts';
import { withAccessDay } from '#domain/exports/access-day.ts';
import { withPinpoint } from '#domain/exports/pinpoint.ts';
import { text as words } from '#words/index.ts';
import { aPractice } from './builders.ts';

const record = toCitable(aPractice(), { origin: 'https://example.org', words });
const at = { anchor: 'p-k7m2', inWords: '第7段' };
const placed = (extension: string): string =>
  withPinpoint(
    withAccessDay(citationFile(record, extension), extension, '2026-12-01'),
    extension,
    at,
  );

test('a file for a reference manager says which paragraph a reader cites, and leads to it', () => {
  assert.match(placed('ris'), /\r\nSE {2}- 第7段\r\nUR {2}- https:\/\/\S+\/#p-k7m2\r\n/);
  assert.match(
    placed('bib'),
    /url = \{https:\/\/\S+\/#p-k7m2\},\n {2}pagination = \{paragraph\},\n {2}addendum = \{第7段\},/,
  );
  const [item] = JSON.parse(placed('csl.json')) as Record<string, unknown>[];
  assert.match(String(item?.['URL']), /\/#p-k7m2$/);
  assert.equal(item?.['section'], '第7段');
});

test('nothing else of the file changes with the paragraph', () => {
  for (const { extension } of citationFormats) {
    const before = withAccessDay(citationFile(record, extension), extension, '2026-12-01');
    const tidy = (file: string): string =>
      file
        .replace('#p-k7m2', '')
        .replace('SE  - 第7段\r\n', '')
        .replace(/ {2}(pagination|addendum) = .*\n/g, '')
        .replace(/,\n {4}"section": "第7段"/, '');
    assert.equal(tidy(placed(extension)), before, extension);
  }
});

test('a page without an address has no place to lead to', () => {
  const nowhere = citationFile(toCitable(aPractice(), { origin: null, words }), 'ris');
  assert.equal(withPinpoint(nowhere, 'ris', at), nowhere);
});
