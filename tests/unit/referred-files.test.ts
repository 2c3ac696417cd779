import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readChecksums, renewChecksums, writeChecksums } from '#build/checksums.ts';
import { deadReferences } from '#build/referred-files.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'referred-'));
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
  return Object.keys(files);
}

test('a page may refer to what stands in the site and to other sites', () => {
  const files = write({
    'index.html': '<a href="/library/guides/a/?q=1#x"></a><script src="/library/s.js"></script>',
    'guides/a/index.html':
      '<a href="../../#x"></a><a href="#y"></a><a href="https://example.org/x"></a><a href="mailto:a@b"></a>',
    's.js': '"href="/nowhere"',
  });
  assert.deepEqual(deadReferences(site, files, '/library/'), []);
});

test('a style sheet, a page or a download that is not there is told with the page that needs it', () => {
  const files = write({
    'guides/a/index.html':
      '<link href="/lost.css"><a href="../b/">b</a><a href="../%E8%A1%A8.csv">c</a>',
  });
  assert.deepEqual(
    deadReferences(site, files, '/').map(({ page, address }) => `${page} ${address}`),
    [
      'guides/a/index.html /lost.css',
      'guides/a/index.html ../b/',
      'guides/a/index.html ../%E8%A1%A8.csv',
    ],
  );
});

test('an address outside the path of the site leads out of it', () => {
  const files = write({ 'index.html': '<a href="/other/"></a>', 'other/index.html': '' });
  assert.equal(deadReferences(site, files, '/library/').length, 1);
});

test('a site carries the sum of each of its files, and of files that stay none is read again', () => {
  const files = write({ 'index.html': 'a', '数据/表.csv': 'b' });
  writeChecksums(site, files);
  const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  const written = () => [...readChecksums(site)];
  assert.deepEqual(written(), [
    ['index.html', sumOf('a')],
    ['数据/表.csv', sumOf('b')],
  ]);
  const stands = join(site, 'SHA256SUMS');
  writeFileSync(stands, readFileSync(stands, 'utf8').replace(sumOf('b'), 'f'.repeat(64)));
  write({ 'index.html': 'c', 'about.html': 'd', '末.csv': 'e' });
  renewChecksums(site, {
    before: site,
    differs: new Set(['index.html', 'about.html', 'gone.html', '末.csv']),
    present: ['末.csv', 'index.html', 'about.html'],
  });
  assert.deepEqual(written(), [
    ['about.html', sumOf('d')],
    ['index.html', sumOf('c')],
    ['数据/表.csv', 'f'.repeat(64)],
    ['末.csv', sumOf('e')],
  ]);
});
