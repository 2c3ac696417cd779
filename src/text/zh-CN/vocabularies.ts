import type { FacetKey } from '#domain/lists/facet-keys.ts';
import type { CardKey, VocabularyKey } from '#domain/lists/vocabularies.ts';

/** What an entry of each list is called: over a group of choices or suggestions, over its pages. */
export const vocabularyLabels = {
  region: '地区',
  topic: '主题',
  problem: '问题',
  institution: '机构',
  author: '作者',
  term: '术语',
  period: '成文时间',
} as const satisfies Readonly<Record<VocabularyKey | FacetKey, string>>;

/** What the page of each list begins with. */
export const vocabularyLeads = {
  region: '34 个省级行政区全部列出，数字是已收录的篇数。点开一格，看当地和下辖地市区县的做法。',
  topic: '按工作领域找。每个主题有一句定义，数字是已收录的篇数。',
  problem: '从你遇到的难处找：别的地方遇到同样的问题，是怎么办的。',
  institution: '按主办机构的类型找。',
  author: '原文署名人，按姓氏拼音排列。职务以各篇署名时为准。',
  term: '机制和概念，按拼音排列。只属于某地的叫法写明是谁的做法。',
} as const satisfies Readonly<Record<VocabularyKey, string>>;

/** What a field that names entries holds, for who reads records and tables. A region is given as its path. */
export const vocabularyMeanings = {
  topic: '主题',
  problem: '所应对的问题',
  institution: '机构类型',
} as const satisfies Readonly<Record<Exclude<CardKey, 'region'>, string>>;
