import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { buildCommand, MadeUpSite } from './made-up-site.ts';

/**
 * Parts of provinces built by themselves and joined make the site of one build, byte for byte. A
 * part that is missing or of older content costs time and never a right page.
 */
const site = new MadeUpSite(join(tmpdir(), `parts-${process.pid}`), { practices: 40, seed: 5 });

/** Beijing and Tianjin have made-up practices, Anhui has real ones; others have no part. */
const provinces = ['11', '12', '34'];

const buildParts = (environment: Readonly<Record<string, string>> = {}): void => {
  for (const province of provinces) {
    site.runWell(buildCommand, ['--only-region', province], environment);
  }
};
const assemble = 'src/commands/assemble.ts';
const forgetSite = (): void => {
  for (const left of ['dist', '.cache']) rmSync(site.file(left), { recursive: true, force: true });
};
const saved = site.file('parts-as-built');

before(() => {
  buildParts();
  cpSync(site.file('parts'), saved, { recursive: true });
  site.buildTwin();
});

beforeEach(() => {
  rmSync(site.file('parts'), { recursive: true, force: true });
  cpSync(saved, site.file('parts'), { recursive: true });
});

after(() => site.remove());

/** How many files of practices came from parts, from the site that stood, and were rendered. */
function countsIn(said: string): { parts: number; standing: number; rendered: number } {
  const [, parts, standing, rendered] =
    /取自分片 (\d+) 个，沿用原来的网站 (\d+) 个，在这里生成 (\d+) 个/.exec(said) ??
    assert.fail(said);
  return { parts: Number(parts), standing: Number(standing), rendered: Number(rendered) };
}

function assertRefused(words: readonly string[], args: readonly string[] = [], url?: string): void {
  const stood = site.bytes();
  const { status, stdout, stderr } = site.run(assemble, args, url ? { SITE_URL: url } : {});
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.equal(stderr.trim().split('\n').length, 1, stderr);
  for (const word of words) assert.ok(stderr.includes(word), `${word} is missing in: ${stderr}`);
  site.assertStands(stood);
}

test('on a machine that holds no site, everything but lists and other provinces comes from parts', () => {
  forgetSite();
  const said = site.runWell(assemble);
  site.assertSame();
  const { parts, standing, rendered } = countsIn(said);
  assert.ok(parts > 0 && rendered > 0);
  assert.equal(standing, 0);
  assert.match(said, /没有分片的省份：.*湖北（42）/);
});

test('pages that stand already are taken from there', () => {
  const said = site.runWell(assemble);
  site.assertSame();
  assert.deepEqual([countsIn(said).parts, countsIn(said).rendered], [0, 0]);
  assert.match(said, /沿用 \d+ 个文件和检索索引/);
});

test('a province whose part is missing is rendered where the parts are joined', () => {
  forgetSite();
  const { parts: all } = countsIn(site.runWell(assemble));
  forgetSite();
  rmSync(site.file('parts/12'), { recursive: true });
  const said = site.runWell(assemble);
  site.assertSame();
  assert.match(said, /没有分片的省份：.*天津（12）/);
  assert.ok(countsIn(said).parts < all);
});

test('a part may lie in any folder, and be made anew', () => {
  forgetSite();
  rmSync(site.file('parts'), { recursive: true });
  for (const _ of ['first', 'again']) {
    const said = site.runWell(buildCommand, ['--only-region', '34', '--out', 'elsewhere/anhui']);
    assert.match(said, /安徽，\d+ 篇实践，\d+ 个文件，在 elsewhere\/anhui\//);
  }
  assert.ok(countsIn(site.runWell(assemble, ['--parts', 'elsewhere'])).parts > 0);
  site.assertSame();
});

test('parts of another base path and address make the site of that base path and address', () => {
  const address = { SITE_URL: 'https://shijian.example.cn' };
  const at = ['--base', '/shijian/'];
  const folder = ['--parts', 'parts-at-base', '--out', 'dist-at-base'];
  for (const province of ['11', '34']) {
    const out = `parts-at-base/${province}`;
    site.runWell(buildCommand, [...at, '--only-region', province, '--out', out], address);
  }
  const said = site.runWell(assemble, [...at, ...folder], address);
  assert.ok(countsIn(said).parts > 0);
  site.buildTwin(at, address);
  site.assertSame('dist-at-base');
  assert.equal(countsIn(site.runWell(assemble, [...at, ...folder], address)).rendered, 0);
  // The site at the root is known by itself, and taken over.
  assert.match(site.runWell(), /沿用 \d+ 个文件和检索索引/);
});

test('a part of older content is used as far as it still is right', () => {
  forgetSite();
  const { rendered: others } = countsIn(site.runWell(assemble));
  forgetSite();
  site.edit(site.practice('shiyan-00001'), /^title: .*$/m, 'title: 分片生成以后改了的标题');
  site.edit(site.file('content/institutions.yml'), 'label: 政法委', 'label: 政法委员机关');
  for (const path of [site.practice('shiyan-00006'), site.ledger('shiyan-00006')]) rmSync(path);
  const said = site.runWell(assemble);
  site.buildTwin();
  site.assertSame();
  const { parts, rendered } = countsIn(said);
  assert.ok(parts > 0 && rendered > others);
});

test('a part of another address, program or base path is refused, and so is a damaged one', () => {
  site.runWell();
  assertRefused(['parts/11/', '/zi/', '--only-region 11'], ['--base', '/zi/']);
  assertRefused(['parts/11/', 'SITE_URL', 'https://b.example'], [], 'https://b.example');

  const page = site.file('parts/34/practices/bengbu-wei-fating/index.html');
  appendFileSync(page, ' ');
  assertRefused(['parts/34/', 'practices/bengbu-wei-fating/index.html', '--only-region 34']);
  rmSync(page);
  assertRefused(['parts/34/', 'practices/bengbu-wei-fating/index.html', '--only-region 34']);
  rmSync(site.file('parts/34'), { recursive: true });
  writeFileSync(
    site.file('parts/12/part.json'),
    readFileSync(site.file('parts/12/part.json'), 'utf8').slice(0, -9),
  );
  assertRefused(['parts/12/', 'part.json']);
  rmSync(site.file('parts/12/part.json'));
  assertRefused(['parts/12/', 'part.json']);
  rmSync(site.file('parts/12'), { recursive: true });

  site.edit(site.file('src/components/shell/SiteFooter.astro'), '<footer', '<footer data-changed');
  assertRefused(['parts/11/', '另一版程序', '--only-region 11']);
  renameSync(site.file('parts'), site.file('no-parts'));
  assertRefused(['parts/', '--only-region']);
});

test("a part takes no other folder's place, and is of a province there is", () => {
  for (const [args, word] of [
    [['--only-region', '99'], '99'],
    [['--only-region', '340000'], '340000'],
    [['--only-region', '34', '--out', 'dist'], 'dist/'],
  ] as const) {
    const { status, stderr } = site.run(buildCommand, args);
    assert.equal(status, 1);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    assert.ok(stderr.includes(word));
  }
});
