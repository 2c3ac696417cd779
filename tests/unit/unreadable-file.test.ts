import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspectContent } from '#gate/report.ts';

test('an editor who saves one practice as UTF-16 is told of that file alone, not to delete what it uses', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'unreadable-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync('content', join(root, 'content'), { recursive: true });
  const [name = ''] = readdirSync(join(root, 'content/practices'));
  const file = join(root, 'content/practices', name);
  writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`, 'utf16le');
  const { faults } = inspectContent(root);
  assert.deepEqual([...new Set(faults.map((fault) => fault.file))], [`content/practices/${name}`]);
});
