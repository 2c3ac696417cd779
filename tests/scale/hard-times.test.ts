import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCommand, MadeUpSite } from './made-up-site.ts';

/** A disk that is full and a build killed at the worst moment cost no site and no right page. */
const disk = join(tmpdir(), `small-disk-${process.pid}`);
const folder = join(disk, 'project');
mkdirSync(disk);
const mount = (...args: readonly string[]): boolean => spawnSync('mount', args).status === 0;
const isSmallDisk = mount('-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk);
const site = new MadeUpSite(folder, { practices: 24, seed: 3 });

after(() => {
  site.remove();
  if (isSmallDisk) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const skip = isSmallDisk ? false : 'Only the administrator of a Linux machine can mount a disk.';
const ballast = join(disk, 'ballast');

/** What a folder takes on the disk, a block at least for each file. */
function sizeOf(name: string): number {
  const { bsize } = statfsSync(disk);
  const files = [...site.bytes(name).values()];
  return files.reduce((sum, { length }) => sum + Math.ceil(length / bsize) * bsize, 0);
}

const sentence = '磁盘满了，网站没有重新生成，原来的 dist/ 保持不变。请腾出空间再试。';

/** Leaves so many bytes on the disk. */
function leaveFree(bytes: number): void {
  rmSync(ballast, { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, new Uint8Array(Math.floor(bavail * bsize - bytes)));
}

/** The disk fills up when the build starts, while it loads, bundles, renders, indexes and ends. */
const shares = [0, 0.001, 0.03, 0.3, 0.9, 1, 1.05];

test('a build on a full disk says so in one sentence, and the site stands', { skip }, () => {
  site.runWell();
  const stood = site.bytes();
  const size = sizeOf('dist');
  let refused = 0;
  for (const share of shares) {
    // A template changed and content anew: nothing is taken over, and the caches are made again.
    site.edit(
      site.practice('shiyan-00001'),
      /^title: .*$/m,
      `title: 磁盘满时的标题${'甲'.repeat((refused % 9) + 1)}`,
    );
    site.edit(site.file('src/components/shell/SiteFooter.astro'), '<footer', '<footer data-full');
    leaveFree(share * size);
    const { status, stdout, stderr } = site.run();
    if (status === 0) break;
    const said = `Room for ${share} of a site: ${stdout}\n${stderr}`;
    assert.equal(status, 1, said);
    // The bundler may have said before that it failed.
    const [last, ...others] = stderr.trim().split('\n').reverse();
    assert.equal(last, sentence, said);
    assert.ok(others.length < 2, said);
    site.assertStands(stood);
    refused += 1;
  }
  assert.ok(refused > 4, `Only ${refused} builds found the disk full.`);
  rmSync(ballast, { force: true });
  site.runWell();
  site.buildTwin();
  site.assertSame();
});

/** Has Node kill itself once it has renamed something for which a condition on `from` and `to` holds. */
const killedOnce = (condition: string): Readonly<Record<string, string>> => {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      rename(from, to);
      if (${condition}) process.kill(process.pid, 'SIGKILL');
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
};

const moments = [
  { name: 'before the old site is moved away', condition: `to === '.dist-next'` },
  { name: 'when neither the old nor the new site stands', condition: `from === 'dist'` },
  { name: 'before the old site is removed', condition: `to === 'dist'` },
];

for (const { name, condition } of moments) {
  test(`a build killed ${name} costs no site`, () => {
    site.runWell();
    const old = site.bytes();
    const title = `title: 换站时的标题${'甲'.repeat(condition.length)}`;
    site.edit(site.practice('shiyan-00002'), /^title: .*$/m, title);
    assert.equal(site.run(buildCommand, [], killedOnce(condition)).signal, 'SIGKILL');

    // Nothing new can be built, and a site is there again all the same.
    site.edit(site.practice('shiyan-00003'), /^institution: /m, 'institution: meiyou-');
    assert.equal(site.run().status, 1);
    const stands = site.bytes();
    if (condition !== `to === 'dist'`) site.assertStands(old);
    site.edit(site.practice('shiyan-00003'), 'meiyou-', '');
    site.runWell();
    if (condition === `to === 'dist'`) site.assertStands(stands);
  });
}

test('after all that the site is the one a full build makes', () => {
  site.buildTwin();
  site.assertSame();
});

const retitle = (id: string, title: string): void =>
  site.edit(site.practice(id), /^title: .*$/m, `title: ${title}`);

test('a build killed while it makes the next site of the kept one leaves no page of its own', () => {
  retitle('shiyan-00001', '站得住的标题');
  site.runWell();
  retitle('shiyan-00003', '另一篇的标题');
  site.runWell();
  retitle('shiyan-00001', '没有公布过的标题');
  const condition = `/^.cache.whole-.*shiyan-00001.md$/.test(to)`;
  assert.equal(site.run(buildCommand, [], killedOnce(condition)).signal, 'SIGKILL');
  retitle('shiyan-00001', '站得住的标题');
  retitle('shiyan-00002', '此后的标题');
  site.runWell();
  site.buildTwin();
  site.assertSame();
});

/** What a build keeps for the next one: the site before, and how it differs from the one that stands. */
function keptFor(part: 'tree' | 'list'): string {
  const kept = globSync('.cache/whole-*', { cwd: folder });
  const found = kept.find((name) => name.endsWith('.json') === (part === 'list'));
  return site.file(found ?? assert.fail(`No ${part} is kept.`));
}

const older = join(folder, 'older.json');
const damages: readonly { readonly name: string; readonly make: () => void }[] = [
  { name: 'a list of another day', make: () => copyFileSync(older, keptFor('list')) },
  { name: 'a damaged list', make: () => writeFileSync(keptFor('list'), '{"looks":') },
  { name: 'no kept site', make: () => rmSync(keptFor('tree'), { recursive: true }) },
  {
    name: 'a kept site that lacks a file',
    make: () => rmSync(join(keptFor('tree'), 'practices/bengbu-wei-fating.md')),
  },
];

for (const [round, { name, make }] of damages.entries()) {
  test(`a build that finds ${name} is right`, () => {
    retitle('shiyan-00002', `第${round}回先改的标题`);
    site.runWell();
    copyFileSync(keptFor('list'), older);
    retitle('shiyan-00001', `第${round}回后改的标题`);
    site.runWell();
    make();
    retitle('shiyan-00003', `第${round}回再改的标题`);
    assert.match(site.runWell(), /沿用/);
    site.buildTwin();
    site.assertSame();
  });
}

const takenOver = /沿用 \d+ 个文件和检索索引/;

test('sites in other folders, on other disks and for other base paths are known apart', () => {
  const elsewhere = join(tmpdir(), `other-disk-${process.pid}`);
  try {
    site.runWell(buildCommand, ['--out', elsewhere]);
    site.runWell(buildCommand, ['--base', '/zi/', '--out', 'dist-zi']);
    assert.match(site.runWell(buildCommand, ['--out', `${elsewhere}/`]), takenOver);
    assert.match(site.runWell(buildCommand, ['--base', '/zi/', '--out', './dist-zi']), takenOver);
    assert.doesNotMatch(site.runWell(buildCommand, ['--out', 'dist-zi']), /沿用/);
    site.assertSame('dist-zi');
    cpSync(elsewhere, site.file('dist-elsewhere'), { recursive: true });
    site.assertSame('dist-elsewhere');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test('a page taken out of the standing site by hand is made again', () => {
  rmSync(site.file('dist/practices/shiyan-00001/index.html'));
  site.runWell();
  site.assertSame();
});

/** Has Node save a fault in a practice once all of them were judged. */
const editedMeanwhile = (practice: string): Readonly<Record<string, string>> => {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      rename(from, to);
      if (!to.endsWith('verdicts.json')) return;
      const text = fs.readFileSync('${practice}', 'utf8');
      fs.writeFileSync('${practice}', text.replace(/^title: .*$/m, 'title: 没有查过的“标题'));
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
};

test('what an editor saves after the content was judged is not published unjudged', () => {
  site.runWell();
  const old = site.bytes();
  const practice = site.practice('shiyan-00004');
  site.edit(practice, /^title: .*$/m, 'title: 查过的标题');
  const { status, stderr } = site.run(buildCommand, [], editedMeanwhile(practice));
  assert.equal(status, 1, stderr);
  assert.match(
    stderr,
    /生成网站的时候内容被改动（最近一处：content\/practices\/shiyan-00004\.mdx）/,
  );
  site.assertStands(old);
  assert.match(site.run().stderr, /引号/);
  site.edit(practice, /^title: .*$/m, 'title: 改好的标题');
  site.runWell();
});
