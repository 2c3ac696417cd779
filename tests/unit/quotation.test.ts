import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { quoted } from '#domain/citation/quotation.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { formatReference } from '#domain/citation/styles.ts';
import { text as words } from '#words/index.ts';
import { aPractice } from './builders.ts';

test('quotation marks inside a quotation turn single', () => {
  assert.deepEqual(quoted(['推行“一窗受理”，不叫“‘全科’门诊”。']), [
    '“推行‘一窗受理’，不叫‘“全科”门诊’。”',
  ]);
});

test('an apostrophe stays one', () => {
  assert.deepEqual(quoted(['People’s Court']), ['“People’s Court”']);
});

test('of several paragraphs each opens, only the last closes', () => {
  assert.deepEqual(quoted(['甲。', '乙。']), ['“甲。', '“乙。”']);
});

test('a quotation over several paragraphs is cited with the first and the last', () => {
  const record = toCitable(aPractice(), { origin: 'https://example.org', words });
  const cited = (style: Parameters<typeof formatReference>[1]): string =>
    plain(
      formatReference(record, style, {
        accessedOn: '2026-11-29',
        locator: { paragraph: 6, to: 10, anchor: 'p-a' },
      }),
    );
  assert.match(cited('gbt-7714-2025-note'), /第6–10段/);
  assert.match(cited('chicago-18-note'), /paras\. 6–10/);
});
