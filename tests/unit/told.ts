import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'tests/content-faults';
const remedy = 'If they read better now: node tests/content-faults/approve.ts';

/**
 * Holds what editors are told against what was approved: a file of `tests/content-faults/`, each
 * story with its messages in full. Messages of one story may be asked about several times, in order.
 */
export function approvedIn(name: string): (story: string, messages: readonly string[]) => void {
  const file = join(folder, name);
  const approved = new Map<string, readonly string[]>();
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const part of text.split(/^# /mu).slice(1)) {
    const [story = '', ...messages] = part.trimEnd().split('\n');
    approved.set(story, messages);
  }
  if (process.env['APPROVE_TOLD'] === undefined) {
    return (story, messages) =>
      assert.deepEqual(messages, approved.get(story) ?? [], `${story}: ${remedy}`);
  }
  const now = new Map<string, readonly string[]>();
  process.on('exit', () => {
    const parts = [...now].map(([story, messages]) => `# ${[story, ...messages].join('\n')}\n`);
    writeFileSync(file, parts.join('\n'));
  });
  return (story, messages) => void (messages.length > 0 && now.set(story, messages));
}
