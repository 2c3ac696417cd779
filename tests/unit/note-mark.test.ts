import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withNotesNamed } from '#domain/practice/note-mark.ts';
import { termFinder } from '#domain/lists/glossary.ts';
import { emptyLedger } from '#domain/practice/paragraph-ledger.ts';
import { renderProse } from '#prose/render.ts';

test('kept prose leaves open what a note is called, and a page names it in its language', () => {
  const body = '## 问题\n\n甲。\n\n<Note>\n\n原刊缺字。\n\n</Note>\n';
  const { html } = renderProse(body, {
    ledger: emptyLedger,
    terms: termFinder([]),
    region: '340300',
  });
  assert.match(
    withNotesNamed(html, { note: 'Editors’ note', editor: 'Editors' }),
    /<b>Editors’ note<\/b>\s*<p>原刊缺字。/,
  );
  assert.doesNotMatch(html, /编者注/);
});
