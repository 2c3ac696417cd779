import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { libraryFiles } from '#domain/exports/library-file.ts';
import { practiceFormats } from '#domain/exports/formats.ts';
import { atRoot, underSubPath } from '../site/sites.ts';
import { ask, unpacked, type Answer } from './ask.ts';
import { hasIPv6, recipes, type RunningServer } from './recipes.ts';

const utf8 = (type: string): string => `${type}; charset=utf-8`;

/** Media type of every ending in the built site. One that is not here fails, to be thought about. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: utf8('text/html'),
  css: utf8('text/css'),
  js: utf8('text/javascript'),
  xml: utf8('text/xml'),
  svg: 'image/svg+xml',
  png: 'image/png',
  bin: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  SHA256SUMS: 'application/octet-stream',
  ...Object.fromEntries(
    libraryFiles.map(({ name, mediaType }) => [endingOf(name), utf8(mediaType)]),
  ),
  ...Object.fromEntries(
    practiceFormats.map(({ extension, mediaType }) => [extension, utf8(mediaType)]),
  ),
};

/** Packed already, or read by nobody but who checks the site: a server could only waste time on it. */
const alreadyPacked = /\.(?:bin|png|pf_[a-z]+)$|^SHA256SUMS$/;
const namedByContent = /^_astro\/|\.pf_[a-z]+$/;

/** What follows the first dot that is not part of a hash or number: `csl.json`, `pf_index`. */
function endingOf(file: string): string {
  return /(csl\.json|[^.]+)$/.exec(file)?.[0] ?? '';
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((file) => file.split(sep).join('/'));

/** The largest file of each ending, so that every one is worth packing. */
function specimens(folder: string): string[] {
  const bySize = filesOf(folder).toSorted((a, b) => sizeOf(folder, a) - sizeOf(folder, b));
  return [...new Map(bySize.map((file) => [endingOf(file), file])).values()];
}

const sizeOf = (folder: string, file: string): number => readFileSync(join(folder, file)).length;

/** Without the comparison that assert would print, which for large files takes all memory. */
function assertSame(bytes: Buffer, expected: Buffer, where = ''): void {
  assert.ok(bytes.equals(expected), `${where} came as other ${bytes.length} bytes.`);
}

function assertGuarded({ headers }: Answer, where: string): void {
  // Nothing but this: the pages' own policy says the rest, and workers of old browsers need it lax.
  assert.equal(headers['content-security-policy'], "frame-ancestors 'self'", where);
  assert.equal(headers['x-content-type-options'], 'nosniff', where);
  assert.equal(headers['referrer-policy'], 'same-origin', where);
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin', where);
  assert.equal(
    headers['cross-origin-resource-policy'],
    /image/.test(String(headers['content-type'])) ? 'cross-origin' : 'same-origin',
    where,
  );
  assert.doesNotMatch(String(headers['server'] ?? ''), /\d/, where);
  assert.match(String(headers['permissions-policy']), /camera=\(\), geolocation=\(\)/, where);
  assert.doesNotMatch(String(headers['permissions-policy']), /clipboard/, where);
  assert.equal(headers['strict-transport-security'], undefined, where);
}

for (const recipe of recipes) {
  describe(`${recipe.name} with texts packed beforehand`, { skip: recipe.missing }, () => {
    test('a reader gets what stands packed beside a text, and others the text', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'deploy-packed-'));
      const text = 'packed when asked for '.repeat(100);
      const beforehand = 'packed beforehand';
      for (const file of ['index.html', '404.html', 'practices.json', 'other.json']) {
        writeFileSync(join(folder, file), text);
        if (file === 'other.json') continue;
        writeFileSync(join(folder, `${file}.gz`), gzipSync(beforehand));
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(beforehand));
      }
      const server = await recipe.start({ folder, base: '/' });
      try {
        const get = (path: string, coding: string): Promise<Answer> =>
          ask({ port: server.port, path, headers: { 'accept-encoding': coding } });
        for (const path of ['/', '/practices.json']) {
          for (const coding of recipe.beforehand) {
            const answer = await get(path, coding);
            assert.equal(answer.headers['content-encoding'], coding, path);
            assert.equal(unpacked(answer).toString(), beforehand, path);
            assert.match(String(answer.headers['content-type']), /utf-8$/i, path);
            assert.match(String(answer.headers.vary), /accept-encoding/i, path);
            assertGuarded(answer, path);
          }
          assert.equal((await get(path, 'identity')).body.toString(), text, path);
        }
        assert.equal(unpacked(await get('/other.json', 'gzip')).toString(), text);
        const missing = await get('/nowhere', 'gzip');
        assert.equal(missing.status, 404);
        assert.equal(unpacked(missing).toString(), beforehand);
      } finally {
        await server.stop();
        rmSync(folder, { recursive: true });
      }
    });
  });

  for (const { folder, base } of [atRoot, underSubPath]) {
    describe(`${recipe.name} at ${base}`, { skip: recipe.missing }, () => {
      let server: RunningServer;
      const get = (file: string, headers: Record<string, string> = {}): Promise<Answer> =>
        ask({ port: server.port, path: `${base}${file}`, headers });
      const read = (file: string): Buffer => readFileSync(join(folder, file));

      before(async () => {
        assert.ok(existsSync(folder), `${folder} is not built; npm test builds it.`);
        server = await recipe.start({ folder, base });
      });
      after(() => server.stop());

      test('a reader gets every kind of file whole and under its type', async () => {
        for (const file of specimens(folder)) {
          const { status, headers, body } = await get(file);
          assert.equal(status, 200, file);
          assert.equal(
            headers['content-encoding'],
            undefined,
            `${file}, to who reads no packed text`,
          );
          assertSame(body, read(file), file);
          const type = mediaTypes[endingOf(file)] ?? assert.fail(`Which type has ${file}?`);
          assert.equal(headers['content-type']?.toLowerCase(), type, file);
        }
      });

      test('a reader gets a page by its address, with or without the final slash', async () => {
        assertSame((await get('')).body, read('index.html'));
        const page = await get('practices/');
        assert.equal(page.headers['content-type']?.toLowerCase(), mediaTypes['html']);
        assertSame(page.body, read('practices/index.html'));
        const moved = await get('practices?q=%E6%B3%95&topic=x');
        assert.ok([301, 308].includes(moved.status), String(moved.status));
        // No host and no port: behind a proxy they are not the ones the reader knows. Caddy 2.6
        // forgets the query.
        assert.equal(moved.headers.location?.replace(/\?.*/, ''), `${base}practices/`);
      });

      test('a reader who asks for what is not there gets the page that helps on', async () => {
        const wrong = [
          'practices/nowhere/',
          'nowhere',
          'practices/x.bib',
          '_astro/x.0.css',
          'pagefind/x/0.pf_index',
          'data/search/x.bin',
        ];
        const { etag } = (await get('404.html')).headers;
        for (const address of wrong) {
          for (const headers of [{}, { 'if-none-match': String(etag) }]) {
            const answer = await get(address, headers);
            assert.equal(answer.status, 404, address);
            assert.equal(
              answer.headers['content-type']?.toLowerCase(),
              mediaTypes['html'],
              address,
            );
            // Or a file asked for a moment too early would be missing for a year.
            assert.equal(answer.headers['cache-control'], 'no-cache', address);
            assertSame(answer.body, read('404.html'), address);
            assertGuarded(answer, address);
          }
        }
      });

      test('a returning reader asks again for pages and never for files named by content', async () => {
        const addresses = [
          '',
          'practices/',
          'feed.xml',
          'favicon.svg',
          'data/search/entry.json',
          ...specimens(folder),
        ];
        for (const address of addresses) {
          const expected = namedByContent.test(address)
            ? 'public, max-age=31536000, immutable'
            : 'no-cache';
          for (const accepted of ['identity', ...recipe.codings]) {
            const headers = { 'accept-encoding': accepted };
            const first = await get(address, headers);
            assert.equal(first.headers['cache-control'], expected, address);
            const etag = first.headers.etag ?? assert.fail(`${address} has no ETag.`);
            const again = await get(address, { ...headers, 'if-none-match': etag });
            assert.equal(again.status, 304, `${address} as ${accepted}`);
            assert.equal(again.body.length, 0, address);
            assert.equal(again.headers['cache-control'], expected, address);
          }
        }
      });

      test('text comes packed, and search data as the build packed it', async () => {
        const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };
        for (const file of specimens(folder)) {
          const answer = await get(file, browser);
          assertSame(unpacked(answer), read(file), file);
          if (alreadyPacked.test(file)) {
            assert.equal(answer.headers['content-encoding'], undefined, file);
            continue;
          }
          if (read(file).length < 512) continue;
          assert.equal(answer.headers['content-encoding'], recipe.codings[0], file);
          assert.match(String(answer.headers.vary), /accept-encoding/i, file);
        }
        const old = await get('', { 'accept-encoding': 'gzip, deflate' });
        assert.equal(old.headers['content-encoding'], 'gzip');
        assertSame(unpacked(old), read('index.html'));
        const relayed = await get('', { ...browser, via: '1.1 proxy' });
        assert.equal(relayed.headers['content-encoding'], recipe.codings[0]);
        const missing = await get('nowhere/', browser);
        assert.equal(missing.headers['content-encoding'], recipe.codings[0]);
        assertSame(unpacked(missing), read('404.html'));
      });

      test('every answer tells the browser what the page may not do', async () => {
        for (const address of ['', 'practices', 'favicon.svg', ...specimens(folder)]) {
          assertGuarded(await get(address), address);
        }
      });

      test('a reader comes over IPv6 as well', { skip: !hasIPv6 && '本机没有 IPv6' }, async () => {
        const { status, body } = await ask({ port: server.port, path: base, host: '::1' });
        assert.equal(status, 200);
        assertSame(body, read('index.html'));
      });

      if (base !== '/') {
        test('the site keeps to its path', async () => {
          const at = (path: string): Promise<Answer> => ask({ port: server.port, path });
          const home = await at(base.slice(0, -1));
          assert.ok([301, 308].includes(home.status), String(home.status));
          assert.equal(home.headers.location, base);
          for (const address of ['/practices/', `${base.slice(0, -1)}-other/`]) {
            assert.ok(!(await at(address)).body.equals(read('404.html')), address);
            assert.notEqual((await at(address)).headers['referrer-policy'], 'same-origin', address);
          }
        });
      }
    });
  }
}
