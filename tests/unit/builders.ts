/**
 * Readable data for tests. Every builder makes one complete, made-up thing; a test names only what it
 * is about.
 */
import {
  type Dataset,
  type JournalArticle,
  type Person,
  type Team,
  type WebPage,
} from '#domain/citation/record.ts';
import type { ShownGrounds } from '#domain/grounds/notes.ts';
import { known } from '#domain/practice/fact.ts';
import type {
  Author,
  GlossaryTerm,
  Institution,
  Problem,
  Region,
  Topic,
} from '#domain/lists/lists.ts';
import type {
  Block,
  Change,
  Claim,
  Figure,
  Measure,
  Practice,
  Section,
} from '#domain/practice/practice.ts';
import type {
  BookSource,
  Byline,
  ChapterSource,
  DateBound,
  InterviewSource,
  JournalSource,
  ManuscriptSource,
  NewspaperSource,
  ReportSource,
  ScanSource,
  Source,
  SourceKind,
  ThesisSource,
  WebSource,
} from '#domain/practice/source.ts';

/** Without a `path` of its own the region has nothing above it. */
export const aRegion = (overrides: Partial<Region> = {}): Region => {
  const path: Region[] = [];
  const region: Region = {
    id: '999900',
    label: '青川',
    name: '青川市',
    abbr: null,
    pinyin: 'Qingchuan',
    level: 'prefecture',
    aliases: [],
    former: [],
    path,
    ...overrides,
  };
  path.push(region);
  return region;
};

export const anInstitution = (overrides: Partial<Institution> = {}): Institution => ({
  id: 'fayuan',
  label: '法院',
  aliases: ['人民法院'],
  ...overrides,
});

/** Without a `path` of its own the topic is the broadest there is. */
export const aTopic = (overrides: Partial<Topic> = {}): Topic => {
  const path: Topic[] = [];
  const topic: Topic = {
    id: 'suyuan-zhili',
    label: '诉源治理',
    aliases: [],
    definition: '让争议在进入法院之前解决。',
    broader: null,
    overview: [],
    path,
    ...overrides,
  };
  path.push(topic);
  return topic;
};

export const aProblem = (overrides: Partial<Problem> = {}): Problem => ({
  id: 'anduo-renshao',
  label: '案多人少',
  aliases: [],
  definition: '案件增长快于办案力量。',
  answers: [],
  unsaid: [],
  questions: [],
  related: [],
  terms: [],
  ...overrides,
});

export const aTerm = (overrides: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  id: 'wei-fating',
  label: '微法庭',
  aliases: [],
  definition: '设在村居的调解和立案联络点。',
  regions: [],
  ...overrides,
});

export const anAuthor = (overrides: Partial<Author> = {}): Author => ({
  id: 'huang-xiaowu',
  label: '黄晓武',
  aliases: [],
  kind: 'person',
  pinyin: 'Huang Xiaowu',
  western: null,
  ...overrides,
});

export const aByline = (overrides: Partial<Byline> = {}): Byline => ({
  author: anAuthor(),
  office: '青川市中级人民法院院长',
  ...overrides,
});

export const aMeasure = (overrides: Partial<Measure> = {}): Measure => ({
  name: '村口联络点',
  how: '每村设一名联络员，先听后劝，劝不成再引到法庭。',
  section: '把力量放到村口',
  ...overrides,
});

export const aFigure = (overrides: Partial<Figure> = {}): Figure => ({
  value: '1134',
  unit: '个',
  counts: '联络点',
  scope: '全市',
  period: '2023 年',
  section: '把力量放到村口',
  caveat: null,
  ...overrides,
});

export const aClaim = (overrides: Partial<Claim> = {}): Claim => ({
  text: '新收民事案件两年来首次下降。',
  section: '结尾',
  ...overrides,
});

export const aDateBound = (overrides: Partial<DateBound> = {}): DateBound => ({
  on: '2023',
  evidence: '文中写“2023 年以来”。',
  ...overrides,
});

export const aSource = (overrides: Partial<ScanSource> = {}): ScanSource => ({
  kind: 'scan',
  title: known('下足“绣花”功夫 办好民生实事'),
  titleNote: null,
  bylines: [aByline()],
  authorsUnknown: false,
  language: 'zh-CN',
  document: '007',
  writtenAfter: aDateBound(),
  writtenBefore: null,
  gaps: [],
  ...overrides,
});

const signed = {
  title: known('把桌子摆到楼下'),
  titleNote: null,
  authorsUnknown: false,
  language: 'zh-CN',
  document: null,
  writtenAfter: null,
  writtenBefore: null,
  gaps: [],
} as const;

export const aJournalSource = (overrides: Partial<JournalSource> = {}): JournalSource => ({
  ...signed,
  kind: 'journal',
  bylines: [aByline()],
  journal: known('青川治理'),
  year: known('2023'),
  volume: 'none',
  issue: known('4'),
  pages: known('12-18'),
  articleNumber: 'none',
  date: 'none',
  doi: 'none',
  issn: 'none',
  url: 'none',
  ...overrides,
});

export const aNewspaperSource = (overrides: Partial<NewspaperSource> = {}): NewspaperSource => ({
  ...signed,
  kind: 'newspaper',
  bylines: [aByline()],
  newspaper: known('青川日报'),
  date: known('2023-07-21'),
  edition: known('04'),
  url: 'none',
  ...overrides,
});

const anImprint = {
  place: known('青川'),
  publisher: known('青川出版社'),
  year: known('2023'),
  edition: 'none',
  pages: known('12-18'),
  isbn: 'none',
  url: 'none',
} as const;

export const aBookSource = (overrides: Partial<BookSource> = {}): BookSource => ({
  ...signed,
  kind: 'book',
  bylines: [aByline()],
  ...anImprint,
  ...overrides,
});

export const aChapterSource = (overrides: Partial<ChapterSource> = {}): ChapterSource => ({
  ...signed,
  kind: 'chapter',
  bylines: [aByline()],
  book: known('青川治理十年'),
  editors: ['王建国'],
  ...anImprint,
  ...overrides,
});

export const aReportSource = (overrides: Partial<ReportSource> = {}): ReportSource => ({
  ...signed,
  kind: 'report',
  title: known('关于推行议事桌的意见'),
  bylines: [
    aByline({
      author: anAuthor({
        id: 'qingchuan-shi-zhengfu',
        label: '青川市人民政府',
        kind: 'team',
        pinyin: 'Qingchuanshi Renmin Zhengfu',
      }),
      office: null,
    }),
  ],
  issuer: known('青川市人民政府'),
  number: known('青政发〔2023〕4号'),
  date: known('2023-07-21'),
  url: 'none',
  ...overrides,
});

export const aWebSource = (overrides: Partial<WebSource> = {}): WebSource => ({
  ...signed,
  kind: 'web',
  bylines: [aByline()],
  site: known('青川网'),
  url: known('https://example.org/zhuozi'),
  date: known('2023-07-21'),
  accessedOn: '2026-11-18',
  ...overrides,
});

export const aThesisSource = (overrides: Partial<ThesisSource> = {}): ThesisSource => ({
  ...signed,
  kind: 'thesis',
  bylines: [aByline()],
  school: known('青川大学'),
  place: known('青川'),
  degree: known('博士'),
  year: known('2023'),
  pages: 'none',
  url: 'none',
  ...overrides,
});

export const aManuscriptSource = (overrides: Partial<ManuscriptSource> = {}): ManuscriptSource => ({
  ...signed,
  kind: 'manuscript',
  bylines: [aByline()],
  date: known('2023-07-21'),
  heldAt: known('青川市委党校资料室'),
  holder: known('资料室值班员'),
  ...overrides,
});

export const anInterviewSource = (overrides: Partial<InterviewSource> = {}): InterviewSource => ({
  ...signed,
  kind: 'interview',
  bylines: [aByline()],
  date: known('2023-07-21'),
  recordedBy: known('王建国'),
  heldAt: known('青川市委党校资料室'),
  holder: known('资料室值班员'),
  ...overrides,
});

/** One of every kind, with all that the kind asks for. */
export const everyKindOfSource: { readonly [Kind in SourceKind]: Source } = {
  journal: aJournalSource(),
  newspaper: aNewspaperSource(),
  book: aBookSource(),
  chapter: aChapterSource(),
  report: aReportSource(),
  web: aWebSource(),
  thesis: aThesisSource(),
  manuscript: aManuscriptSource(),
  interview: anInterviewSource(),
  scan: aSource(),
};

export const aChange = (overrides: Partial<Change> = {}): Change => ({
  edition: 1,
  changedOn: '2026-09-01',
  note: '首次收录',
  ...overrides,
});

export const aBlock = (overrides: Partial<Block> = {}): Block => ({
  id: 'p-k7m2',
  number: 1,
  lines: ['文章说，小事拖久了就成了案子。'],
  kind: 'paragraph',
  caption: null,
  cells: null,
  ...overrides,
});

export const aSection = (overrides: Partial<Section> = {}): Section => ({
  id: 'wenti',
  heading: '问题',
  blocks: [aBlock()],
  ...overrides,
});

export const aPractice = (overrides: Partial<Practice> = {}): Practice => ({
  id: 'qingchuan-cunkou-lianluodian',
  title: '村口设联络点，分歧先在村里说',
  summary: '青川法院在每个村设联络点，让分歧先在村里说开。',
  region: aRegion(),
  institution: anInstitution(),
  topics: [aTopic(), aTopic({ id: 'feisu-jiejue', label: '非诉讼纠纷解决' })],
  problems: [aProblem()],
  measures: [aMeasure()],
  measureNames: (overrides.measures ?? [aMeasure()]).map(({ name }) => name),
  figures: [aFigure()],
  figurePlaces: [null],
  outcomes: [aClaim()],
  conditions: [],
  limits: [],
  notStated: ['联络员的报酬从哪里来'],
  unverified: ['原文发表的刊物'],
  questions: ['联络员劝不成时，下一步由谁接手？'],
  source: aSource(),
  textStatus: 'digest',
  edition: 1,
  state: 'published',
  retired: null,
  aftermath: null,
  reviews: [{ edition: 1, round: '第二次阅读', by: '编辑组', on: '2026-09-02', isCurrent: true }],
  changes: [aChange()],
  digest: 'd',
  prose: '',
  sections: [aSection()],
  usedTerms: [],
  code: '7K2M-9QXA',
  grounds: null,
  retiredParagraphs: [],
  ...overrides,
});

export const aTeam = (overrides: Partial<Team> = {}): Team => ({
  kind: 'team',
  name: '治理实践库编辑组',
  latin: 'Zhili Shijianku Bianjizu',
  ...overrides,
});

export const aPerson = (overrides: Partial<Person> = {}): Person => ({
  kind: 'person',
  name: '李明',
  latin: { family: 'Li', given: 'Ming', familyFirst: true },
  ...overrides,
});

export const aWebPage = (overrides: Partial<WebPage> = {}): WebPage => ({
  kind: 'web-page',
  id: 'cunkou',
  language: 'zh-CN',
  title: known({ text: '下足“绣花”功夫 办好民生实事', pinyin: null, translation: null }),
  creators: known([aTeam()]),
  issued: known({ on: '2026-09-01', guessed: false }),
  address: known('https://example.org/practices/cunkou/'),
  abstract: null,
  keywords: [],
  note: null,
  site: { name: '治理实践库', latin: 'Zhili Shijianku' },
  edition: 1,
  accessedOn: null,
  ...overrides,
});

export const aDataset = (overrides: Partial<Dataset> = {}): Dataset => ({
  kind: 'dataset',
  id: 'release-2026.11',
  language: 'zh-CN',
  title: known({ text: '治理实践库', pinyin: 'Zhili Shijianku', translation: null }),
  creators: known([aTeam()]),
  issued: known({ on: '2026-11-01', guessed: false }),
  address: known('https://example.org/'),
  abstract: null,
  keywords: [],
  note: null,
  publisher: { name: '治理实践库', latin: 'Zhili Shijianku' },
  version: '2026.11',
  ...overrides,
});

export const aJournalArticle = (overrides: Partial<JournalArticle> = {}): JournalArticle => ({
  kind: 'journal-article',
  id: 'wanggehua',
  language: 'zh-CN',
  title: known({ text: '网格化治理的县域实践', pinyin: null, translation: null }),
  creators: known([aPerson()]),
  issued: known({ on: '2023', guessed: false }),
  address: 'none',
  abstract: null,
  keywords: [],
  note: null,
  journal: known({ text: '乡村治理评论', pinyin: null, translation: null }),
  volume: 'none',
  issue: known('4'),
  pages: known('12-18'),
  articleNumber: 'none',
  doi: 'none',
  issn: 'none',
  ...overrides,
});

/** A figure and a paragraph of two sentences that rest on something. */
export const someGrounds: ShownGrounds = {
  notes: [
    {
      kind: 'passage',
      place: { section: 3, label: '三、', paragraph: 2 },
      from: '区级中心统筹协',
      to: '度处置',
    },
    { kind: 'absent', words: ['经费'], place: null },
  ],
  statements: [
    {
      of: 'figures',
      index: 0,
      rests: 'source',
      notes: [{ note: 1, for: null }],
      editor: [],
    },
    {
      of: 'paragraph',
      index: 0,
      rests: 'source',
      notes: [
        { note: 1, for: [1] },
        { note: 2, for: [2] },
      ],
      editor: [],
    },
  ],
};
