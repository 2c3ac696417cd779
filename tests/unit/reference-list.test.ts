import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebPage } from '#domain/citation/record.ts';
import { listFormOf, referenceList, type Mention } from '#domain/citation/reference-list.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citationStyles, type CitationStyleId } from '#domain/citation/styles.ts';
import { known } from '#domain/practice/fact.ts';
import { aJournalArticle, aPerson, aWebPage } from './builders.ts';

const aPage = (id: string, text: string, on: string): WebPage =>
  aWebPage({
    id,
    title: known({ text, pinyin: null, translation: null }),
    issued: known({ on, guessed: false }),
    address: known(`https://example.org/${id}/`),
  });
const zhuozi = aPage('zhuozi', '桌子摆到楼下', '2026-03-01');
const anjian = aPage('anjian', '案件谁来办', '2026-09-01');
const former = aPage('former', '村口设联络点', '2025-05-01');

const whole = (page: WebPage): Mention => ({ page, original: null, locator: null });
const at = (page: WebPage, paragraph: number): Mention => ({
  ...whole(page),
  locator: { paragraph, anchor: `p-${paragraph}` },
});
const through = (page: WebPage, name: string): Mention => ({
  page,
  locator: { paragraph: 7, anchor: 'p-7' },
  original: {
    record: aJournalArticle({
      creators: known([aPerson({ name, latin: null })]),
      title: known({ text: '某文', pinyin: null, translation: null }),
      journal: 'unknown',
      issued: 'unknown',
      issue: 'unknown',
      pages: 'unknown',
    }),
    open: '原刊名、年、期待考',
  },
});

const shown = (mentions: readonly Mention[], style: CitationStyleId) => {
  const { entries, marks } = referenceList(mentions, style, '2026-12-01');
  return {
    entries: entries.map(plain),
    marks: marks.map(({ text }) => text),
    numbers: marks.map(({ number }) => number),
  };
};

test('pages of one year by one author are told apart by letters, in the list and in the text', () => {
  const { entries, marks, numbers } = shown(
    [whole(zhuozi), whole(former), whole(anjian), whole(zhuozi)],
    'gbt-7714-2025-author-date',
  );
  assert.deepEqual(
    entries.map((entry) => entry.split('[')[0]),
    [
      '治理实践库编辑组，2025. 村口设联络点',
      '治理实践库编辑组，2026a. 案件谁来办',
      '治理实践库编辑组，2026b. 桌子摆到楼下',
    ],
  );
  assert.deepEqual(marks, [
    '（治理实践库编辑组，2026b）',
    '（治理实践库编辑组，2025）',
    '（治理实践库编辑组，2026a）',
    '（治理实践库编辑组，2026b）',
  ]);
  assert.deepEqual(numbers, [3, 1, 2, 3]);
});

test('behind z letters go on with aa', () => {
  const pages = Array.from({ length: 28 }, (_, at) =>
    aPage(`p${at}`, `第${String(at).padStart(2, '0')}篇`, '2026-03-01'),
  );
  const { marks } = shown(pages.map(whole), 'gbt-7714-2025-author-date');
  const letters = marks.map((mark) => /2026([a-z]+)/u.exec(mark)?.[1]).join(' ');
  assert.equal(letters, `${[...'abcdefghijklmnopqrstuvwxyz'].join(' ')} aa ab`);
});

test('a page cited alone takes no letter', () => {
  for (const style of citationStyles) {
    const { entries, marks } = shown([whole(zhuozi), at(zhuozi, 3)], style);
    assert.doesNotMatch([...entries, ...marks].join(' '), /2026a/, style);
  }
});

test('APA letters by the day, Chicago by the title', () => {
  const apa = shown([whole(anjian), whole(zhuozi)], 'apa-7');
  assert.match(apa.entries[0] ?? '', /\(2026a, March 1\)\. 桌子/);
  assert.deepEqual(apa.marks, [
    '(Zhili Shijianku Bianjizu, 2026b)',
    '(Zhili Shijianku Bianjizu, 2026a)',
  ]);
  const chicago = shown([whole(zhuozi), whole(anjian)], 'chicago-18-author-date');
  assert.match(chicago.entries[0] ?? '', /Bianjizu\. 2026a\. “案件/);
});

test('undated pages are lettered as each style letters n.d.', () => {
  const undated = [zhuozi, anjian].map((page) => whole({ ...page, issued: 'unknown' }));
  assert.deepEqual(shown(undated, 'apa-7').marks, [
    '(Zhili Shijianku Bianjizu, n.d.-b)',
    '(Zhili Shijianku Bianjizu, n.d.-a)',
  ]);
});

test('MLA has no years to letter and names the title in the text', () => {
  assert.deepEqual(shown([at(zhuozi, 3), whole(anjian)], 'mla-9').marks, [
    '(Zhili Shijianku Bianjizu, “桌子摆到楼下,” par. 3)',
    '(Zhili Shijianku Bianjizu, “案件谁来办”)',
  ]);
});

test('an original cited through a lettered page says the letter of the page', () => {
  const { entries, marks } = shown(
    [through(zhuozi, '黄晓武'), whole(anjian)],
    'gbt-7714-2025-author-date',
  );
  assert.equal(marks[0], '（黄晓武，转引自治理实践库编辑组，2026b）第7段');
  assert.match(entries[0] ?? '', /^黄晓武\. .*转引自：治理实践库编辑组，2026b\. /);
  assert.equal(
    shown([through(zhuozi, 'Huang'), whole(anjian)], 'apa-7').marks[0],
    '(Huang, n.d., as cited in Zhili Shijianku Bianjizu, 2026a, para. 7)',
  );
});

test('a numbered list goes by first mention, names a work once, and leaves its places to the marks', () => {
  const { entries, marks } = shown(
    [at(zhuozi, 3), whole(anjian), at(zhuozi, 9)],
    'gbt-7714-2025-numeric',
  );
  assert.equal(entries.length, 2);
  assert.deepEqual(marks, ['[1]第3段', '[2]', '[1]第9段']);
  assert.doesNotMatch(entries[0] ?? '', /#p-/);
});

test('a work cited for one place only is listed with it', () => {
  const { entries } = shown([at(zhuozi, 3), at(zhuozi, 3)], 'gbt-7714-2025-numeric');
  assert.match(entries[0] ?? '', /#p-3\.$/);
});

test('each place has a note of its own, numbered as the style numbers notes', () => {
  const law = shown(
    [at(zhuozi, 3), whole(anjian), at(zhuozi, 9), at(zhuozi, 3)],
    'law-journals-note',
  );
  assert.deepEqual(law.marks, ['①', '②', '③', '①']);
  assert.match(law.entries[2] ?? '', /，第9段，/);
  assert.deepEqual(shown([whole(zhuozi), whole(anjian)], 'chicago-18-note').marks, ['1', '2']);
});

test('every style either numbers, sorts or notes, and every mark leads to an entry', () => {
  const mentions = [through(zhuozi, '黄晓武'), whole(anjian), at(former, 2)];
  for (const style of citationStyles) {
    const { entries, numbers } = shown(mentions, style);
    assert.ok(['numbered', 'sorted', 'notes'].includes(listFormOf(style)));
    for (const number of numbers) assert.ok(entries[number - 1], style);
  }
});

test('the twenty-seventh page of a year is lettered aa', () => {
  const pages = Array.from({ length: 27 }, (_, index) =>
    whole(aPage(`p${index}`, `第${index}篇`, '2026-01-01')),
  );
  assert.equal(shown(pages, 'gbt-7714-2025-author-date').marks[26], '（治理实践库编辑组，2026aa）');
});
