/** What the library calls itself, wherever it speaks of itself: pages, references, downloads, metadata. */
export const site = {
  name: '治理实践库',
  /** Responsible party of every digest: the words are the library's, not the article author's. */
  team: '治理实践库编辑组',
  description:
    '各地治理做法的摘编：谁在做、怎么运转、有哪些数、缺什么条件。可检索、可对照、可引用。',
  /** For English references. */
  english: {
    name: 'Governance Practice Library',
    team: 'Governance Practice Library Editors',
    namePinyin: 'Zhili Shijianku',
    teamPinyin: 'Zhili Shijianku Bianjizu',
  },
  language: 'zh-CN',
  licence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;
