import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { lockBuild } from '#build/exclusive-lock.ts';

const here = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const lock = join(folder, '.cache/build.lock');
after(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  process.chdir(folder);
  rmSync(join(folder, '.cache'), { recursive: true, force: true });
  mkdirSync(join(folder, '.cache'));
});

const leftBehind: readonly (readonly [told: string, leave: () => void])[] = [
  ['nothing', () => undefined],
  ['a folder', () => mkdirSync(lock)],
  ['an empty file', () => writeFileSync(lock, '')],
  ['nonsense', () => writeFileSync(lock, '甲 乙')],
  ['a number no process has', () => writeFileSync(lock, '99999999999999999999 x')],
  ['a process that is another’s by now', () => writeFileSync(lock, `${process.ppid} 1`)],
];

for (const [told, leave] of leftBehind) {
  test(`a build takes over where ${told} was left behind as its lock`, () => {
    leave();
    const unlock = lockBuild();
    assert.match(readFileSync(lock, 'utf8'), new RegExp(`^${process.pid} `));
    unlock();
    assert.equal(existsSync(lock), false);
  });
}

test(
  'a build that is under way keeps others out, and they are told how to go on',
  {
    skip: process.platform !== 'linux',
  },
  () => {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    writeFileSync(lock, `${process.ppid} ${startedAt}`);
    assert.throws(lockBuild, /另一次建站正在进行.*删去/);
    assert.ok(existsSync(lock));
  },
);
