import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { copyProject, makeProject } from '../bench/project.ts';

/** A build after an edit ends as a full build of the same content does, byte for byte. */
const project = join(tmpdir(), `delta-${process.pid}`);
const command = ['src/commands/build.ts'];

/** The same content and program without anything a build left behind. */
const twin = `${project}-twin`;

const build = (folder = project): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });

function buildWell(folder = project): string {
  const { status, stdout, stderr } = build(folder);
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

function buildInFull(): void {
  copyProject(project, twin);
  cpSync(join(project, 'content'), join(twin, 'content'), { recursive: true });
  buildWell(twin);
}

function bytesOf(folder: string): Map<string, string> {
  const root = join(folder, 'dist');
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(root.length + 1), readFileSync(file, 'latin1')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function assertSame(): void {
  const [delta, full] = [bytesOf(project), bytesOf(twin)];
  assert.deepEqual([...delta.keys()], [...full.keys()]);
  assert.deepEqual(
    [...delta.keys()].filter((file) => delta.get(file) !== full.get(file)),
    [],
  );
}

const file = (path: string): string => join(project, path);
const practice = (id: string): string => file(`content/practices/${id}.mdx`);

function edit(path: string, from: RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  assert.match(text, from);
  writeFileSync(path, text.replace(from, to));
}

const edits: readonly { readonly name: string; readonly make: () => void }[] = [
  {
    name: 'a paragraph',
    make: () => {
      for (const path of [practice('shiyan-00001'), file('content/paragraphs/shiyan-00001.yml')]) {
        edit(path, /这一段为检验规模而编/, '这一段为检验规模而改');
      }
    },
  },
  {
    name: 'a title',
    make: () => edit(practice('shiyan-00002'), /^title: .*$/m, 'title: 换了一个标题的做法'),
  },
  {
    name: 'the topics of a practice',
    make: () =>
      edit(practice('shiyan-00003'), /^topics: .*$/m, 'topics: [suyuan-zhili, shuzi-sifa]'),
  },
  {
    name: 'its region',
    make: () => edit(practice('shiyan-00003'), /^region: .*$/m, "region: '340300'"),
  },
  {
    name: 'an entry of a list',
    make: () => edit(file('content/institutions.yml'), /label: /, 'label: 各地'),
  },
  {
    name: 'a guide',
    make: () => appendFileSync(file('content/guides/about.mdx'), '\n新加的一段。\n'),
  },
  {
    name: 'the id of a practice',
    make: () => {
      renameSync(practice('shiyan-00002'), practice('shiyan-renamed'));
      renameSync(
        file('content/paragraphs/shiyan-00002.yml'),
        file('content/paragraphs/shiyan-renamed.yml'),
      );
    },
  },
  {
    name: 'the library, by a practice less',
    make: () => {
      rmSync(practice('shiyan-00003'));
      rmSync(file('content/paragraphs/shiyan-00003.yml'));
    },
  },
  {
    name: 'a template',
    make: () => edit(file('src/components/SiteFooter.astro'), /<footer/, '<footer data-changed'),
  },
  {
    name: 'the configuration',
    make: () => edit(file('astro.config.mjs'), /compressHTML: true/, 'compressHTML: false'),
  },
];

before(() => {
  makeProject(project, { practices: 26, seed: 7 });
  buildWell();
});

after(() => {
  for (const folder of [project, twin]) rmSync(folder, { recursive: true, force: true });
});

for (const { name, make } of edits) {
  test(`after a change of ${name} the site is the one a full build makes`, () => {
    make();
    buildWell();
    buildInFull();
    assertSame();
  });
}

test('a build without any change takes over every keyed page and the search data', () => {
  assert.match(buildWell(), /沿用 \d+ 个文件和检索数据/);
  assertSame();
});

test('damaged caches are noticed and made again', () => {
  for (const path of [
    'node_modules/.cache/practices/index.json',
    'node_modules/.cache/practices/shiyan-00001.json',
  ]) {
    writeFileSync(file(path), '{"rules":');
  }
  for (const name of readdirSync(file('.cache'))) {
    if (name.startsWith('standing-')) writeFileSync(file(`.cache/${name}`), '[');
  }
  buildWell();
  assertSame();
});

test('a second build at the same time is refused, and the first is not disturbed', async () => {
  const first = spawn(process.execPath, command, { cwd: project });
  const ended = new Promise((resolve) => first.on('close', resolve));
  await wait(1500);
  const { status, stderr } = build();
  assert.equal(status, 1);
  assert.match(stderr, /另一次建站正在进行/);
  assert.equal(await ended, 0);
  assertSame();
});

test('a build killed at any moment leaves the last good site, and the next build is right', async () => {
  edit(practice('shiyan-00001'), /^title: .*$/m, 'title: 又换了一个标题的做法');
  for (const delay of [700, 2500, 4500]) {
    const killed = spawn(process.execPath, command, { cwd: project });
    const ended = new Promise((resolve) => killed.on('close', resolve));
    await wait(delay);
    killed.kill('SIGKILL');
    await ended;
    assert.ok(bytesOf(project).size > 0);
  }
  buildWell();
  buildInFull();
  assertSame();
});
