import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

const lastGoodSite = '<title>The last good site</title>';

/** A copy of the project with a site in `dist/`, gone when the test ends. */
function projectCopy(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'practices-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  cpSync('tests/library/content', join(folder, 'content'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), lastGoodSite);
  return folder;
}

function change(file: string, from: RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `${file} holds no ${from}`);
  writeFileSync(file, after);
}

const build = (folder: string) =>
  spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: folder, encoding: 'utf8' });

/** The site stands as it was, and nothing is in the way of the next build. */
function assertUntouched(folder: string): void {
  assert.deepEqual(
    ['build.lock', 'next'].filter((name) => existsSync(join(folder, '.cache', name))),
    [],
  );
  assert.deepEqual(readdirSync(join(folder, 'dist')), ['index.html']);
  assert.equal(readFileSync(join(folder, 'dist/index.html'), 'utf8'), lastGoodSite);
}

test('a fault in a practice stops the build with one paragraph and leaves the site as it is', (context) => {
  const folder = projectCopy(context);
  change(
    join(folder, 'content/practices/bengbu-wei-fating.mdx'),
    /^institution: .+$/m,
    'institution: weiyuanhui',
  );
  const { status, stdout, stderr } = build(folder);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  const [head, fault, ...rest] = stderr.trim().split(/\n\n+/);
  assert.match(head ?? '', /内容有 1 处要改/);
  for (const word of [
    'content/practices/bengbu-wei-fating.mdx',
    'weiyuanhui',
    'content/institutions.yml',
  ]) {
    assert.ok(fault?.includes(word), `${word} is missing in: ${fault}`);
  }
  assert.deepEqual(rest, ['网站没有重新生成，原来的 dist/ 保持不变。']);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assertUntouched(folder);
});

test('a page that fails late in the build leaves the site as it is', (context) => {
  const folder = projectCopy(context);
  change(
    join(folder, 'src/pages/404.astro'),
    /^---$/m,
    "---\nif (import.meta.env.PROD) throw new Error('late');",
  );
  const { status, stderr, stdout } = build(folder);
  assert.notEqual(status, 0);
  assert.match(stderr + stdout, /late/);
  assertUntouched(folder);
});
