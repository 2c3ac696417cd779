import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { buildCommand, MadeUpSite } from './made-up-site.ts';

/** A build after an edit ends as a full build of the same content does, byte for byte. */
const site = new MadeUpSite(join(tmpdir(), `delta-${process.pid}`), { practices: 26, seed: 7 });

const edits: readonly { readonly name: string; readonly make: () => void }[] = [
  {
    name: 'a paragraph',
    make: () => {
      const paths = [site.practice('shiyan-00001'), site.ledger('shiyan-00001')];
      site.edit(paths, '这一段为检验规模而编', '这一段为检验规模而改');
    },
  },
  {
    name: 'a title',
    make: () =>
      site.edit(site.practice('shiyan-00002'), /^title: .*$/m, 'title: 换了一个标题的做法'),
  },
  {
    name: 'the topics of a practice',
    make: () =>
      site.edit(
        site.practice('shiyan-00003'),
        /^topics: .*$/m,
        'topics: [suyuan-zhili, shuzi-sifa]',
      ),
  },
  {
    name: 'its region',
    make: () => site.edit(site.practice('shiyan-00003'), /^region: .*$/m, "region: '340300'"),
  },
  {
    name: 'an entry of a list',
    make: () => site.edit(site.file('content/institutions.yml'), /label: /, 'label: 各地'),
  },
  {
    name: 'a guide',
    make: () => appendFileSync(site.file('content/guides/about.mdx'), '\n新加的一段。\n'),
  },
  {
    name: 'the id of a practice',
    make: () => {
      renameSync(site.practice('shiyan-00002'), site.practice('shiyan-renamed'));
      renameSync(site.ledger('shiyan-00002'), site.ledger('shiyan-renamed'));
      const grounds = (id: string): string => site.file(`content/grounds/${id}.yml`);
      renameSync(grounds('shiyan-00002'), grounds('shiyan-renamed'));
      const attribution = site.file('content/attributions/shiyan-00002.yml');
      site.edit(attribution, 'practice: shiyan-00002', 'practice: shiyan-renamed');
    },
  },
  {
    name: 'the library, by a practice less',
    make: () => {
      rmSync(site.practice('shiyan-00003'));
      rmSync(site.ledger('shiyan-00003'));
      rmSync(site.file('content/grounds/shiyan-00003.yml'));
      rmSync(site.file('content/attributions/shiyan-00003.yml'));
    },
  },
  {
    name: 'a template',
    make: () =>
      site.edit(
        site.file('src/components/shell/SiteFooter.astro'),
        /<footer/,
        '<footer data-changed',
      ),
  },
  {
    name: 'the configuration',
    make: () =>
      site.edit(site.file('astro.config.mjs'), /compressHTML: true/, 'compressHTML: false'),
  },
];

before(() => void site.runWell());

after(() => site.remove());

/** What a build says it made, counted. */
function countSite(): string {
  const files = [...site.bytes()];
  const pages = files.filter(([name]) => name.endsWith('.html'));
  const size = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  return `${pages.length} 页，${files.length} 个文件，${(size / 1e6).toFixed(1)} MB`;
}

for (const { name, make } of edits) {
  test(`after a change of ${name} the site is the one a full build makes`, () => {
    make();
    const said = site.runWell();
    assert.ok(said.includes(countSite()), said);
    site.buildTwin();
    site.assertSame();
  });
}

test('a build without any change takes over every keyed page and the search index', () => {
  assert.match(site.runWell(), /沿用 \d+ 个文件和检索索引/);
  site.assertSame();
});

test('damaged caches are noticed and made again', () => {
  const heads = 'node_modules/.cache/practices/heads';
  for (const path of [
    ...readdirSync(site.file(heads)).map((name) => `${heads}/${name}`),
    'node_modules/.cache/practices/shiyan-00001.json',
  ]) {
    writeFileSync(site.file(path), '{"rules":');
  }
  for (const name of readdirSync(site.file('.cache'))) {
    if (name.startsWith('standing-')) writeFileSync(site.file(`.cache/${name}`), '[');
  }
  site.runWell();
  site.assertSame();
});

test('a second build at the same time is refused, and the first is not disturbed', async () => {
  const first = spawn(process.execPath, [buildCommand], { cwd: site.folder });
  const ended = new Promise((resolve) => first.on('close', resolve));
  await wait(1500);
  const { status, stderr } = site.run();
  assert.equal(status, 1);
  assert.match(stderr, /另一次建站正在进行/);
  assert.equal(await ended, 0);
  site.assertSame();
});

test('a build killed at any moment leaves the last good site, and the next build is right', async () => {
  site.edit(site.practice('shiyan-00001'), /^title: .*$/m, 'title: 又换了一个标题的做法');
  for (const delay of [700, 2500, 4500]) {
    const killed = spawn(process.execPath, [buildCommand], { cwd: site.folder });
    const ended = new Promise((resolve) => killed.on('close', resolve));
    await wait(delay);
    killed.kill('SIGKILL');
    await ended;
    assert.ok(site.bytes().size > 0);
  }
  site.runWell();
  site.buildTwin();
  site.assertSame();
});
