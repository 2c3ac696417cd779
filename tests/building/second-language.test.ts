import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

/** A copy of the project in which `site.yml` asks for English, gone when the test ends. */
function englishLibrary(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'english-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  cpSync('tests/library/content', join(folder, 'content'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  appendFileSync(join(folder, 'content/site.yml'), '\nlanguage: en\n');
  writeFileSync(
    join(folder, 'content/redirects.yml'),
    '- list: practices\n  from: weifating\n  to: bengbu-wei-fating\n  "on": 2026-11-20\n  note: 改名\n',
  );
  return folder;
}

/** The words of English: the beginnings of them, and Chinese for all that has none yet. */
function translate(folder: string): void {
  const words = join(folder, 'src/text/en');
  cpSync('tests/second-language/en', words, { recursive: true });
  for (const module of globSync('*.ts', { cwd: 'src/text/zh-CN' })) {
    if (existsSync(join(words, module))) continue;
    writeFileSync(join(words, module), `export * from '#text/zh-CN/${module}';\n`);
  }
}

const build = (folder: string) =>
  spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: folder, encoding: 'utf8' });

test('a library in a language nobody has written is told what to write, and builds nothing', (context) => {
  const folder = englishLibrary(context);
  const { status, stderr } = build(folder);
  assert.equal(status, 1);
  assert.match(stderr, /content\/site\.yml.*语言（language）.*没有这种语言的界面文字/su);
  assert.match(stderr, /src\/text\/en\//);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.ok(!existsSync(join(folder, 'dist')));
});

test('with a folder of its words a library is in another language, scripts and downloads too', (context) => {
  const folder = englishLibrary(context);
  translate(folder);
  const { status, stderr, stdout } = build(folder);
  assert.equal(status, 0, stderr + stdout);
  const read = (file: string): string => readFileSync(join(folder, 'dist', file), 'utf8');

  const home = read('index.html');
  assert.match(home, /<html lang="en"/);
  assert.match(home, /how was it met\?/);
  assert.doesNotMatch(home, /是怎么办的/);

  const practice = read('practices/bengbu-wei-fating/index.html');
  for (const said of [
    '>Practices<',
    '>Cite this page<',
    'Plain text',
    '>All figures<',
    'not before April 2021',
    'journal, year, issue, pages',
    '29 November 2026',
    '<b>Editors’ note</b>',
  ]) {
    assert.ok(practice.includes(said), `the page does not say ${said}`);
  }
  assert.doesNotMatch(practice, />引用本页<|<b data-note/);

  assert.match(read('practices/bengbu-wei-fating.md'), /^## Card$[^]*^\| Region \|/m);
  assert.match(read('data/practices.csv').split('\r\n')[0] ?? '', /"?Title"?/);
  assert.match(read('practices/weifating/index.html'), /lang="en"[^]*This page has moved/);

  const scripts = globSync('_astro/*.js', { cwd: join(folder, 'dist') }).map((file) => read(file));
  assert.ok(scripts.some((script) => script.includes('Copy the link to paragraph')));
});
