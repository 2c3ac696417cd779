import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { inspectContent, inspectTogether } from '#gate/report.ts';
import { readPracticeFiles } from '#reading/practices.ts';

/** A large library is judged by several processes; an editor cannot tell by how many. */
const root = mkdtempSync(join(tmpdir(), 'judged-together-'));
after(() => rmSync(root, { recursive: true }));

const practice = (id: string): string => join(root, `content/practices/${id}.mdx`);

function change(id: string, from: RegExp, to: string): void {
  const text = readFileSync(practice(id), 'utf8');
  assert.match(text, from);
  writeFileSync(practice(id), text.replace(from, to));
}

/** Some copies of one practice, the first of them changed last. */
const copies = ['jia', 'yi', 'bing', 'ding', 'wu'];
beforeEach(() => {
  rmSync(root, { recursive: true });
  cpSync('tests/content-faults/_base/content', join(root, 'content'), { recursive: true });
  for (const [index, id] of copies.entries()) {
    for (const [folder, ending] of [
      ['practices', 'mdx'],
      ['paragraphs', 'yml'],
    ] as const) {
      const of = (name: string): string => join(root, 'content', folder, `${name}.${ending}`);
      cpSync(of('lian-qian-xian-wen'), of(id));
    }
    change(id, /^title: .*$/m, `title: 第${index + 1}篇抄来的做法`);
  }
});

/** Each practice is a part of its own; those named changed last, the first of them at the very last. */
async function assertSame(
  inTurn: readonly string[],
  expected: RegExp | null,
  numbers: readonly number[] = [2],
): Promise<void> {
  const now = Date.now() / 1000;
  const others = ['lian-qian-xian-wen', 'xiaoqu-yishi-zhuo', ...copies].filter(
    (id) => !inTurn.includes(id),
  );
  for (const [index, id] of [...inTurn, ...others].entries()) {
    utimesSync(practice(id), now - 1000 - index * 10, now - 1000 - index * 10);
  }
  const alone = inspectContent(root, { inOneGo: 1 });
  for (const judges of numbers) {
    assert.deepEqual(await inspectTogether(root, { inOneGo: 1, judges }), alone);
  }
  if (expected) assert.match(JSON.stringify(alone.faults), expected);
  else assert.deepEqual(alone.faults, []);
}

test('a sound library is sound, by whomever it was judged', () => assertSame([], null, [1, 2, 4]));

test('of faults in several parts the one that changed last is told, and no other', async () => {
  change('jia', /^title: .*$/m, 'title: 没有收尾的“标题');
  change('ding', /^title: .*$/m, 'title: 也没有收尾的“标题');
  await assertSame(
    ['yi', 'ding', 'wu', 'jia'],
    /^\[\{"file":"content\/practices\/ding\.mdx"[^}]*\}\]$/,
  );
});

test('a title that another process read is still known to be taken', async () => {
  change('bing', /^title: .*$/m, 'title: 第4篇抄来的做法');
  await assertSame(['jia', 'ding', 'yi', 'bing'], /practices\/bing\.mdx.*ding\.mdx 的标题相同/);
});

test('what no part uses is told once all parts are known to be sound', async () => {
  const file = join(root, 'content/topics.yml');
  const entry = '\n- id: xinfang\n  label: 信访\n  definition: 来信和来访。\n';
  writeFileSync(file, readFileSync(file, 'utf8').trimEnd() + entry);
  await assertSame([], /topics\.yml.*没有一篇实践用到这个条目/);
});

test('a file that cannot be read keeps nobody from hearing of it', async () => {
  writeFileSync(practice('yi'), new Uint8Array([0xff, 0xff, 0x80]));
  await assertSame(['jia', 'bing', 'ding', 'wu'], /UTF-8.*practices\/yi\.mdx/);
});

test('practices that other processes read need not be read again', async () => {
  await inspectTogether(root, { inOneGo: 1, judges: 2, keeps: true });
  const kept = readPracticeFiles(root);
  rmSync(join(root, 'node_modules'), { recursive: true });
  const fresh = readPracticeFiles(root);
  assert.deepEqual(
    kept.map(({ body, ...head }) => ({ ...head, body: body() })),
    fresh.map(({ body, ...head }) => ({ ...head, body: body() })),
  );
});
