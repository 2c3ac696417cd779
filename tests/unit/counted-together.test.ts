import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PracticeJudge } from '#gate/practice-judge.ts';
import { idsIn, listContent } from '#reading/listing.ts';

test('practices that are judged together have the faults they have each by itself', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'together-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync('tests/library/content', join(root, 'content'), { recursive: true });
  const fileOf = (id: string): string => join(root, `content/practices/${id}.mdx`);
  const textOf = (id: string): string => readFileSync(fileOf(id), 'utf8');
  const ids = idsIn(listContent(root), 'practices').slice(0, 8);
  const [unread = '', dangling = '', first = '', twin = '', jargon = ''] = ids;
  const plant = (id: string, from: RegExp, to: string): void => {
    assert.match(textOf(id), from);
    writeFileSync(fileOf(id), textOf(id).replace(from, to));
  };
  plant(unread, /^title: .*$/m, "title: '没有收尾");
  plant(dangling, /^region: .*$/m, "region: '999999'");
  // Told of one of two that are judged together, and of either judged alone.
  const title = /^title: (.*)$/m.exec(textOf(first))?.[1] ?? '';
  plant(twin, /^title: .*$/m, `title: ${title}`);
  // Told only where nothing else is wrong.
  plant(jargon, /^## 问题\n/m, '## 问题\n\n这里推行了“四所一庭一中心”机制，并设“数字枫桥”平台。\n');
  const alone = ids.map((id) => new PracticeJudge(root).countOf(id, textOf(id)));
  const judge = new PracticeJudge(root);
  judge.countTogether(ids);
  assert.deepEqual(
    ids.map((id) => judge.countOf(id, textOf(id))),
    alone,
  );
  assert.ok(
    alone.slice(0, 4).every((count) => count > 0),
    alone.join(' '),
  );
  assert.ok(
    alone.slice(5).every((count) => count === 0),
    alone.join(' '),
  );
});
