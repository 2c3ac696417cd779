import type { CitationStyleId, StyleWords } from '#domain/citation/styles.ts';

/** What the styles of references are called, and what a reader should know before using one. */
export const citationStyles: Readonly<Record<CitationStyleId, StyleWords>> = {
  'gbt-7714-2025-numeric': {
    label: 'GB/T 7714—2025 顺序编码制',
    note: '现行国家标准，2026 年 7 月 1 日起实施。方括号里的序号请改成您文末的编号。',
  },
  'gbt-7714-2025-author-date': {
    label: 'GB/T 7714—2025 著者-出版年制',
    note: '正文用“（著者，年）”标注。标准没有网页段落号的写法，“第几段”写在括号之后，是本库的写法。',
  },
  'gbt-7714-2025-note': {
    label: 'GB/T 7714—2025 注释',
    note: '用作脚注。末尾的“第几段”是本库所加，标准没有这一项。',
  },
  'gbt-7714-2015-numeric': {
    label: 'GB/T 7714—2015 顺序编码制',
    note: '旧版国家标准，供尚未换用新版的刊物和学校使用。',
  },
  'law-journals-note': {
    label: '法学期刊脚注',
    note: '依《法学引注手册》第二版，用作脚注。有发布日期的网页不写访问日期；“第几段”是本库的写法。',
  },
  'social-sciences-note': {
    label: '《中国社会科学》脚注',
    note: '依《中国社会科学》引文注释的规定，用作脚注；末尾是您查阅的日期，“第几段”是本库的写法。',
  },
  'apa-7': {
    label: 'APA 第 7 版',
    note: '英文格式。题名没有经编者核对的拼音或译名时保留汉字。',
  },
  'mla-9': {
    label: 'MLA 第 9 版',
    note: '英文格式。中文姓名姓在前，不加逗号。',
  },
  'chicago-18-author-date': {
    label: '芝加哥 第 18 版 著者-出版年',
    note: '英文格式，用于文末参考文献表。',
  },
  'chicago-18-note': {
    label: '芝加哥 第 18 版 注释',
    note: '英文格式，用作脚注；段落号写在日期之后。',
  },
};

/** Of citing an original through our page: a form of our own that no standard gives. */
export const secondHand: StyleWords = {
  label: '转引',
  note: '“转引”在只见过本库摘编、没有见过原文时用。GB/T 7714 没有转引的著录格式，方括号里的“待考”各种格式都没有，这是本库的写法；“待考”是本库尚未查到，不是原文没有。',
};

/** What the panel below a practice says around them. */
export const citePanel = {
  printedCode: (edition: number, code: string): string =>
    `第 ${edition} 版，核对码 ${code}（在本库“核引”页输入，可知是否现行）`,
  otherStyles: '其他格式',
  downloads: '下载',
  guide: '怎样引用，哪些是标准的写法，哪些是本库的写法',
  verify: '稿子写好了，贴到“核引”里核对引文',
  mark: '正文里写',
} as const;
