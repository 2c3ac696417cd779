import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as paths from '#domain/paths.ts';

test('every page’s address starts at the root and ends with a slash', () => {
  for (const [name, path] of Object.entries(paths)) {
    if (typeof path !== 'string' || /\.\w+$/.test(path)) continue;
    assert.match(path, /^\/([a-z-]+\/)*$/, name);
  }
  assert.equal(paths.practicePath('bengbu-wei-fating'), '/practices/bengbu-wei-fating/');
  assert.equal(paths.regionPath('340300'), '/regions/340300/');
});

test('a full address takes the place of publication and keeps the sub-path of the address', () => {
  assert.equal(
    paths.absolute('/practices-site/topics/', 'https://example.org'),
    'https://example.org/practices-site/topics/',
  );
  assert.equal(paths.absolute('/', new URL('https://example.org/')), 'https://example.org/');
});
