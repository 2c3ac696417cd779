import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '#domain/comparison/comparison.ts';
import { known } from '#domain/practice/fact.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import { publishedIn, titleInWords } from '#domain/practice/publication.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { Source } from '#domain/practice/source.ts';
import { text as words } from '#words/index.ts';
import {
  aBookSource,
  aChapterSource,
  aClaim,
  aFigure,
  aJournalSource,
  aManuscriptSource,
  anInterviewSource,
  aNewspaperSource,
  aPractice,
  aReportSource,
  aSource,
  aThesisSource,
  aWebSource,
  everyKindOfSource,
} from './builders.ts';

const published = (source: Source): string | null => publishedIn(source, words.source);

test('readers are told in a line where an original appeared or is kept', () => {
  assert.deepEqual(
    Object.fromEntries(
      Object.entries(everyKindOfSource).map(([kind, source]) => [kind, published(source)]),
    ),
    {
      journal: '《青川治理》2023 年第 4 期，第 12-18 页',
      newspaper: '《青川日报》2023 年 7 月 21 日第 04 版',
      book: '青川：青川出版社，2023 年，第 12-18 页',
      chapter: '载《青川治理十年》，王建国主编，青川：青川出版社，2023 年，第 12-18 页',
      report: '青川市人民政府，青政发〔2023〕4号，2023 年 7 月 21 日',
      web: '青川网，2023 年 7 月 21 日发布，2026 年 11 月 18 日查阅',
      thesis: '青川大学博士学位论文，2023 年',
      manuscript: '未出版的内部稿，2023 年 7 月 21 日，存青川市委党校资料室，由资料室值班员保管',
      interview: '访谈，2023 年 7 月 21 日，王建国记录，存青川市委党校资料室，由资料室值班员保管',
      scan: null,
    },
  );
});

test('what is not known of it is passed over', () => {
  assert.equal(
    published(
      aJournalSource({ journal: 'unknown', year: 'unknown', issue: 'unknown', pages: 'unknown' }),
    ),
    null,
  );
  assert.equal(
    published(aNewspaperSource({ date: 'unknown', edition: 'unknown' })),
    '《青川日报》',
  );
  assert.equal(
    published(
      aBookSource({ place: 'unknown', publisher: 'unknown', year: 'unknown', pages: 'none' }),
    ),
    null,
  );
  assert.equal(
    published(
      aChapterSource({
        editors: [],
        place: 'unknown',
        publisher: 'unknown',
        year: 'unknown',
        pages: 'unknown',
      }),
    ),
    '载《青川治理十年》',
  );
  assert.equal(
    published(aReportSource({ issuer: 'unknown', date: 'unknown' })),
    '青政发〔2023〕4号',
  );
  assert.match(
    published(aWebSource({ site: 'unknown', date: 'unknown' })) ?? '',
    /^2026 年 11 月 18 日查阅$/,
  );
  assert.equal(published(aThesisSource({ degree: 'unknown', year: 'unknown' })), '青川大学');
  assert.match(
    published(aManuscriptSource({ heldAt: 'unknown', holder: 'unknown', date: 'unknown' })) ?? '',
    /^未出版的内部稿$/,
  );
  assert.match(
    published(anInterviewSource({ recordedBy: 'unknown', holder: 'unknown' })) ?? '',
    /^访谈，2023 年 7 月 21 日，存青川市委党校资料室$/,
  );
});

test('a title that is lost, unknown or was never given is told apart', () => {
  const told = (source: Source): string => titleInWords(source, words.source);
  assert.equal(told(aJournalSource()), '《把桌子摆到楼下》');
  assert.equal(told(aSource({ title: 'unknown' })), words.source.lostTitle);
  assert.equal(told(aJournalSource({ title: 'unknown' })), words.source.unknownTitle);
  assert.equal(told(aJournalSource({ title: 'none' })), words.source.noTitle);
});

/* The same side by side. */

const cellOf = (key: string, practice: Partial<Practice>) =>
  compare(
    [practiceRecord(aPractice({ id: 'x', ...practice }), { origin: null, words })],
    words.comparison,
  ).rows.find((row) => row.key === key)?.cells[0] ?? assert.fail(key);

test('each statement leads to where it stands, with what belongs to it', () => {
  const [problem] = cellOf('problems', {});
  assert.deepEqual(
    [problem?.text, problem?.address, problem?.saidBy],
    ['案多人少', '/problems/anduo-renshao/', 1],
  );
  const [body, signer] = cellOf('lead', {});
  assert.deepEqual([body?.address, body?.saidBy], ['/institutions/fayuan/', 1]);
  assert.deepEqual(
    [signer?.text, signer?.detail, signer?.saidBy],
    ['青川市中级人民法院院长', words.comparison.signedBy('黄晓武'), null],
  );
  const [byName] = cellOf('lead', {
    source: aSource({ bylines: aSource().bylines.map((of) => ({ ...of, office: null })) }),
  }).slice(1);
  assert.deepEqual([byName?.text, byName?.detail], ['黄晓武', words.comparison.signed]);
  const figures = cellOf('figures', {
    figures: [
      aFigure({ value: '7', unit: '个' }),
      aFigure({ scope: null, period: null, caveat: '口径未载' }),
    ],
    figurePlaces: [{ id: 'p-1', number: 1 }, null],
  });
  assert.deepEqual(
    figures.map(({ text, detail, address }) => [text, detail, address]),
    [
      ['7个', words.comparison.figure(['联络点', '全市', '2023 年'], null), '/practices/x/#p-1'],
      ['1134个', words.comparison.figure(['联络点'], '口径未载'), null],
    ],
  );
  const [claim] = cellOf('limits', { limits: [aClaim({ text: '人手不足。' })] });
  assert.deepEqual(
    [claim?.text, claim?.detail, claim?.parts, claim?.address, claim?.linkName],
    ['人手不足。', words.comparison.section('结尾'), [], null, null],
  );
});

test('of a source is told where it appeared, when it was written where it bears no day, and what is open', () => {
  const detail = (source: Source): string | null => cellOf('source', { source })[0]?.detail ?? null;
  assert.equal(
    detail(aJournalSource()),
    words.comparison.source(['《青川治理》2023 年第 4 期，第 12-18 页']),
  );
  const { unknown, written } = practiceRecord(aPractice(), { origin: null, words }).source.inWords;
  assert.equal(
    detail(aSource()),
    words.comparison.source([
      words.comparison.written(written),
      words.comparison.unknownFacts(unknown),
    ]),
  );
  const open = aJournalSource({ issue: 'unknown', volume: known('8') });
  assert.match(detail(open) ?? '', /期/);
  assert.equal(cellOf('source', {})[0]?.address, '/practices/x/#chuchu');
});
