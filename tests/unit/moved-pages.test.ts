import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeMovedPages } from '#build/redirects.ts';
import { moved as words } from '#words/moved.ts';

const site = { origin: 'https://example.org', language: 'zh-CN' };
import { contentPath } from '#folders.ts';

function build(redirects: string | null, base: string): string {
  const root = mkdtempSync(join(tmpdir(), 'moved-'));
  mkdirSync(join(root, 'content'));
  if (redirects !== null) writeFileSync(contentPath('redirects.yml', root), redirects);
  writeMovedPages(join(root, 'dist'), { base, site, words, root });
  return root;
}

const redirects = `
- { list: regions, from: '340321', to: '340302', on: '2026-11-01', note: 区划调整，<代码>变更 }
- { list: terms, from: jiu-ci, to: xin-ci, on: '2026-11-01', note: 换了说法 }
`;

test('a reader who kept the old address finds the way, with its reason', () => {
  const root = build(redirects, '/library');
  const page = readFileSync(join(root, 'dist/regions/340321/index.html'), 'utf8');
  for (const words of [
    '<meta http-equiv="refresh" content="0;url=/library/regions/340302/">',
    '<link rel="canonical" href="https://example.org/library/regions/340302/">',
    '<meta name="robots" content="noindex">',
    '这一页换了地址，现在在：<a href="/library/regions/340302/">',
    '2026-11-01 改。缘由：区划调整，&lt;代码&gt;变更',
    '<script src="/library/data/moved.js">',
  ]) {
    assert.ok(page.includes(words), `${words} is not in ${page}`);
  }
  assert.equal(existsSync(join(root, 'dist/terms')), false);
  rmSync(root, { recursive: true });
});

test('web servers get the same moves as rules of their own', () => {
  const root = build(redirects, '/');
  const read = (file: string): string => readFileSync(join(root, 'dist/data', file), 'utf8');
  assert.equal(
    read('redirects.nginx.conf'),
    'location = /regions/340321/ { return 301 /regions/340302/; }\n',
  );
  assert.equal(read('redirects.caddy'), 'redir /regions/340321/ /regions/340302/ permanent\n');
  rmSync(root, { recursive: true });
});

test('where nothing moved, nothing is written', () => {
  const root = build(null, '/');
  assert.equal(existsSync(join(root, 'dist')), false);
  rmSync(root, { recursive: true });
});
