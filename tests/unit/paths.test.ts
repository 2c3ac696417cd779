import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as paths from '#domain/site/paths.ts';

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

test('the first page of a list keeps the address the list always had', () => {
  const topic = paths.topicPath('suyuan-zhili');
  assert.equal(paths.pagePath(topic, 1), topic);
  assert.equal(paths.pagePath(topic, 2), '/topics/suyuan-zhili/2/');
  assert.equal(paths.allPracticesPath(1), paths.practicesPath);
  assert.equal(paths.allPracticesPath(2), '/practices/all/2/');
  assert.equal(paths.provinceFiguresPath('340000'), '/figures/34/');
  assert.deepEqual(paths.stepsOf(paths.letterPath(paths.listPath('authors'), 'b')), [
    'authors',
    'by-letter',
    'b',
  ]);
});

test('a new edition is a new entry of a feed, and leads to the same page', () => {
  assert.equal(paths.editionPath('x', 1), paths.practicePath('x'));
  assert.equal(paths.editionPath('x', 2), `${paths.practicePath('x')}?edition=2`);
});
