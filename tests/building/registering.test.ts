import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

/** The sound little library in a folder of its own, with the commands that write into it. */
function library(context: TestContext) {
  const content = mkdtempSync(join(tmpdir(), 'registering-'));
  context.after(() => rmSync(content, { recursive: true, force: true }));
  cpSync('tests/content-faults/_base/content', content, { recursive: true });
  const run = (command: string, ...args: readonly string[]) => {
    const env = { ...process.env, CONTENT_DIR: content };
    const file = `src/commands/${command}.ts`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      encoding: 'utf8',
      env,
    });
    return { status, said: stdout + stderr };
  };
  return { run, at: (name: string): string => join(content, name) };
}

const practice = 'practices/lian-qian-xian-wen.mdx';

test('an editor publishes the library, and is told at the second time that all is on record', (context) => {
  const { run, at } = library(context);
  const first = run('publish');
  assert.equal(first.status, 0, first.said);
  assert.match(first.said, /登记了 2 篇：lian-qian-xian-wen 第 2 版/);
  assert.match(readFileSync(at('published/lian-qian-xian-wen.yml'), 'utf8'), /edition: 2/);
  assert.match(run('publish').said, /没有新的版本/);
});

test('a record from before sentences were kept gains those of the edition that stands', (context) => {
  const { run, at } = library(context);
  const record = at('published/lian-qian-xian-wen.yml');
  assert.equal(run('publish').status, 0);
  const whole = readFileSync(record, 'utf8');
  assert.match(whole, /sentences:\n +title: \S{10}/);
  const without = whole.replace(/^    sentences:\n(?:      .+\n)+/m, '');
  const [, seal = ''] = /^seal: (.+)$/m.exec(without) ?? [];
  assert.notEqual(without, whole);
  assert.notEqual(seal, '');
  const older = spawnSync(process.execPath, ['--input-type=module', '-e', sealing], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, RECORD: without },
  });
  writeFileSync(record, without.replace(seal, older.stdout.trim()));
  assert.equal(run('publish').status, 0);
  assert.equal(readFileSync(record, 'utf8'), whole);
});

/** Prints the seal of a record as it would have been written without sentences. */
const sealing = `
import { parse } from 'yaml';
import { sealOf } from '#prose/statement.ts';
process.stdout.write(sealOf('lian-qian-xian-wen', parse(process.env.RECORD).editions));
`;

test('nothing is put on record of a library with a fault', (context) => {
  const { run, at } = library(context);
  const text = readFileSync(at(practice), 'utf8');
  writeFileSync(at(practice), text.replace(/^institution: .+$/m, 'institution: weiyuanhui'));
  const { status, said } = run('publish');
  assert.equal(status, 1);
  assert.match(said, /weiyuanhui[\s\S]*改好以前什么也没有登记/);
});

test('a paragraph that leaves the prose is retired only once an editor accepts it', (context) => {
  const { run, at } = library(context);
  const text = readFileSync(at(practice), 'utf8');
  const last = text.trimEnd().split('\n\n').at(-1) ?? '';
  const register = 'paragraphs/lian-qian-xian-wen.yml';
  const before = readFileSync(at(register), 'utf8');
  writeFileSync(at(practice), text.replace(last, ''));
  const asked = run('paragraphs');
  assert.equal(asked.status, 1);
  assert.match(asked.said, /1 篇有段落要从正文中撤下.*lian-qian-xian-wen.*--accept/);
  assert.equal(readFileSync(at(register), 'utf8'), before);
  assert.equal(run('paragraphs', '--accept').status, 0);
  assert.match(readFileSync(at(register), 'utf8'), /retiredOn/);
});

test('registers of practices nobody edited are left as they lie on the disk', (context) => {
  const { run, at } = library(context);
  assert.equal(run('paragraphs').status, 0);
  const register = at('paragraphs/lian-qian-xian-wen.yml');
  const long = new Date('2026-01-01');
  utimesSync(register, long, long);
  assert.equal(run('paragraphs').status, 0);
  assert.deepEqual(statSync(register).mtime, long);
});

test('an editor signs a round of reading, and hears which rounds there are', (context) => {
  const { run, at } = library(context);
  writeFileSync(at('reviewing.yml'), 'rounds: [初审, 复审]\nrequired: true\n');
  const other = run('sign', 'lian-qian-xian-wen', '--round', '终审', '--by', '甲');
  assert.equal(other.status, 1);
  assert.match(other.said, /没有“终审”这一道。现有各道：初审、复审/);
  const { status, said } = run('sign', 'lian-qian-xian-wen', '--round', '初审', '--by', '甲');
  assert.equal(status, 0, said);
  assert.match(said, /lian-qian-xian-wen 第 2 版，初审：甲/);
  assert.match(readFileSync(at('reviews/lian-qian-xian-wen.yml'), 'utf8'), /by: 甲/);
});
