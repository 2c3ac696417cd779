import type { SourceWords } from '#domain/practice/source-words.ts';
import { source as zhCN } from '#text/zh-CN/source.ts';
import { dates } from './dates.ts';

export const source: SourceWords = {
  ...zhCN,
  facts: {
    ...zhCN.facts,
    journal: 'journal',
    yearInBrief: 'year',
    issueInBrief: 'issue',
    pages: 'pages',
  },
  date: dates.inWords,
  list: (things) => things.join(', '),
  notBefore: (date) => `not before ${dates.inWords(date)}`,
  notAfter: (date) => `not after ${dates.inWords(date)}`,
  bounds: (bounds) => bounds.join(', '),
};
