import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { citedQuotation, quoted } from '#domain/citation/quotation.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citationStyles, formatReference, type CitationStyleId } from '#domain/citation/styles.ts';
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

const page = toCitable(aPractice(), { origin: 'https://example.org', words });
const taken = (style: CitationStyleId) => {
  const locator = { paragraph: 6, to: 7, anchor: 'p-abcd' };
  return citedQuotation(['先议后办。'], page, style, { accessedOn: '2026-12-01', locator });
};

test('the mark of the chosen style goes with a copied quotation, and says which paragraphs it is from', () => {
  const marks = Object.fromEntries(
    citationStyles.map((style) => [style, plain(taken(style).mark)]),
  );
  assert.deepEqual(marks, {
    'gbt-7714-2025-numeric': '[1]第6–7段',
    'gbt-7714-2025-author-date': '（治理实践库编辑组，2026）第6–7段',
    'gbt-7714-2025-note': '①',
    'gbt-7714-2015-numeric': '[1]第6–7段',
    'law-journals-note': '①',
    'social-sciences-note': '①',
    'apa-7': ' (Zhili Shijianku Bianjizu, 2026, paras. 6–7)',
    'mla-9': ' (Zhili Shijianku Bianjizu, pars. 6–7)',
    'chicago-18-author-date': ' (Zhili Shijianku Bianjizu 2026, paras. 6–7)',
    'chicago-18-note': '1',
  });
});

test('where the mark is a number, the reference begins with it; where it is a note, the note says the paragraphs', () => {
  assert.match(plain(taken('gbt-7714-2025-numeric').reference), /^\[1\]治理/);
  assert.match(plain(taken('law-journals-note').reference), /^① 治理.*第6–7段/);
  assert.match(plain(taken('gbt-7714-2025-note').reference), /^① 治理.*第6–7段/);
  assert.match(plain(taken('chicago-18-note').reference), /^1\. Zhili.*paras\. 6–7/);
});
