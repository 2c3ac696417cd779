/**
 * Readable data for tests. Every builder makes one complete, made-up thing; a test names only what it
 * is about.
 */
import {
  known,
  type Dataset,
  type JournalArticle,
  type Person,
  type Team,
  type WebPage,
} from '#domain/citation/record.ts';
import type { Author, GlossaryTerm, Institution, Problem, Region, Topic } from '#domain/lists.ts';
import type {
  Block,
  Byline,
  Change,
  Claim,
  DateBound,
  Figure,
  Measure,
  Practice,
  Section,
  Source,
} from '#domain/practice.ts';

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
  pinyin: 'Huang Xiaowu',
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

export const aSource = (overrides: Partial<Source> = {}): Source => ({
  title: '下足“绣花”功夫 办好民生实事',
  titleNote: null,
  bylines: [aByline()],
  document: '007',
  writtenAfter: aDateBound(),
  writtenBefore: null,
  gaps: [],
  ...overrides,
});

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
  reviewedOn: '2026-09-02',
  changes: [aChange()],
  digest: 'd',
  prose: '',
  sections: [aSection()],
  usedTerms: [],
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
  doi: 'none',
  ...overrides,
});
