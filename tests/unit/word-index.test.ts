import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const skip = process.platform === 'win32' ? 'The indexer that dies is a shell script.' : false;

test('an indexer that dies is said to have died, and nobody waits for it', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'indexer-'));
  const indexer = join(folder, 'dies');
  writeFileSync(indexer, '#!/bin/sh\nhead -c 1 >/dev/null\nexit 1\n');
  chmodSync(indexer, 0o755);
  const code = `
    const { makeWordIndex } = await import('#build/pagefind/word-index.ts');
    await makeWordIndex([[[0, '', '案多人少']]]).catch((error) => console.log(error.message));`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, PAGEFIND_EXTENDED_BINARY_PATH: indexer },
  });
  rmSync(folder, { recursive: true });
  assert.match(stdout, /ended before its index was whole/);
  assert.equal(status, 0);
});
