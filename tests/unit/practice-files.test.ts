import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readPracticeFiles, readPracticeFilesInTurns } from '#reading/practices.ts';

const root = mkdtempSync(join(tmpdir(), 'practice-files-'));
after(() => rmSync(root, { recursive: true }));

test('a library never read is read in turns with whoever waits, and comes out the same', async () => {
  cpSync('tests/library/content', join(root, 'content'), { recursive: true });
  let turns = 0;
  const waiting = setInterval(() => (turns += 1), 1);
  const files = await readPracticeFilesInTurns(root);
  clearInterval(waiting);
  assert.ok(turns > 0, 'Nobody else had a turn.');
  const summary = ({ id, digest, title }: (typeof files)[number]) => [id, digest, title];
  assert.deepEqual(files.map(summary), readPracticeFiles(root).map(summary));
});
