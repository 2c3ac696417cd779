import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { writeChecksums } from '#build/checksums.ts';
import { projectFolder } from '../site/sites.ts';
import { ask } from './ask.ts';
import { programPath, recipes } from './recipes.ts';

const needed = ['bash', 'rsync', 'flock'].find((name) => programPath(name) === undefined);
const missing = needed !== undefined && `没有安装 ${needed}，跳过发布测试。`;

describe('publishing on a server', { skip: missing }, () => {
  let folder: string;
  let place: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deploy-publish-'));
    place = join(folder, 'practices');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Does not block, so that readers can read meanwhile. */
  async function run(...args: readonly string[]): Promise<{ status: number; said: string }> {
    const script = spawn(join(projectFolder, 'deploy/publish'), args, {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    script.stderr.on('data', (text) => (said += String(text)));
    const [status] = (await once(script, 'close')) as [number];
    return { status, said };
  }
  async function succeed(...args: readonly string[]): Promise<void> {
    const { status, said } = await run(...args);
    assert.equal(status, 0, said);
  }
  const publish = (built: string): Promise<void> => succeed(built, place);
  const current = (file: string): string => join(place, 'current', file);
  const home = (): string => readFileSync(current('index.html'), 'utf8');

  /** A site whose pages name the edition; a script and a search file are named by it. */
  function build(edition: string, { more = {} }: { more?: Record<string, string> } = {}): string {
    const built = join(folder, `dist-${edition}`);
    const files = {
      'index.html': `<script src="/_astro/page.${edition}.js"></script>`,
      '404.html': 'not here',
      'guides/about/index.html': 'the same in every edition',
      [`_astro/page.${edition}.js`]: edition,
      [`pagefind/${edition}/0.pf_index`]: edition,
      ...more,
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(built, name)), { recursive: true });
      writeFileSync(join(built, name), content);
    }
    writeChecksums(built, Object.keys(files));
    return built;
  }

  test('a colon, a blank or a hyphen in a path is part of a name', async () => {
    for (const name of ['a:b', '网站 一', '-n', '100%#']) {
      const named = join(folder, name);
      renameSync(build('one'), named);
      await succeed(named, join(folder, `place ${name}`));
      assert.ok(existsSync(join(folder, `place ${name}`, 'current/index.html')), name);
    }
  });

  test('no path is a release to go back to', async () => {
    await publish(build('one'));
    const { status, said } = await run('--back', place, '../releases');
    assert.equal(status, 1);
    assert.match(said, /no name of a release/);
  });

  test('texts are packed beside what they are, and again only where they changed', async () => {
    const long = (words: string): string => `${words} `.repeat(200);
    const more = (news: string): Record<string, string> => ({
      'guides/long/index.html': long('the same'),
      'data/news.json': long(news),
      'data/search/a.bin': long('packed by the build'),
      'pictures/a.png': long('packed as it is'),
    });
    await publish(build('one', { more: more('old') }));
    const packed = ['guides/long/index.html.gz', 'data/news.json.gz'];
    for (const file of packed) {
      const plain = readFileSync(current(file.slice(0, -3)));
      assert.ok(gunzipSync(readFileSync(current(file))).equals(plain), file);
    }
    const spared = ['index.html.gz', 'data/search/a.bin.gz', 'pictures/a.png.gz'];
    assert.deepEqual(spared.map(current).filter(existsSync), [], 'too short, or packed already');
    const before = packed.map((file) => statSync(current(file)).ino);
    await publish(build('two', { more: more('new') }));
    const after = packed.map((file) => statSync(current(file)).ino);
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    const news = gunzipSync(readFileSync(current('data/news.json.gz'))).toString();
    assert.equal(news, long('new'));
    if (programPath('brotli') === undefined) return;
    const pages = brotliDecompressSync(readFileSync(current('guides/long/index.html.br')));
    assert.equal(pages.toString(), long('the same'));
  });

  test('a site that was cut, changed, lost a file or took one in on the way is not published', async () => {
    await publish(build('one'));
    const spoilt: readonly ((site: string) => void)[] = [
      (site) => writeFileSync(join(site, 'index.html'), '<sc'),
      (site) => rmSync(join(site, 'guides/about/index.html')),
      (site) => writeFileSync(join(site, '.env'), 'SECRET=1'),
      (site) => rmSync(join(site, 'SHA256SUMS')),
      (site) => writeFileSync(join(site, 'SHA256SUMS'), 'x\n', { flag: 'a' }),
      (site) => {
        renameSync(join(site, 'index.html'), join(folder, 'elsewhere.html'));
        symlinkSync(join(folder, 'elsewhere.html'), join(site, 'index.html'));
      },
    ];
    for (const spoil of spoilt) {
      const site = build('two');
      spoil(site);
      const { status, said } = await run(site, place);
      assert.notEqual(status, 0);
      assert.match(said, /damaged|not part of the built site|has no SHA256SUMS|these are no files/);
      assert.match(home(), /page\.one\.js/);
      rmSync(site, { recursive: true });
    }
    assert.ok(!existsSync(join(place, '.next')));
  });

  test('a page opened before a publication still finds its scripts afterwards, for one release', async () => {
    await publish(build('one'));
    await publish(build('two'));
    assert.match(home(), /page\.two\.js/);
    assert.equal(readFileSync(current('_astro/page.one.js'), 'utf8'), 'one');
    assert.equal(readFileSync(current('pagefind/one/0.pf_index'), 'utf8'), 'one');
    await publish(build('three'));
    assert.ok(existsSync(current('_astro/page.two.js')));
    assert.ok(!existsSync(current('_astro/page.one.js')), 'old files would pile up');
  });

  test('a page that did not change keeps its time, and so its ETag, and takes no room', async () => {
    await publish(build('one'));
    const before = statSync(current('guides/about/index.html'));
    const built = build('two');
    utimesSync(join(built, 'guides/about/index.html'), 1, 1);
    await publish(built);
    const after = statSync(current('guides/about/index.html'));
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino]);
  });

  test('a page taken out of the library is gone', async () => {
    await publish(build('one', { more: { 'practices/x/index.html': 'withdrawn later' } }));
    assert.ok(existsSync(current('practices/x/index.html')));
    await publish(build('two'));
    assert.ok(!existsSync(current('practices/x/index.html')));
  });

  test('a bad release is taken back, and readers who saw it still find its scripts', async () => {
    await publish(build('good'));
    await publish(build('bad'));
    await succeed('--back', place);
    assert.match(home(), /page\.good\.js/);
    assert.ok(existsSync(current('_astro/page.bad.js')));
    await succeed('--back', place);
    assert.match(home(), /page\.bad\.js/);
    const [first = ''] = readdirSync(join(place, 'releases')).toSorted();
    await succeed('--back', place, first);
    assert.match(home(), /page\.good\.js/);
    assert.notEqual((await run('--back', place, 'no-such-release')).status, 0);
  });

  test('what is no built site is refused, and the last good one stays', async () => {
    await publish(build('one'));
    const half = build('two');
    rmSync(join(half, '404.html'));
    assert.match((await run(half, place)).said, /not a built site/);
    assert.match(home(), /page\.one\.js/);
  });

  test('the last five releases are kept', async () => {
    for (const edition of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await publish(build(edition));
    assert.equal(readdirSync(join(place, 'releases')).length, 5);
  });

  for (const recipe of recipes) {
    test(`no reader meets a broken moment (${recipe.name})`, { skip: recipe.missing }, async () => {
      await publish(build('one'));
      const server = await recipe.start({ folder: join(place, 'current'), base: '/' });
      try {
        let reading = true;
        let read = 0;
        const problems: string[] = [];
        const reader = (async () => {
          while (reading) {
            const page = await ask({ port: server.port, path: '/' });
            const script = /src="([^"]+)"/.exec(String(page.body))?.[1] ?? '/no-script';
            const { status } = await ask({ port: server.port, path: script });
            if (page.status !== 200 || status !== 200) problems.push(`${script}: ${status}`);
            read += 1;
          }
        })();
        await publish(build('two'));
        for (let turn = 0; turn < 8; turn += 1) await succeed('--back', place);
        reading = false;
        await reader;
        assert.deepEqual(problems, []);
        assert.ok(read > 50, `Only ${read} pages were read.`);
      } finally {
        await server.stop();
      }
    });
  }
});
