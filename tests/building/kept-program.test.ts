import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'kept-program-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds, and says whether the program was compiled for it. */
function build(...args: readonly string[]): boolean {
  const earlier = compiledAt();
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return compiledAt() !== earlier;
}

const entries = (): string[] =>
  globSync(join(folder, '.cache/programs/*/server/prerender-entry.*.mjs'));
const compiledAt = (): number => Math.max(0, ...entries().map((file) => statSync(file).mtimeMs));
const shown = (page: string): string => readFileSync(join(folder, 'dist', page), 'utf8');

function edit(name: string, from: string, to: string): void {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${name} holds no ${from}.`);
  writeFileSync(file, text.replace(from, to));
}

before(() => {
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  cpSync('tests/library/content', join(folder, 'content'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  assert.ok(build());
});

test('the program shows what an editor wrote after it was compiled', () => {
  const [label = ''] =
    /(?<=label: ).+/.exec(readFileSync('tests/library/content/institutions.yml', 'utf8')) ?? [];
  edit('content/institutions.yml', `label: ${label}`, `label: ${label}（试）`);
  assert.ok(!build());
  assert.ok(shown('institutions/index.html').includes(`${label}（试）`));
});

test('a guide is part of the program, and one that was edited is shown', () => {
  edit('content/guides/about.mdx', '## 本库是什么', '## 本库到底是什么');
  assert.ok(build());
  assert.ok(shown('guides/about/index.html').includes('本库到底是什么'));
});

test('a second library whose guides say the same is built after the first', () => {
  const another = join(folder, '另一库');
  cpSync(join(folder, 'content'), another, { recursive: true });
  build('--content', another, '--out', join(folder, '.cache/another-site'));
  assert.ok(shown('../.cache/another-site/guides/about/index.html').includes('本库到底是什么'));
});

test('a program that is damaged is compiled again', () => {
  for (const entry of entries()) truncateSync(entry, 100);
  edit('content/institutions.yml', '（试）', '（再试）');
  assert.ok(build());
  assert.ok(shown('institutions/index.html').includes('（再试）'));
});
