import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { checkContent } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { readContentFiles } from '#gate/report.ts';

/**
 * Each `.yml` of the folder tells one mistake an editor can make: how the sound little library in
 * `_base` is changed, and which words the one message about it must hold. `told.txt` has each
 * message in full.
 */
export const folder = 'tests/content-faults';
export const today = '2026-11-30';

const story = z.strictObject({
  story: z.string(),
  edits: z.array(
    z.union([
      z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
      z.strictObject({ file: z.string(), write: z.string() }),
      z.strictObject({ file: z.string(), remove: z.literal(true) }),
    ]),
  ),
  expected: z.array(z.string()).min(2),
});
type Edit = z.output<typeof story>['edits'][number];

export const base = readContentFiles(join(folder, '_base'));

export const stories = readdirSync(folder).filter((name) => name.endsWith('.yml'));

export const readStory = (name: string): z.output<typeof story> =>
  story.parse(parse(readFileSync(join(folder, name), 'utf8')));

export const messagesOf = (edits: readonly Edit[]): readonly string[] =>
  checkContent(edits.reduce(applyEdit, base), today).map(paragraphOf);

export function applyEdit(files: ContentFiles, edit: Edit): ContentFiles {
  const changed = new Map(files);
  if ('remove' in edit) {
    assert.ok(changed.delete(edit.file), `${edit.file} is not there`);
  } else if ('write' in edit) {
    changed.set(edit.file, edit.write);
  } else {
    const before = files.get(edit.file) ?? '';
    assert.equal(before.split(edit.replace).length, 2, `${edit.replace} does not stand there once`);
    changed.set(
      edit.file,
      before.replace(edit.replace, () => edit.with),
    );
  }
  return changed;
}
