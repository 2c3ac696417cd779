import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originalOf, toCitable, toCitableRelease } from '#domain/citation/library.ts';
import {
  citedAddress,
  creatorsOf,
  type CitableRecord,
  type Creator,
  type Person,
  type ReferenceContext,
  type Title,
} from '#domain/citation/record.ts';
import { known, valueOf, type Fact } from '#domain/practice/fact.ts';
import { compose, html, italic, plain } from '#domain/citation/rich-text.ts';
import { secondaryCitation } from '#domain/citation/secondary.ts';
import {
  citationStyles,
  formatInText,
  formatReference,
  type CitationStyleId,
} from '#domain/citation/styles.ts';
import { secondHand } from '#words/citation-styles.ts';
import { text as words } from '#words/index.ts';
import {
  aByline,
  aChange,
  aDataset,
  aJournalArticle,
  aPerson,
  aPractice,
  aSource,
  aTeam,
  aWebPage,
  anAuthor,
} from './builders.ts';

const today: ReferenceContext = { accessedOn: '2026-11-20' };
const seventh: ReferenceContext = { ...today, locator: { paragraph: 7 } };
const origin = 'https://example.org';

const reference = (record: CitableRecord, style: CitationStyleId, context = today): string =>
  plain(formatReference(record, style, context));

const inText = (
  record: CitableRecord,
  style: CitationStyleId,
  context = seventh,
): string | null => {
  const mark = formatInText(record, style, context);
  return mark === null ? null : plain(mark);
};

const titled = (text: string): Fact<Title> => known({ text, pinyin: null, translation: null });

const chinese = (name: string, family: string, given: string): Person =>
  aPerson({ name, latin: { family, given, familyFirst: true } });
const western = (family: string, given: string): Person =>
  aPerson({ name: `${given} ${family}`, latin: { family, given, familyFirst: false } });

const liMing = chinese('李明', 'Li', 'Ming');
const ouyangJing = chinese('欧阳静', 'Ouyang', 'Jing');
const wangJianguo = chinese('王建国', 'Wang', 'Jianguo');
const maimaitiAili = aPerson({
  name: '买买提·艾力',
  latin: { family: 'Maimaiti Aili', given: null, familyFirst: true },
});

/** Every kind of record a reader may meet, today's and tomorrow's. */
const kinds = {
  摘编: aWebPage({
    title: known({ text: '村口设联络点，分歧先在村里说', pinyin: null, translation: null }),
  }),
  作者原文: aWebPage({ creators: known([liMing]) }),
  无作者: aWebPage({ creators: 'unknown' }),
  无日期: aWebPage({ issued: 'unknown' }),
  推测年份: aWebPage({ issued: known({ on: '2022', guessed: true }) }),
  刊名待考: aJournalArticle({
    creators: known([chinese('黄晓武', 'Huang', 'Xiaowu')]),
    title: known({ text: '下足“绣花”功夫 办好民生实事', pinyin: null, translation: null }),
    journal: 'unknown',
    issued: 'unknown',
    issue: 'unknown',
    pages: 'unknown',
  }),
  刊名已知: aJournalArticle(),
  四位作者: aJournalArticle({ creators: known([liMing, ouyangJing, wangJianguo, maimaitiAili]) }),
  复姓: aWebPage({ creators: known([ouyangJing]) }),
  带点的姓名: aWebPage({ creators: known([maimaitiAili]) }),
  团队: aWebPage({ edition: 2 }),
  英文文献: aJournalArticle({
    language: 'en',
    title: known({ text: 'Grid governance in county China', pinyin: null, translation: null }),
    creators: known([
      western('Smith', 'John A.'),
      western('Lee', 'Mary'),
      western('Brown', 'Tom'),
      western('García-López', 'Ana'),
    ]),
    journal: known({ text: 'Journal of Local Governance', pinyin: null, translation: null }),
    issued: known({ on: '2022', guessed: false }),
    volume: known('8'),
    issue: known('2'),
    pages: known('101-120'),
    doi: known('10.1234/jlg.2022.8'),
  }),
  数据集: aDataset(),
} as const satisfies Readonly<Record<string, CitableRecord>>;

/** Checked against citeproc with the official styles; where they differ, the reason stands in the formatter. */
const golden: Readonly<Record<keyof typeof kinds, Readonly<Record<CitationStyleId, string>>>> = {
  摘编: {
    'gbt-7714-2025-numeric':
      '[1]治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '治理实践库编辑组，2026. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '治理实践库编辑组：《村口设联络点，分歧先在村里说》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '治理实践库编辑组：《村口设联络点，分歧先在村里说》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Zhili Shijianku Bianjizu. (2026, September 1). 村口设联络点，分歧先在村里说. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Zhili Shijianku Bianjizu. “村口设联络点，分歧先在村里说.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Zhili Shijianku Bianjizu. 2026. “村口设联络点，分歧先在村里说.” Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Zhili Shijianku Bianjizu, “村口设联络点，分歧先在村里说,” Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  作者原文: {
    'gbt-7714-2025-numeric':
      '[1]李明. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '李明，2026. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '李明. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]李明. 下足“绣花”功夫 办好民生实事[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '李明：《下足“绣花”功夫 办好民生实事》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '李明：《下足“绣花”功夫 办好民生实事》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Li, M. (2026, September 1). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Li Ming. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Li Ming. 2026. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Li Ming, “下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  无作者: {
    'gbt-7714-2025-numeric':
      '[1]下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '佚名，2026. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]下足“绣花”功夫 办好民生实事[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '《下足“绣花”功夫 办好民生实事》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '《下足“绣花”功夫 办好民生实事》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      '下足“绣花”功夫 办好民生实事. (2026, September 1). Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      '“下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      '“下足‘绣花’功夫 办好民生实事.” 2026. Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      '“下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  无日期: {
    'gbt-7714-2025-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，载治理实践库，https://example.org/practices/cunkou/，2026年11月20日访问。',
    'social-sciences-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Zhili Shijianku Bianjizu. (n.d.). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. Retrieved November 20, 2026, from https://example.org/practices/cunkou/',
    'mla-9':
      'Zhili Shijianku Bianjizu. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, https://example.org/practices/cunkou/. Accessed 20 Nov. 2026.',
    'chicago-18-author-date':
      'Zhili Shijianku Bianjizu. n.d. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku. Accessed November 20, 2026. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Zhili Shijianku Bianjizu, “下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, accessed November 20, 2026, https://example.org/practices/cunkou/.',
  },
  推测年份: {
    'gbt-7714-2025-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2022][2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '治理实践库编辑组，[2022]. 下足“绣花”功夫 办好民生实事[EB/OL]. [2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2022][2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. [2022][2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，载治理实践库[2022]年，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，[2022]年，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Zhili Shijianku Bianjizu. (ca. 2022). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Zhili Shijianku Bianjizu. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, circa 2022, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Zhili Shijianku Bianjizu. [2022?]. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Zhili Shijianku Bianjizu, “下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, [2022?], https://example.org/practices/cunkou/.',
  },
  刊名待考: {
    'gbt-7714-2025-numeric': '[1]黄晓武. 下足“绣花”功夫 办好民生实事[J].',
    'gbt-7714-2025-author-date': '黄晓武. 下足“绣花”功夫 办好民生实事[J].',
    'gbt-7714-2025-note': '黄晓武. 下足“绣花”功夫 办好民生实事[J].',
    'gbt-7714-2015-numeric': '[1]黄晓武. 下足“绣花”功夫 办好民生实事[J].',
    'law-journals-note': '黄晓武：《下足“绣花”功夫 办好民生实事》。',
    'social-sciences-note': '黄晓武：《下足“绣花”功夫 办好民生实事》。',
    'apa-7': 'Huang, X. (n.d.). 下足“绣花”功夫 办好民生实事.',
    'mla-9': 'Huang Xiaowu. “下足‘绣花’功夫 办好民生实事.”',
    'chicago-18-author-date': 'Huang Xiaowu. n.d. “下足‘绣花’功夫 办好民生实事.”',
    'chicago-18-note': 'Huang Xiaowu, “下足‘绣花’功夫 办好民生实事,” n.d.',
  },
  刊名已知: {
    'gbt-7714-2025-numeric': '[1]李明. 网格化治理的县域实践[J]. 乡村治理评论，2023（4）：12-18.',
    'gbt-7714-2025-author-date': '李明，2023. 网格化治理的县域实践[J]. 乡村治理评论（4）：12-18.',
    'gbt-7714-2025-note': '李明. 网格化治理的县域实践[J]. 乡村治理评论，2023（4）：12-18.',
    'gbt-7714-2015-numeric': '[1]李明. 网格化治理的县域实践[J]. 乡村治理评论, 2023(4): 12-18.',
    'law-journals-note':
      '李明：《网格化治理的县域实践》，载《乡村治理评论》2023年第4期，第12-18页。',
    'social-sciences-note':
      '李明：《网格化治理的县域实践》，《乡村治理评论》2023年第4期，第12—18页。',
    'apa-7': 'Li, M. (2023). 网格化治理的县域实践. 乡村治理评论, (4), 12–18.',
    'mla-9': 'Li Ming. “网格化治理的县域实践.” 乡村治理评论, no. 4, 2023, pp. 12–18.',
    'chicago-18-author-date': 'Li Ming. 2023. “网格化治理的县域实践.” 乡村治理评论, no. 4: 12–18.',
    'chicago-18-note': 'Li Ming, “网格化治理的县域实践,” 乡村治理评论, no. 4 (2023): 12–18.',
  },
  四位作者: {
    'gbt-7714-2025-numeric':
      '[1]李明，欧阳静，王建国，等. 网格化治理的县域实践[J]. 乡村治理评论，2023（4）：12-18.',
    'gbt-7714-2025-author-date':
      '李明，欧阳静，王建国，等，2023. 网格化治理的县域实践[J]. 乡村治理评论（4）：12-18.',
    'gbt-7714-2025-note':
      '李明，欧阳静，王建国，等. 网格化治理的县域实践[J]. 乡村治理评论，2023（4）：12-18.',
    'gbt-7714-2015-numeric':
      '[1]李明, 欧阳静, 王建国, 等. 网格化治理的县域实践[J]. 乡村治理评论, 2023(4): 12-18.',
    'law-journals-note':
      '李明、欧阳静等：《网格化治理的县域实践》，载《乡村治理评论》2023年第4期，第12-18页。',
    'social-sciences-note':
      '李明、欧阳静、王建国、买买提·艾力：《网格化治理的县域实践》，《乡村治理评论》2023年第4期，第12—18页。',
    'apa-7':
      'Li, M., Ouyang, J., Wang, J., & Maimaiti Aili. (2023). 网格化治理的县域实践. 乡村治理评论, (4), 12–18.',
    'mla-9': 'Li Ming, et al. “网格化治理的县域实践.” 乡村治理评论, no. 4, 2023, pp. 12–18.',
    'chicago-18-author-date':
      'Li Ming, Ouyang Jing, Wang Jianguo, and Maimaiti Aili. 2023. “网格化治理的县域实践.” 乡村治理评论, no. 4: 12–18.',
    'chicago-18-note': 'Li Ming et al., “网格化治理的县域实践,” 乡村治理评论, no. 4 (2023): 12–18.',
  },
  复姓: {
    'gbt-7714-2025-numeric':
      '[1]欧阳静. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '欧阳静，2026. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '欧阳静. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]欧阳静. 下足“绣花”功夫 办好民生实事[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '欧阳静：《下足“绣花”功夫 办好民生实事》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '欧阳静：《下足“绣花”功夫 办好民生实事》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Ouyang, J. (2026, September 1). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Ouyang Jing. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Ouyang Jing. 2026. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Ouyang Jing, “下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  带点的姓名: {
    'gbt-7714-2025-numeric':
      '[1]买买提·艾力. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '买买提·艾力，2026. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '买买提·艾力. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]买买提·艾力. 下足“绣花”功夫 办好民生实事[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '买买提·艾力：《下足“绣花”功夫 办好民生实事》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '买买提·艾力：《下足“绣花”功夫 办好民生实事》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Maimaiti Aili. (2026, September 1). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Maimaiti Aili. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Maimaiti Aili. 2026. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Maimaiti Aili, “下足‘绣花’功夫 办好民生实事,” Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  团队: {
    'gbt-7714-2025-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-author-date':
      '治理实践库编辑组，2026. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2025-note':
      '治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/.',
    'gbt-7714-2015-numeric':
      '[1]治理实践库编辑组. 下足“绣花”功夫 办好民生实事[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/cunkou/.',
    'law-journals-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，载治理实践库2026年9月1日，https://example.org/practices/cunkou/。',
    'social-sciences-note':
      '治理实践库编辑组：《下足“绣花”功夫 办好民生实事》，2026年9月1日，https://example.org/practices/cunkou/，2026年11月20日。',
    'apa-7':
      'Zhili Shijianku Bianjizu. (2026, September 1). 下足“绣花”功夫 办好民生实事. Zhili Shijianku. https://example.org/practices/cunkou/',
    'mla-9':
      'Zhili Shijianku Bianjizu. “下足‘绣花’功夫 办好民生实事.” Zhili Shijianku, 2nd ed., 1 Sept. 2026, https://example.org/practices/cunkou/.',
    'chicago-18-author-date':
      'Zhili Shijianku Bianjizu. 2026. “下足‘绣花’功夫 办好民生实事.” 2nd ed. Zhili Shijianku, September 1. https://example.org/practices/cunkou/.',
    'chicago-18-note':
      'Zhili Shijianku Bianjizu, “下足‘绣花’功夫 办好民生实事,” 2nd ed., Zhili Shijianku, September 1, 2026, https://example.org/practices/cunkou/.',
  },
  英文文献: {
    'gbt-7714-2025-numeric':
      '[1]Smith J A，Lee M，Brown T，et al. Grid governance in county China[J/OL]. Journal of Local Governance，2022，8（2）：101-120. DOI:10.1234/jlg.2022.8.',
    'gbt-7714-2025-author-date':
      'Smith J A，Lee M，Brown T，et al.，2022. Grid governance in county China[J/OL]. Journal of Local Governance，8（2）：101-120. DOI:10.1234/jlg.2022.8.',
    'gbt-7714-2025-note':
      'Smith J A，Lee M，Brown T，et al. Grid governance in county China[J/OL]. Journal of Local Governance，2022，8（2）：101-120. DOI:10.1234/jlg.2022.8.',
    'gbt-7714-2015-numeric':
      '[1]SMITH J A, LEE M, BROWN T, et al. Grid governance in county China[J/OL]. Journal of Local Governance, 2022, 8(2): 101-120. DOI:10.1234/jlg.2022.8.',
    'law-journals-note':
      'John A. Smith et al., Grid governance in county China, 8 Journal of Local Governance 101-120 (2022).',
    'social-sciences-note':
      'John A. Smith et al., “Grid governance in county China,” Journal of Local Governance, vol. 8, no. 2 (2022), pp. 101-120.',
    'apa-7':
      'Smith, J. A., Lee, M., Brown, T., & García-López, A. (2022). Grid governance in county China. Journal of Local Governance, 8(2), 101–120. https://doi.org/10.1234/jlg.2022.8',
    'mla-9':
      'Smith, John A., et al. “Grid Governance in County China.” Journal of Local Governance, vol. 8, no. 2, 2022, pp. 101–20, https://doi.org/10.1234/jlg.2022.8.',
    'chicago-18-author-date':
      'Smith, John A., Mary Lee, Tom Brown, and Ana García-López. 2022. “Grid Governance in County China.” Journal of Local Governance 8 (2): 101–20. https://doi.org/10.1234/jlg.2022.8.',
    'chicago-18-note':
      'John A. Smith et al., “Grid Governance in County China,” Journal of Local Governance 8, no. 2 (2022): 101–20, https://doi.org/10.1234/jlg.2022.8.',
  },
  数据集: {
    'gbt-7714-2025-numeric':
      '[1]治理实践库编辑组. 治理实践库[DS/OL]. V2026.11. 治理实践库（2026-11-01）[2026-11-20]. https://example.org/.',
    'gbt-7714-2025-author-date':
      '治理实践库编辑组，2026. 治理实践库[DS/OL]. V2026.11. 治理实践库（2026-11-01）[2026-11-20]. https://example.org/.',
    'gbt-7714-2025-note':
      '治理实践库编辑组. 治理实践库[DS/OL]. V2026.11. 治理实践库（2026-11-01）[2026-11-20]. https://example.org/.',
    'gbt-7714-2015-numeric':
      '[1]治理实践库编辑组. 治理实践库[DS/OL]. V2026.11. 治理实践库(2026-11-01)[2026-11-20]. https://example.org/.',
    'law-journals-note':
      '治理实践库编辑组：《治理实践库》（V2026.11），载治理实践库2026年11月1日，https://example.org/。',
    'social-sciences-note':
      '治理实践库编辑组：《治理实践库》（V2026.11），2026年11月1日，https://example.org/，2026年11月20日。',
    'apa-7':
      'Zhili Shijianku Bianjizu. (2026). Zhili Shijianku (Version 2026.11) [Data set]. Zhili Shijianku. https://example.org/',
    'mla-9':
      'Zhili Shijianku Bianjizu. “Zhili Shijianku.” Version 2026.11, Zhili Shijianku, 1 Nov. 2026, https://example.org/.',
    'chicago-18-author-date':
      'Zhili Shijianku Bianjizu. 2026. “Zhili Shijianku.” Version 2026.11. Zhili Shijianku, November 1. https://example.org/.',
    'chicago-18-note':
      'Zhili Shijianku Bianjizu, “Zhili Shijianku,” version 2026.11, Zhili Shijianku, November 1, 2026, https://example.org/.',
  },
};

for (const [kind, record] of Object.entries(kinds)) {
  for (const id of citationStyles) {
    test(`a reader who cites ${kind} in ${id} gets the reference byte for byte`, () => {
      assert.equal(reference(record, id), golden[kind as keyof typeof kinds][id]);
    });
  }
}

const marks: readonly (readonly [keyof typeof kinds, CitationStyleId, string | null])[] = [
  ['摘编', 'gbt-7714-2025-numeric', '[1]第7段'],
  ['摘编', 'gbt-7714-2025-author-date', '（治理实践库编辑组，2026）第7段'],
  ['摘编', 'gbt-7714-2025-note', null],
  ['摘编', 'gbt-7714-2015-numeric', '[1]第7段'],
  ['摘编', 'apa-7', '(Zhili Shijianku Bianjizu, 2026, para. 7)'],
  ['摘编', 'mla-9', '(Zhili Shijianku Bianjizu, par. 7)'],
  ['摘编', 'chicago-18-author-date', '(Zhili Shijianku Bianjizu 2026, para. 7)'],
  ['摘编', 'chicago-18-note', null],
  ['无作者', 'gbt-7714-2025-author-date', '（佚名，2026）第7段'],
  ['无作者', 'apa-7', '(下足“绣花”功夫 办好民生实事, 2026, para. 7)'],
  ['无作者', 'mla-9', '(“下足‘绣花’功夫 办好民生实事,” par. 7)'],
  ['无作者', 'chicago-18-author-date', '(“下足‘绣花’功夫 办好民生实事” 2026, para. 7)'],
  ['无日期', 'gbt-7714-2025-author-date', '（治理实践库编辑组）第7段'],
  ['无日期', 'apa-7', '(Zhili Shijianku Bianjizu, n.d., para. 7)'],
  ['无日期', 'chicago-18-author-date', '(Zhili Shijianku Bianjizu, n.d., para. 7)'],
  ['推测年份', 'gbt-7714-2025-author-date', '（治理实践库编辑组，[2022]）第7段'],
  ['推测年份', 'apa-7', '(Zhili Shijianku Bianjizu, ca. 2022, para. 7)'],
  ['推测年份', 'chicago-18-author-date', '(Zhili Shijianku Bianjizu [2022?], para. 7)'],
  ['四位作者', 'gbt-7714-2025-author-date', '（李明等，2023）第7段'],
  ['四位作者', 'apa-7', '(Li et al., 2023, para. 7)'],
  ['四位作者', 'mla-9', '(Li et al., par. 7)'],
  ['四位作者', 'chicago-18-author-date', '(Li et al. 2023, para. 7)'],
  ['复姓', 'gbt-7714-2025-author-date', '（欧阳静，2026）第7段'],
  ['复姓', 'apa-7', '(Ouyang, 2026, para. 7)'],
  ['带点的姓名', 'apa-7', '(Maimaiti Aili, 2026, para. 7)'],
  ['英文文献', 'gbt-7714-2025-author-date', '（Smith et al.，2022）第7段'],
  ['英文文献', 'mla-9', '(Smith et al., par. 7)'],
];

for (const [kind, style, mark] of marks) {
  test(`a reader who quotes 第7段 of ${kind} in ${style} is told what to put in the text`, () => {
    assert.equal(inText(kinds[kind], style), mark);
  });
}

test('a reader who cites without a paragraph gets a mark without one', () => {
  assert.equal(
    inText(kinds.摘编, 'gbt-7714-2025-author-date', today),
    '（治理实践库编辑组，2026）',
  );
  assert.equal(inText(kinds.摘编, 'mla-9', today), '(Zhili Shijianku Bianjizu)');
  assert.equal(inText(kinds.无作者, 'mla-9', today), '(“下足‘绣花’功夫 办好民生实事”)');
});

test('a footnote names the paragraph and links to it', () => {
  const context: ReferenceContext = { ...today, locator: { paragraph: 7, anchor: 'p-k7m2' } };
  assert.equal(
    reference(kinds.摘编, 'gbt-7714-2025-note', context),
    '治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/cunkou/#p-k7m2. 第7段.',
  );
  assert.equal(
    reference(kinds.摘编, 'chicago-18-note', context),
    'Zhili Shijianku Bianjizu, “村口设联络点，分歧先在村里说,” Zhili Shijianku, September 1, 2026, para. 7, https://example.org/practices/cunkou/#p-k7m2.',
  );
  assert.equal(
    reference(kinds.刊名已知, 'chicago-18-note', seventh),
    'Li Ming, “网格化治理的县域实践,” 乡村治理评论, no. 4 (2023): para. 7.',
  );
});

test('a reader who numbers a list gets the number asked for', () => {
  assert.match(
    reference(kinds.摘编, 'gbt-7714-2025-numeric', { ...today, number: 12 }),
    /^\[12\]治理/,
  );
  assert.equal(inText(kinds.摘编, 'gbt-7714-2025-numeric', { ...today, number: 12 }), '[12]');
});

test('a reader can pin the edition, and the paragraph still follows', () => {
  const page = aWebPage({ edition: 2 });
  assert.equal(
    citedAddress(page, { ...today, pinned: true }),
    'https://example.org/practices/cunkou/?v=2',
  );
  assert.equal(
    citedAddress(page, { ...today, pinned: true, locator: { paragraph: 1, anchor: 'p-k7m2' } }),
    'https://example.org/practices/cunkou/?v=2#p-k7m2',
  );
});

test('a page printed without script leaves the day of access for the reader to fill in', () => {
  const blank: ReferenceContext = { accessedOn: null };
  assert.match(
    reference(kinds.摘编, 'gbt-7714-2025-numeric', blank),
    /（2026-09-01）\[引用日期\]\. https/,
  );
  assert.match(reference(kinds.无日期, 'apa-7', blank), /Retrieved \[access date\], from https/);
  assert.match(reference(kinds.无日期, 'mla-9', blank), /\. Accessed \[access date\]\.$/);
  assert.match(
    reference(kinds.无日期, 'chicago-18-author-date', blank),
    /\. Accessed \[access date\]\. https/,
  );
});

test('the year of access is never shown as the year of publication', () => {
  for (const id of citationStyles) {
    const shown = reference(kinds.无日期, id).replace(
      /2026-11-20|2026年11月20日|November 20, 2026|20 Nov\. 2026/g,
      '',
    );
    assert.doesNotMatch(shown, /2026/, id);
  }
});

test('a lost title and a missing one are told apart', () => {
  const lost = aWebPage({ title: 'unknown' });
  const none = aWebPage({ title: 'none' });
  assert.match(reference(lost, 'gbt-7714-2025-numeric'), /\[题名待考\]\[EB\/OL\]/);
  assert.match(reference(none, 'gbt-7714-2025-numeric'), /\[无题名\]\[EB\/OL\]/);
  assert.match(reference(lost, 'apa-7'), /\[title unknown\]\. Zhili/);
  assert.match(
    reference(none, 'chicago-18-note'),
    /^Zhili Shijianku Bianjizu, \[untitled\], Zhili/,
  );
});

test('pinyin and translation are used only where an editor has checked them', () => {
  const checked = aWebPage({
    title: known({
      text: '村口设联络点',
      pinyin: 'Cunkou she lianluodian',
      translation: 'Contact points at the village gate',
    }),
  });
  assert.match(
    reference(checked, 'apa-7'),
    /\. Cunkou she lianluodian \[Contact points at the village gate\]\. Zhili/,
  );
  assert.match(
    reference(checked, 'mla-9'),
    /“Cunkou she lianluodian” \[Contact points at the village gate\]\. Zhili/,
  );
  assert.match(reference(checked, 'gbt-7714-2025-numeric'), /\. 村口设联络点\[EB\/OL\]/);
  const onlyTranslated = aWebPage({
    title: known({ text: '村口设联络点', pinyin: null, translation: 'Contact points' }),
  });
  assert.match(
    reference(onlyTranslated, 'chicago-18-note'),
    /“村口设联络点” \[Contact points\], Zhili/,
  );
});

test('a name nobody has romanised stays in Chinese characters', () => {
  const two = aWebPage({
    creators: known([aPerson({ latin: null }), aPerson({ name: '欧阳静', latin: null })]),
  });
  assert.match(reference(two, 'apa-7'), /^李明 & 欧阳静\. \(2026/);
  assert.match(reference(two, 'mla-9'), /^李明 and 欧阳静\. “/);
});

test('Western names turn only at the head of a list', () => {
  const two = {
    ...kinds.英文文献,
    creators: known([western('Smith', 'John A.'), western('Lee', 'Mary')]),
  };
  assert.match(reference(two, 'apa-7'), /^Smith, J\. A\., & Lee, M\. \(2022\)/);
  assert.match(reference(two, 'mla-9'), /^Smith, John A\., and Mary Lee\. “/);
  assert.match(reference(two, 'chicago-18-note'), /^John A\. Smith and Mary Lee, “/);
  assert.match(reference(two, 'gbt-7714-2025-numeric'), /^\[1\]Smith J A，Lee M\. Grid/);
});

test('an English article by a Chinese author keeps the given name in full', () => {
  const article = { ...kinds.英文文献, creators: known([ouyangJing]) };
  assert.match(reference(article, 'gbt-7714-2025-numeric'), /^\[1\]Ouyang Jing\. Grid/);
  assert.match(reference(article, 'gbt-7714-2015-numeric'), /^\[1\]OUYANG Jing\. Grid/);
});

test('three authors are all named, a fourth is not', () => {
  const three = aJournalArticle({ creators: known([liMing, ouyangJing, wangJianguo]) });
  assert.match(reference(three, 'gbt-7714-2025-numeric'), /^\[1\]李明，欧阳静，王建国\. 网格/);
});

test('a list of many authors is cut where each style cuts it', () => {
  const many = aWebPage({
    creators: known(
      Array.from({ length: 22 }, (_, index) => western(`Family${index + 1}`, 'Given')),
    ),
  });
  assert.match(reference(many, 'apa-7'), /Family19, G\., \. \. \. Family22, G\. \(2026/);
  assert.match(
    reference(many, 'chicago-18-author-date'),
    /^Family1, Given, Given Family2, Given Family3, et al\. 2026\. “/,
  );
});

test('a title that ends in its own mark takes no second one', () => {
  const question = aWebPage({ title: titled('谁来接手？') });
  assert.match(reference(question, 'apa-7'), /\. 谁来接手？ Zhili/);
  assert.match(reference(question, 'mla-9'), /“谁来接手？” Zhili/);
  assert.match(
    reference(aWebPage({ title: titled('何为“最后一公里？”') }), 'mla-9'),
    /“何为‘最后一公里？’” Zhili/,
  );
  assert.match(
    reference(aWebPage({ title: titled('走好“最后一公里”') }), 'mla-9'),
    /“走好‘最后一公里\.’” Zhili/,
  );
  assert.match(
    reference(aWebPage({ title: titled('走好“最后一公里”') }), 'apa-7'),
    /走好“最后一公里\.” Zhili/,
  );
});

test('an article online carries its address, and 2015 also the day of access', () => {
  const article = aJournalArticle({
    address: known('https://example.org/j/1'),
    volume: known('3'),
  });
  assert.equal(
    reference(article, 'gbt-7714-2025-numeric'),
    '[1]李明. 网格化治理的县域实践[J/OL]. 乡村治理评论，2023，3（4）：12-18. https://example.org/j/1.',
  );
  assert.equal(
    reference(article, 'gbt-7714-2015-numeric'),
    '[1]李明. 网格化治理的县域实践[J/OL]. 乡村治理评论, 2023, 3(4): 12-18[2026-11-20]. https://example.org/j/1.',
  );
});

test('an article published ahead of its issue is cited by its day', () => {
  const early = aJournalArticle({
    issued: known({ on: '2023-05-06', guessed: false }),
    issue: 'none',
    pages: 'none',
    address: known('https://example.org/j/1'),
  });
  assert.match(reference(early, 'gbt-7714-2025-numeric'), /乡村治理评论，2023-05-06\. https/);
  assert.match(
    reference(early, 'gbt-7714-2025-author-date'),
    /^李明，2023\. .*乡村治理评论，2023-05-06\. https/,
  );
  assert.match(reference(early, 'chicago-18-note'), /乡村治理评论, May 6, 2023, https/);
  assert.match(reference(early, 'chicago-18-note', seventh), /May 6, 2023, para\. 7, https/);
});

test('an identifier that is part of the address is not repeated', () => {
  const article = aJournalArticle({
    address: known('https://doi.org/10.1234/abc'),
    doi: known('10.1234/abc'),
  });
  assert.doesNotMatch(reference(article, 'gbt-7714-2025-numeric'), /DOI:/);
});

test('page ranges are shortened as each style does', () => {
  const on = (pages: string) => ({ ...kinds.英文文献, pages: known(pages) });
  const cases = [
    ['101-108', '101–08', '101–8'],
    ['100-104', '100–04', '100–104'],
    ['321-328', '321–28', '321–28'],
    ['1496-1500', '1496–500', '1496–500'],
    ['12-18', '12–18', '12–18'],
    ['98-103', '98–103', '98–103'],
  ] as const;
  for (const [pages, mla, chicago] of cases) {
    assert.ok(reference(on(pages), 'mla-9').includes(`pp. ${mla},`), pages);
    assert.ok(reference(on(pages), 'chicago-18-author-date').includes(`: ${chicago}. `), pages);
  }
  assert.match(reference(on('7'), 'mla-9'), /, p\. 7,/);
});

test('English titles take headline capitals in MLA and Chicago, and not in APA', () => {
  const article = { ...kinds.英文文献, title: titled('Grids: a study between towns with data') };
  assert.match(reference(article, 'mla-9'), /“Grids: A Study between Towns with Data\.”/);
  assert.match(reference(article, 'chicago-18-note'), /“Grids: A Study Between Towns with Data,”/);
  assert.match(reference(article, 'apa-7'), /Grids: a study between towns with data\./);
});

test('editions are counted in English from the second on', () => {
  const ordinals = [2, 3, 4, 11, 12, 13, 21, 22, 111].map(
    (edition) =>
      /“.*” (.*?ed)\./.exec(reference(aWebPage({ edition }), 'chicago-18-author-date'))?.[1],
  );
  assert.deepEqual(ordinals, [
    '2nd ed',
    '3rd ed',
    '4th ed',
    '11th ed',
    '12th ed',
    '13th ed',
    '21st ed',
    '22nd ed',
    '111th ed',
  ]);
});

test('a site that is its own author is named once in APA', () => {
  const page = aWebPage({ creators: known([aTeam({ latin: 'Zhili Shijianku' })]) });
  assert.equal(
    reference(page, 'apa-7'),
    'Zhili Shijianku. (2026, September 1). 下足“绣花”功夫 办好民生实事. https://example.org/practices/cunkou/',
  );
});

test('italics stand where the style wants them and never on Chinese journal names', () => {
  assert.match(
    html(formatReference(kinds.摘编, 'apa-7', today)),
    /\. <i>村口设联络点，分歧先在村里说<\/i>\. /,
  );
  assert.match(
    html(formatReference(kinds.摘编, 'mla-9', today)),
    / <i>Zhili Shijianku<\/i>, 1 Sept/,
  );
  assert.match(
    html(formatReference(kinds.英文文献, 'apa-7', today)),
    /<i>Journal of Local Governance<\/i>, <i>8<\/i>\(2\)/,
  );
  assert.doesNotMatch(html(formatReference(kinds.刊名已知, 'chicago-18-note', today)), /<i>/);
});

test('rich copies are safe to put into a page', () => {
  const rich = formatReference(aWebPage({ title: titled(`<b>"甲" & '乙'</b>`) }), 'apa-7', today);
  assert.match(html(rich), /<i>&lt;b&gt;&quot;甲&quot; &amp; &#39;乙&#39;&lt;\/b&gt;<\/i>/);
  assert.equal(html(compose([italic('a'), ' ', italic('b')])), '<i>a</i> <i>b</i>');
});

test('a practice page is cited under its own title, with the editors responsible and the date of its edition', () => {
  const practice = aPractice({
    edition: 2,
    changes: [aChange({ edition: 2, changedOn: '2026-10-08', note: '补正数字' }), aChange()],
  });
  assert.equal(
    reference(toCitable(practice, { origin, words }), 'gbt-7714-2025-numeric'),
    '[1]治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-10-08）[2026-11-20]. https://example.org/practices/qingchuan-cunkou-lianluodian/.',
  );
  assert.match(
    reference(toCitable(practice, { origin, words }), 'mla-9'),
    /, 2nd ed\., 8 Oct\. 2026, /,
  );
});

test('a release of the data is cited by its version', () => {
  const release = toCitableRelease({ version: '2026.11', releasedOn: '2026-11-01' }, { origin });
  assert.equal(reference(release, 'gbt-7714-2025-numeric'), golden.数据集['gbt-7714-2025-numeric']);
});

test('nothing is claimed of a scanned original beyond its title and bylines', () => {
  const original = originalOf(aPractice());
  assert.ok(original.kind === 'journal-article');
  const { journal, issued, volume, issue, pages, doi } = original;
  for (const fact of [journal, issued, volume, issue, pages, doi]) assert.equal(fact, 'unknown');
});

test('an author with · in the name is never split', () => {
  const author = anAuthor({ label: '买买提·艾力', pinyin: 'Maimaiti Aili' });
  const [creator] = creatorsOf(
    originalOf(aPractice({ source: aSource({ bylines: [aByline({ author })] }) })),
  );
  assert.deepEqual(creator, maimaitiAili);
});

const secondaryGolden: Readonly<Record<CitationStyleId, readonly [string, string | null]>> = {
  'gbt-7714-2025-numeric': [
    '黄晓武. 下足“绣花”功夫 办好民生实事[J]. [原刊名、年、期待考]. 转引自：治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    '[1]第7段',
  ],
  'gbt-7714-2025-author-date': [
    '黄晓武. 下足“绣花”功夫 办好民生实事[J]. [原刊名、年、期待考]. 转引自：治理实践库编辑组，2026. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    '（黄晓武，转引自治理实践库编辑组，2026）第7段',
  ],
  'gbt-7714-2025-note': [
    '黄晓武. 下足“绣花”功夫 办好民生实事[J]. [原刊名、年、期待考]. 转引自：治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https://example.org/practices/qingchuan-cunkou-lianluodian/. 第7段.',
    null,
  ],
  'gbt-7714-2015-numeric': [
    '黄晓武. 下足“绣花”功夫 办好民生实事[J]. [原刊名、年、期待考]. 转引自: 治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. (2026-09-01)[2026-11-20]. https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    '[1]第7段',
  ],
  'law-journals-note': [
    '黄晓武：《下足“绣花”功夫 办好民生实事》[原刊名、年、期待考]，转引自治理实践库编辑组：《村口设联络点，分歧先在村里说》，载治理实践库2026年9月1日，第7段，https://example.org/practices/qingchuan-cunkou-lianluodian/。',
    null,
  ],
  'social-sciences-note': [
    '黄晓武：《下足“绣花”功夫 办好民生实事》[原刊名、年、期待考]，转引自治理实践库编辑组：《村口设联络点，分歧先在村里说》，2026年9月1日，第7段，https://example.org/practices/qingchuan-cunkou-lianluodian/，2026年11月20日。',
    null,
  ],
  'apa-7': [
    'Zhili Shijianku Bianjizu. (2026, September 1). 村口设联络点，分歧先在村里说. Zhili Shijianku. https://example.org/practices/qingchuan-cunkou-lianluodian/',
    '(Huang, n.d., as cited in Zhili Shijianku Bianjizu, 2026, para. 7)',
  ],
  'mla-9': [
    'Zhili Shijianku Bianjizu. “村口设联络点，分歧先在村里说.” Zhili Shijianku, 1 Sept. 2026, https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    '(Huang, qtd. in Zhili Shijianku Bianjizu, par. 7)',
  ],
  'chicago-18-author-date': [
    'Huang Xiaowu. n.d. “下足‘绣花’功夫 办好民生实事.” Quoted in Zhili Shijianku Bianjizu. 2026. “村口设联络点，分歧先在村里说.” Zhili Shijianku, September 1. https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    '(Huang, n.d., quoted in Zhili Shijianku Bianjizu 2026, para. 7)',
  ],
  'chicago-18-note': [
    'Huang Xiaowu, “下足‘绣花’功夫 办好民生实事,” n.d., quoted in Zhili Shijianku Bianjizu, “村口设联络点，分歧先在村里说,” Zhili Shijianku, September 1, 2026, para. 7, https://example.org/practices/qingchuan-cunkou-lianluodian/.',
    null,
  ],
};

for (const id of citationStyles) {
  test(`a reader who has not seen the original cites it at second hand in ${id}`, () => {
    const { reference: entry, inText: mark } = secondaryCitation(aPractice(), id, {
      ...seventh,
      origin,
      words,
    });
    assert.deepEqual([plain(entry), mark === null ? null : plain(mark)], secondaryGolden[id]);
  });
}

test('an original whose title the scan lost is cited with the loss marked', () => {
  const practice = aPractice({ source: aSource({ title: 'unknown', titleNote: '扫描件缺标题' }) });
  const { reference: entry } = secondaryCitation(practice, 'gbt-7714-2025-numeric', {
    ...today,
    origin,
    words,
  });
  assert.match(plain(entry), /^黄晓武\. \[题名待考\]\[J\]\. \[原刊名、年、期待考\]\. 转引自：/);
});

test('readers are told that the second-hand form is ours', () => {
  assert.match(secondHand.note, /这是本库的写法/);
});

test('the first style offered is the standard in force', () => {
  assert.equal(citationStyles[0], 'gbt-7714-2025-numeric');
  assert.equal(new Set(citationStyles).size, citationStyles.length);
});

/** The same numbers on every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const hardTitles = [
  '下足“绣花”功夫 办好民生实事',
  '谁来接手？',
  '共建！',
  'Etc.',
  '甲  乙\n丙',
  '𠮷野家“一站式”',
  '100% & {甲}_乙\\#',
  '走好“最后一公里”',
  '结尾…',
];
const hardCreators: readonly Creator[] = [
  liMing,
  ouyangJing,
  maimaitiAili,
  western('Smith', 'John A.'),
  aTeam(),
  aTeam({ name: 'Acme Inc.', latin: null }),
  aPerson({ latin: null }),
];

function arbitraryRecord(random: () => number): CitableRecord {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const fact = <Value>(value: Value): Fact<Value> =>
    pick<Fact<Value>>([known(value), known(value), 'unknown', 'none']);
  const common = {
    language: pick(['zh-CN', 'en'] as const),
    title: fact<Title>({
      text: pick(hardTitles),
      pinyin: pick([null, 'Jia yi']),
      translation: pick([null, 'Bing ding']),
    }),
    creators: fact(Array.from({ length: 1 + Math.floor(random() * 7) }, () => pick(hardCreators))),
    issued: fact({ on: pick(['1987', '1987-05', '1987-05-09']), guessed: random() < 0.3 }),
    address: fact('https://example.org/x/'),
  };
  return pick([
    () => aWebPage({ ...common, edition: pick([1, 2, 13]) }),
    () => aDataset(common),
    () =>
      aJournalArticle({
        ...common,
        journal: fact<Title>({
          text: pick(['乡村治理评论', 'Adv. Gov.']),
          pinyin: null,
          translation: null,
        }),
        volume: fact('61'),
        issue: fact('43'),
        pages: fact(pick(['7', '112-118'])),
        doi: fact('10.1234/abc'),
      }),
  ])();
}

/** Words the styles add of themselves. */
const styleWords = new Set(
  `等 et al 佚名 Anon EB DS J OL V DOI https doi org n d ca circa Version version Data set Retrieved from Accessed accessed
   vol no p pp ed and 1 第7段 题名待考 无题名 title unknown untitled para par 7`.split(/\s+/),
);

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function wordsOfDate(date: string): readonly string[] {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? [] : [months[Number(month) - 1] ?? ''];
  return [
    year,
    month ?? '',
    day ?? '',
    String(Number(month)),
    String(Number(day)),
    ...name,
    ...name.map((long) => long.slice(0, 3)),
  ];
}

function wordsOfCreator(creator: Creator): readonly string[] {
  const latin =
    creator.kind === 'team'
      ? [creator.latin ?? '']
      : [creator.latin?.family ?? '', creator.latin?.given ?? ''];
  const words = [creator.name, ...latin].flatMap(wordsOf);
  return words.flatMap((word) => [word, word.charAt(0), `${word}等`]);
}

/** Every word a reference to the record may contain. */
function allowedWords(record: CitableRecord): ReadonlySet<string> {
  const title = valueOf(record.title);
  const holder =
    record.kind === 'web-page' ? record.site : record.kind === 'dataset' ? record.publisher : null;
  const journal =
    record.kind === 'journal-article'
      ? [
          valueOf(record.journal)?.text,
          valueOf(record.volume),
          valueOf(record.issue),
          valueOf(record.pages),
          valueOf(record.doi),
        ]
      : [];
  const texts = [
    title?.text,
    title?.pinyin,
    title?.translation,
    holder?.name,
    holder?.latin,
    valueOf(record.address),
    ...journal,
    record.kind === 'dataset' ? record.version : null,
  ];
  const words = [
    ...texts.flatMap((text) => wordsOf(text ?? '')),
    ...creatorsOf(record).flatMap(wordsOfCreator),
    ...wordsOfDate(valueOf(record.issued)?.on ?? '2026-11-20'),
    ...wordsOfDate('2026-11-20'),
    ...(record.kind === 'web-page' ? ['2nd', '13th'] : []),
  ];
  const shortenedPages =
    record.kind === 'journal-article' && valueOf(record.pages) === '112-118' ? ['18'] : [];
  const all = [...words, ...shortenedPages, ...styleWords];
  return new Set(all.flatMap((word) => [word, word.toUpperCase(), `V${word}`, capital(word)]));
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Notes in Chinese join their own words to names and numbers without a blank. */
const apart = (text: string, id: CitationStyleId): string =>
  /^(law|social)/.test(id)
    ? text.replace(
        /载|访问|等(?=：)|(?<=\d|\])[年月日卷期页段]|第(?=\d)|(?<=\p{Script=Han})(?=\d)/gu,
        ' ',
      )
    : text;

const faults =
  /undefined|null|NaN|\[object|\.\.|。\.|？\.|,,|，，|[,，：:]\.|\[\]|\(\)|（）|“”|‘’|\s\s|\n|^\s|\s$|\s[,.，)）\]]|[(（[]\s/u;

test('no reference shows a fact the record does not hold, nor a broken mark', () => {
  const random = seededRandom(7714);
  for (let round = 0; round < 3000; round += 1) {
    const record = arbitraryRecord(random);
    const allowed = allowedWords(record);
    for (const id of citationStyles) {
      for (const text of [
        reference(record, id),
        reference(record, id, seventh),
        inText(record, id),
        inText(record, id, today),
      ]) {
        if (text === null) continue;
        assert.doesNotMatch(text, faults, `${id}: ${text}`);
        const foreign = wordsOf(apart(text, id)).filter((word) => !allowed.has(word));
        assert.deepEqual(foreign, [], `${id}: ${text}`);
      }
    }
  }
});

test('two records that differ in a fact nobody knows read the same', () => {
  for (const id of citationStyles) {
    const unknown = aJournalArticle({ issue: 'unknown', volume: 'unknown' });
    const none = aJournalArticle({ issue: 'none', volume: 'none' });
    assert.equal(reference(unknown, id), reference(none, id));
  }
});
