import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { judgeContent } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { inspectContent, readContentFiles } from '#gate/report.ts';
import { readSettled, saveSettled, startJudging } from '#gate/verdict-cache.ts';

const base = readContentFiles('tests/content-faults/_base');
const today = '2026-11-30';
const sound = 'lian-qian-xian-wen';
const { gists } = judgeContent(base, today, []);
const settled = gists.filter(({ id }) => id === sound);
const without = (id: string): ContentFiles =>
  new Map([...base].filter(([file]) => !file.includes(`/${id}.`)));

test('a practice known to be sound still uses its entries and terms', () => {
  assert.deepEqual(judgeContent(without(sound), today, settled).faults.map(paragraphOf), []);
  assert.notDeepEqual(judgeContent(without(sound), today, []).faults, []);
});

test('a title that a sound practice has already is refused', () => {
  const file = 'content/practices/xiaoqu-yishi-zhuo.mdx';
  const title = settled[0]?.title ?? '';
  const files = new Map(without(sound));
  files.set(file, (files.get(file) ?? '').replace(/^title: .*$/m, `title: ${title}`));
  const [message, ...more] = judgeContent(files, today, settled).faults.map(paragraphOf);
  assert.deepEqual(more, []);
  assert.match(message ?? '', new RegExp(sound));
});

const root = mkdtempSync(join(tmpdir(), 'settled-'));
after(() => rmSync(root, { recursive: true }));

const settledNow = (ids: readonly string[]) => readSettled(ids, root, startJudging(root));

/** Does something as if the clock showed another time. */
function at(difference: number, act: () => void): void {
  const now = Date.now;
  Date.now = () => now() + difference;
  try {
    act();
  } finally {
    Date.now = now;
  }
}

beforeEach(() => {
  rmSync(root, { recursive: true });
  cpSync('tests/content-faults/_base/content', join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
});

test('only practices left as they were since the last sound judgement are settled', () => {
  const ids = gists.map(({ id }) => id);
  inspectContent(root);
  // Files written in the same moment as the verdict may have been written after it.
  assert.deepEqual(settledNow(ids), []);

  at(10_000, () => inspectContent(root));
  assert.deepEqual(
    settledNow(ids).map(({ id }) => id),
    ids,
  );

  utimesSync(join(root, `content/practices/${sound}.mdx`), 1, 1);
  assert.equal(
    settledNow(ids).some(({ id }) => id === sound),
    false,
  );
  writeFileSync(join(root, 'content/terms.yml'), '[]\n');
  assert.deepEqual(settledNow(ids), []);
});

test('a practice edited while others are judged is not taken for sound', () => {
  const file = join(root, `content/practices/${sound}.mdx`);
  at(-60_000, () => {
    const judging = startJudging(root);
    // Read and found sound by now; others are being read, and an editor saves a fault.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: “没有收尾'));
    at(120_000, () => saveSettled(gists, root, judging));
  });
  assert.deepEqual(settledNow([sound]), []);
});
