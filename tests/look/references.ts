/**
 * How every style cites every kind of work, a line each, and what programs are given of it: what an
 * editor holds against the standards.
 * Rules of a style have tests of their own; here stands what they come to together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalOf, toCitable, toCitableRelease } from '#domain/citation/library.ts';
import type { CitableRecord, Creator, ReferenceContext, WebPage } from '#domain/citation/record.ts';
import {
  listFormOf,
  listHead,
  referenceList,
  type Mention,
} from '#domain/citation/reference-list.ts';
import { html, plain } from '#domain/citation/rich-text.ts';
import { secondaryCitation, type Original } from '#domain/citation/secondary.ts';
import { citationStyles, formatInText, formatReference } from '#domain/citation/styles.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { compare } from '#domain/comparison/comparison.ts';
import { coinsTitle } from '#domain/exports/coins.ts';
import { toCslItem } from '#domain/exports/csl-json.ts';
import { figureRows, practiceRows } from '#domain/exports/csv.ts';
import { practiceFile } from '#domain/exports/practice-file.ts';
import { toRis } from '#domain/exports/ris.ts';
import { known } from '#domain/practice/fact.ts';
import { practiceRecord, type PracticeRecord } from '#domain/practice/practice-record.ts';
import { sourceFacts, type Source } from '#domain/practice/source.ts';
import { practiceGraph, practiceMetadata } from '#domain/site/page-metadata.ts';
import { text as words } from '#words/index.ts';
import {
  aBlock,
  aBookSource,
  aByline,
  aChange,
  aChapterSource,
  aClaim,
  aFigure,
  aJournalSource,
  anAuthor,
  anInterviewSource,
  aManuscriptSource,
  aMeasure,
  aNewspaperSource,
  aPerson,
  aPractice,
  aReportSource,
  aSection,
  aSource,
  aTeam,
  aThesisSource,
  aWebSource,
} from '../unit/builders.ts';

const approvedFile = join(import.meta.dirname, 'approved-references.txt');

const by = (...authors: readonly Parameters<typeof anAuthor>[0][]) =>
  authors.map((author) => aByline({ author: anAuthor(author), office: null }));
const western = (family: string, given: string) => ({
  id: family.toLowerCase(),
  label: `${given} ${family}`,
  pinyin: `${family} ${given}`,
  western: { family, given },
});
const chinese = [
  { id: 'ouyang-jing', label: '欧阳静', pinyin: 'Ouyang Jing' },
  { id: 'wang-jianguo', label: '王建国', pinyin: 'Wang Jianguo' },
  { id: 'li-ming', label: '李明', pinyin: 'Li Ming' },
  { id: 'zhao-li', label: '赵丽', pinyin: 'Zhao Li' },
];
const foreign = [western('Smith', 'John A.'), western('Lee', 'Mary'), western('García', 'Ana')];
const crowd = (count: number) =>
  Array.from({ length: count }, (_, at) => western(`Name${at + 1}`, 'Jo-Ann B.'));
const team = {
  id: 'qingchuan-ketizu',
  label: '青川治理课题组',
  kind: 'team' as const,
  pinyin: 'Qingchuan Zhili Ketizu',
};
const english = {
  title: known('Grid governance against all odds: a case of the county'),
  language: 'en',
} as const;

const sources: Readonly<Record<string, Source>> = {
  期刊: aJournalSource(),
  期刊卷期DOI: aJournalSource({
    volume: known('8'),
    pages: known('101-108'),
    doi: known('10.1234/abc'),
    url: known('https://example.org/kan'),
    bylines: by(...chinese.slice(0, 2)),
  }),
  期刊文章编号: aJournalSource({
    pages: 'none',
    articleNumber: known('e12'),
    bylines: by(...chinese.slice(0, 3)),
  }),
  期刊四人: aJournalSource({ bylines: by(...chinese), pages: 'unknown', issue: 'unknown' }),
  期刊无署名: aJournalSource({ bylines: [], authorsUnknown: true, year: 'unknown' }),
  期刊课题组: aJournalSource({ bylines: by(team) }),
  英文期刊: aJournalSource({
    ...english,
    bylines: by(...foreign),
    journal: known('Journal of Local Governance'),
    volume: known('8'),
    pages: known('101-120'),
    date: known('2023-04-15'),
    doi: known('10.1234/jlg.8'),
  }),
  报纸: aNewspaperSource(),
  报纸网上: aNewspaperSource({ url: known('https://example.org/bao'), edition: 'unknown' }),
  英文报纸: aNewspaperSource({
    ...english,
    bylines: by(...foreign.slice(0, 1)),
    newspaper: known('County Daily'),
  }),
  图书: aBookSource({ edition: known('2'), pages: 'none' }),
  图书不详: aBookSource({ place: 'unknown', publisher: 'unknown', year: 'unknown' }),
  英文图书: aBookSource({
    ...english,
    bylines: by(...foreign.slice(0, 2)),
    edition: known('3'),
    place: known('New York'),
    publisher: known('Hill Press'),
  }),
  期刊不详: aJournalSource({
    journal: 'unknown',
    year: 'unknown',
    issue: 'unknown',
    pages: 'unknown',
  }),
  期刊只有卷: aJournalSource({ volume: known('8'), issue: 'unknown', pages: known('1496-1500') }),
  英文期刊不详: aJournalSource({
    ...english,
    ...{ bylines: [], authorsUnknown: true, year: 'unknown', issue: 'unknown', pages: 'unknown' },
    journal: known('County Affairs'),
    date: known('2023-09'),
  }),
  英文七人: aJournalSource({ ...english, bylines: by(...crowd(7)) }),
  英文二十一人: aJournalSource({ ...english, bylines: by(...crowd(21)) }),
  报纸不详: aNewspaperSource({ newspaper: 'unknown', date: 'unknown', edition: 'unknown' }),
  报纸只有版: aNewspaperSource({ newspaper: 'unknown', date: 'unknown' }),
  英文报纸不详: aNewspaperSource({ ...english, newspaper: 'unknown', date: known('2023-07') }),
  析出: aChapterSource(),
  析出不详: aChapterSource({
    ...{ book: 'unknown', editors: [], place: 'unknown', publisher: 'unknown', year: 'unknown' },
  }),
  析出书名不详: aChapterSource({ book: 'unknown', edition: known('2') }),
  英文析出不详: aChapterSource({ ...english, book: 'unknown', editors: [], edition: known('11') }),
  析出两编者: aChapterSource({ editors: ['王建国', '李明'], edition: known('3') }),
  析出无编者: aChapterSource({ editors: [], pages: 'unknown' }),
  英文析出: aChapterSource({
    ...english,
    bylines: by(...foreign.slice(0, 1)),
    book: known('The Grid'),
    editors: ['Tom Brown', 'Ana Ruiz'],
    place: known('New York'),
    publisher: known('Hill Press'),
  }),
  文件: aReportSource(),
  文件无号: aReportSource({
    number: 'unknown',
    bylines: [],
    url: known('https://example.org/wen'),
  }),
  网页: aWebSource(),
  文件不详: aReportSource({ issuer: 'unknown', number: 'unknown', date: 'unknown' }),
  英文文件不详: aReportSource({
    ...english,
    issuer: 'unknown',
    number: 'unknown',
    date: 'unknown',
  }),
  网页不详: aWebSource({ date: 'unknown', site: 'unknown', bylines: [] }),
  英文网页: aWebSource({ ...english, bylines: by(...foreign), site: known('County Watch') }),
  学位论文: aThesisSource(),
  论文不详: aThesisSource({
    degree: 'unknown',
    school: 'unknown',
    place: 'unknown',
    year: 'unknown',
  }),
  英文论文不详: aThesisSource({
    ...english,
    degree: 'unknown',
    school: 'unknown',
    year: 'unknown',
  }),
  稿本不详: aManuscriptSource({ date: 'unknown', heldAt: 'unknown' }),
  英文稿本: aManuscriptSource({ ...english, bylines: by(...foreign.slice(0, 1)) }),
  访谈无藏处: anInterviewSource({ date: 'unknown', recordedBy: 'unknown', heldAt: 'unknown' }),
  英文访谈: anInterviewSource({ ...english, bylines: by(...foreign.slice(1, 3)) }),
  硕士论文: aThesisSource({
    degree: known('硕士'),
    pages: known('12-18'),
    url: known('https://example.org/lun'),
  }),
  英文论文: aThesisSource({
    ...english,
    bylines: by(...foreign.slice(1, 2)),
    school: known('Hill University'),
    place: 'unknown',
  }),
  内部稿: aManuscriptSource(),
  访谈: anInterviewSource(),
  访谈不详: anInterviewSource({ date: 'unknown', recordedBy: 'unknown' }),
  扫描件: aSource(),
  扫描件无题: aSource({ title: 'unknown', bylines: [], authorsUnknown: true }),
};

/** Those of which enough is told when they are cited through our page. */
const secondHand = [
  '期刊',
  '期刊无署名',
  '英文期刊',
  '图书不详',
  '英文析出',
  '访谈',
  '扫描件',
  '扫描件无题',
];

const titled = (text: string) => known({ text, pinyin: null, translation: null });
const publication = { origin: 'https://a.org', words };
const edition = aPractice({ id: 'dian', edition: 2 });
const records: Readonly<Record<string, CitableRecord>> = {
  ...Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, originalOf({ id: 'x', source })]),
  ),
  本库一篇: toCitable(edition, publication),
  本库无地址: toCitable(edition, { ...publication, origin: null }),
  推测年份: { ...toCitable(edition, publication), issued: known({ on: '2022', guessed: true }) },
  没有日期: { ...toCitable(edition, publication), issued: 'unknown' },
  题名不详: { ...toCitable(edition, publication), title: 'unknown', creators: 'unknown' },
  没有题名: { ...toCitable(edition, publication), title: 'none' },
  题中有题: { ...toCitable(edition, publication), title: titled('《甲〈乙〉》和“丙‘丁’”') },
  题是问题: { ...toCitable(edition, publication), title: titled('事情怎么办？') },
  英文问题: {
    ...{ ...toCitable(edition, publication), language: 'en' as const },
    title: titled('what works: “the county” in China?'),
  },
  有译名: {
    ...toCitable(edition, publication),
    title: known({ text: '桌子', pinyin: 'Zhuozi', translation: 'The Table' }),
  },
  本库数据: toCitableRelease({ version: '2026.11', releasedOn: '2026-11-01' }, publication),
};

const today: ReferenceContext = { accessedOn: '2026-11-20', number: 3 };
const contexts: Readonly<Record<string, ReferenceContext>> = {
  '': today,
  '，第 7 段': { ...today, locator: { paragraph: 7, anchor: 'p-a1' }, letter: 'b', pinned: true },
  '，第 7—9 段，未填访问日期': { accessedOn: null, locator: { paragraph: 7, to: 9 } },
};

export function referenceLines(): string {
  const lines: string[] = [];
  for (const style of citationStyles) {
    lines.push(`## ${style}`);
    for (const [name, record] of Object.entries(records)) {
      for (const [where, context] of Object.entries(contexts)) {
        // Of originals the place inside is told through our page.
        if (where !== '' && name in sources && !/^(期刊|英文期刊|图书|网页)$/.test(name)) continue;
        const mark = formatInText(record, style, context);
        lines.push(
          `${name}${where}　${html(formatReference(record, style, context))}${mark === null ? '' : `　${plain(mark)}`}`,
        );
      }
    }
    for (const name of secondHand) {
      const source = sources[name] ?? aSource();
      const through = { ...publication, ...contexts['，第 7 段'], accessedOn: '2026-11-20' };
      const { reference, inText } = secondaryCitation(
        aPractice({ id: 'dian', source }),
        style,
        through,
      );
      lines.push(
        `${name}，转引　${plain(reference)}${inText === null ? '' : `　${plain(inText)}`}`,
      );
    }
  }
  return `${[...lines, ...listLines(), ...exportLines(), ...takenAway(), ...pageLines()].join('\n')}\n`;
}

const everyone: readonly Creator[] = [aTeam()];
const pageOf = (id: string, title: string, on: string, editors = everyone): WebPage => ({
  ...toCitable(aPractice({ id }), publication),
  title: titled(title),
  issued: known({ on, guessed: false }),
  creators: known(editors),
});
const through = (name: string): Original => {
  const source = sources[name] ?? aSource();
  return { record: originalOf({ id: name, source }), open: null };
};

/** What one paper cites: works of one year, places of one work, originals through ours. */
const mentions: readonly Mention[] = [
  { page: pageOf('b', '桌子摆到楼下', '2026-03-01'), original: null, locator: null },
  { page: pageOf('a', '案件谁来办', '2026-09-01'), original: null, locator: { paragraph: 7 } },
  { page: pageOf('c', '村口设联络点', '2025-05-01'), original: null, locator: { paragraph: 2 } },
  {
    page: pageOf('c', '村口设联络点', '2025-05-01'),
    original: null,
    locator: { paragraph: 5, anchor: 'p-5' },
  },
  { page: pageOf('a', '案件谁来办', '2026-09-01'), original: null, locator: { paragraph: 7 } },
  ...['期刊', '英文期刊', '图书', '期刊无署名', '英文报纸'].map((name, at) => ({
    page: pageOf(`o${at}`, `转引自的第${at}篇`, '2026-10-01'),
    original: through(name),
    locator: { paragraph: at + 1, anchor: `p-o${at}` },
  })),
  {
    page: pageOf('e', '张三写的一篇', '2026-04-01', [
      aPerson({ name: '张三', latin: { family: 'Zhang', given: 'San', familyFirst: true } }),
    ]),
    original: null,
    locator: null,
  },
];

/** The list of a paper in every style, and what stands in its text. */
const listLines = (): readonly string[] =>
  citationStyles.flatMap((style) => {
    const { entries, marks } = referenceList(mentions, style, '2026-11-20');
    return [
      `## 文献表 ${style} ${listFormOf(style)}`,
      ...entries.map((entry, at) => `${listHead(style, at + 1)}${html(entry)}`),
      marks.map(({ number, text }) => `${number}：${text}`).join('　'),
    ];
  });

/** Signs that mean something to one of the formats. */
const strange: CitableRecord = {
  ...toCitable(edition, publication),
  title: titled('a}b{c~d^e%f&g#h_i$j\\k'),
  keywords: ['甲,乙', '{丙}'],
  abstract: '第一行\n  第二行',
};

/** What programs for references are given of each. */
function exportLines(): readonly string[] {
  const options = { accessedOn: '2026-11-20' };
  return Object.entries({ ...records, 带符号: strange }).flatMap(([name, record]) => [
    `## 导出 ${name}`,
    ...toRis([record], options).trimEnd().split('\r\n'),
    ...toBibLatex([record], options).trimEnd().split('\n'),
    JSON.stringify(toCslItem(record, options)),
  ]);
}

const drawing = (kind: 'steps' | 'tiers' | 'loop', number: number) =>
  aBlock({
    ...{ id: `p-${kind}`, number, kind, caption: '一件来访怎样分开' },
    lines: ['一件来访怎样分开', '窗口 问愿不愿意谈', '法庭 谈不拢的照常立案'],
  });
const cells = [
  ['谁', '做什么'],
  ['村里', '先听|后劝'],
  ['法庭', ''],
];
const table = (kind: 'table' | 'grid', number: number) =>
  aBlock({
    ...{ id: `p-${kind}`, number, kind, caption: kind === 'grid' ? '分工' : null, cells },
    lines: [...(kind === 'grid' ? ['分工'] : []), ...cells.map((row) => row.join(' '))],
  });

/** A practice with some of everything. */
const everything = aPractice({
  id: 'quan',
  edition: 3,
  sections: [
    aSection(),
    aSection({
      id: 'yunzhuan',
      heading: '怎么运转',
      blocks: [
        aBlock({ id: 'p-b', number: 2, kind: 'list', lines: ['先听*后*劝。', '1. 再引到法庭。'] }),
        aBlock({ id: 'p-c', number: 3, kind: 'numbered', lines: ['先听后劝。', '再引到法庭。'] }),
        ...[drawing('steps', 4), drawing('tiers', 5), drawing('loop', 6)],
        ...[table('table', 7), table('grid', 8)],
        aBlock({ id: null, number: null, kind: 'note', lines: ['原刊此处缺字。'] }),
      ],
    }),
    aSection({ id: 'daizou', heading: '可以带走什么', blocks: [aBlock({ id: 'p-z', number: 9 })] }),
  ],
  measures: [aMeasure(), aMeasure({ name: '巡回"审判"', section: '问题' })],
  figures: [
    aFigure(),
    aFigure({ value: '15.3', unit: '%', scope: null, period: null, caveat: '口径不详' }),
  ],
  conditions: [aClaim({ text: '村里有人, 肯出面。' })],
  limits: [aClaim({ text: '大额纠纷少。' }), aClaim({ text: '钱不多。' })],
  source: aSource({ gaps: ['缺第二页'], titleNote: '标题由编者拟' }),
  changes: [
    aChange({ edition: 3, changedOn: '2026-10-08', note: '补正数字' }),
    aChange({ edition: 2, changedOn: '2026-09-20', note: '补记' }),
    aChange(),
  ],
});

/** What readers take away of it. */
const takenAway = (): readonly string[] => [
  ...['md', 'txt'].flatMap((extension) => [
    `## 带走 ${extension}`,
    ...practiceFile(everything, extension, publication).trimEnd().split('\n'),
  ]),
  '## 带走 json',
  ...JSON.stringify(practiceRecord(everything, publication), null, 1).split('\n'),
  '## 带走 csv',
  ...practiceRows([everything, edition], publication).trimEnd().split('\r\n'),
  ...figureRows([everything, edition], publication).trimEnd().split('\r\n'),
  '## 带走 coins',
  coinsTitle(toCitable(everything, publication)),
  '## 出处',
  ...Object.entries(sources).map(([name, source]) => {
    const record = practiceRecord(aPractice({ id: 'dian', source }), publication);
    const facts = sourceFacts(source).map((fact) => `${fact.name}${fact.isNeeded ? '!' : ''}`);
    return `${name}　${facts.join(' ')}　${JSON.stringify(record.source)}`;
  }),
  '## 对照',
  ...compared(practiceRecord(everything, publication), practiceRecord(edition, publication)),
];

/** A row of a comparison a line, a cell after the other. */
const compared = (...columns: readonly PracticeRecord[]): readonly string[] =>
  compare(columns, words.comparison).rows.map(({ cells, ...row }) =>
    [JSON.stringify(row), ...cells.map((cell) => JSON.stringify(cell))].join('　'),
  );

/** What a page tells programs of itself. */
function pageLines(): readonly string[] {
  const practice = aPractice({ id: 'dian', edition: 2, source: aJournalSource() });
  return [practice, everything].flatMap((one) => {
    const { metas, links } = practiceMetadata(one, publication);
    const { '@graph': nodes } = practiceGraph(one, publication);
    return ['## 网页', ...[...metas, ...links, ...nodes].map((said) => JSON.stringify(said))];
  });
}

export const approvedReferences = (): string => readFileSync(approvedFile, 'utf8');

export const approveReferences = (): void => writeFileSync(approvedFile, referenceLines());
