import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { PracticeCache } from '#cache/practice-cache.ts';

const root = mkdtempSync(join(tmpdir(), 'kept-files-'));
const source = join(root, 'one.txt');
after(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(join(root, 'kept'), { recursive: true, force: true });
  writeFileSync(source, '初稿');
});

const textOf = (file: string): string | null =>
  existsSync(file) ? readFileSync(file, 'utf8') : null;
type Kept = PracticeCache<string, { readonly text: string }>;
const open = (): Kept => new PracticeCache(join(root, 'kept'), 'rules', textOf);
const make = ([text]: readonly (string | null)[]) => ({
  head: `题：${text ?? ''}`,
  body: { text: text ?? '' },
});
const refuse = (): never => assert.fail('It is kept and need not be made.');
const headOf = (kept: Kept, how: typeof make = make): string => kept.head('one', [source], how);
const bodyOf = (kept: Kept, how: typeof make = make) => kept.body('one', [source], how).text;

/** Does something as if the clock showed another time, so that a file just written is an old one. */
function later<T>(act: () => T): T {
  const now = Date.now;
  Date.now = () => now() + 60_000;
  try {
    return act();
  } finally {
    Date.now = now;
  }
}

test('what was made before is not made again', () => {
  const first = later(open);
  headOf(first);
  first.save({ isWhole: true });
  const second = open();
  assert.equal(headOf(second, refuse), '题：初稿');
  assert.equal(bodyOf(second, refuse), '初稿');
});

test('a damaged body is made again', () => {
  const kept = later(open);
  headOf(kept);
  kept.save({ isWhole: true });
  writeFileSync(join(root, 'kept/one.json'), readFileSync(join(root, 'kept/one.json')).subarray(5));
  const again = open();
  headOf(again);
  assert.equal(bodyOf(again), '初稿');
});

test('a text saved after it was read is what the next build makes', () => {
  const kept = open();
  const texts = ['初稿'];
  writeFileSync(source, '改稿');
  kept.head('one', [source], make, texts);
  later(() => kept.save({ isWhole: true }));
  assert.equal(headOf(open()), '题：改稿');
});

test('a head is never given the body of another text', () => {
  const kept = open();
  headOf(kept);
  kept.save({ isWhole: true });
  rmSync(join(root, 'kept/one.json'));
  const again = open();
  assert.equal(headOf(again), '题：初稿');
  writeFileSync(source, '改稿');
  assert.throws(() => bodyOf(again), /changed meanwhile/);
});
