import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [`src/commands/${command}.ts`, ...args], { encoding: 'utf8' });

/** A library as an office starts it, in a folder with a blank and Chinese in its name. */
function startedLibrary(context: TestContext): string {
  const above = mkdtempSync(join(tmpdir(), 'own-'));
  context.after(() => rmSync(above, { recursive: true, force: true }));
  const folder = join(above, '本县 实践库');
  const { status, stderr } = run('new', '--library', folder);
  assert.equal(status, 0, stderr);
  return folder;
}

test('an office starts a library of its own, and the check finds nothing wrong with it', (context) => {
  const folder = startedLibrary(context);
  const { status, stdout, stderr } = run('check-content', '--content', folder);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /内容没有问题：0 篇实践/);
  for (const name of [
    'README.md',
    'site.yml',
    '.gitattributes',
    '.gitignore',
    'guides/about.mdx',
  ]) {
    assert.ok(existsSync(join(folder, name)), `${name} is not there`);
  }
});

test('a folder that holds anything, or belongs to the program, is left alone', (context) => {
  const folder = startedLibrary(context);
  writeFileSync(join(folder, 'site.yml'), 'name: 已经写好的库\n');
  const again = run('new', '--library', folder);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /已经有文件，没有动它/);
  assert.equal(readFileSync(join(folder, 'site.yml'), 'utf8'), 'name: 已经写好的库\n');
  assert.match(run('new', '--library', 'content').stderr, /在程序的文件夹里/);
});

test('a content folder that is not there is named, whichever command is told of it', () => {
  for (const command of ['check-content', 'build', 'start', 'dev', 'new', 'paragraphs']) {
    const { status, stderr } = run(command, '--content', '/没有/这个文件夹');
    assert.equal(status, 1, command);
    assert.match(stderr, /“\/没有\/这个文件夹”不是文件夹/);
    assert.doesNotMatch(stderr, /^\s+at /m);
  }
});

test('a library in a folder whose name the tools would cut is told so, before anything is built', (context) => {
  const above = mkdtempSync(join(tmpdir(), 'own-'));
  context.after(() => rmSync(above, { recursive: true, force: true }));
  for (const name of ['实践库#1', '100%', '%41']) {
    const folder = join(above, name);
    assert.equal(run('new', '--library', folder).status, 0);
    const { status, stderr } = run('build', '--content', folder, '--out', join(above, 'site'));
    assert.equal(status, 1, name);
    assert.match(stderr, /内容文件夹的路径里有“[#%]”/);
    assert.ok(!existsSync(join(above, 'site')));
  }
});

test('what an office writes into site.yml as it is shown there passes the check', (context) => {
  const folder = startedLibrary(context);
  appendFileSync(
    join(folder, 'site.yml'),
    [
      'shortName: 实践库',
      'bodies:',
      '  - { role: 主办, name: 青川县司法局 }',
      'address: https://www.qingchuan.test/shijian/',
      'contact:',
      '  name: 青川县司法局调解科',
      '  phone: 0839-1234567',
      '  form: https://www.qingchuan.test/jiucuo?t={title}&u={address}&p={paragraph}',
      'records:',
      '  icp: 川ICP备12345678号-1',
      '  police: 川公网安备51082202012345号',
      "  government: '5108220001'",
      "accent: '#1f5c8a'",
      '',
    ].join('\n'),
  );
  const { status, stderr } = run('check-content', '--content', folder);
  assert.equal(status, 0, stderr);
});

test('a logo that is missing, no picture, or a program is refused', (context) => {
  const folder = startedLibrary(context);
  appendFileSync(join(folder, 'site.yml'), 'logo: logo.svg\nicon: icon.png\n');
  const said = (): string => run('check-content', '--content', folder).stderr;
  assert.match(said(), /标志（logo）写着「logo.svg」：没有这个文件/);
  writeFileSync(
    join(folder, 'logo.svg'),
    '<svg xmlns="x" onload="alert(1)"><path d="M0 0h1"/></svg>',
  );
  writeFileSync(join(folder, 'icon.png'), 'GIF89a');
  assert.match(said(), /标志（logo）.*可能运行程序/);
  assert.match(said(), /小图标（icon）.*不是 PNG 图片/);
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="x"><path d="M0 0h1"/></svg>');
  writeFileSync(join(folder, 'icon.png'), Buffer.from('89504e470d0a1a0a00', 'hex'));
  assert.equal(said(), '');
});
