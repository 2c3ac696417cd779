import type { Words } from '#text/language.ts';
import { text as zhCN } from '#text/zh-CN/index.ts';
import { cite } from './cite.ts';
import { dates } from './dates.ts';
import { exports } from './exports.ts';
import { moved } from './moved.ts';
import { source } from './source.ts';

/** The beginning of a second language: whatever it has no word for yet is said in Chinese. */
export const text: Words = {
  ...zhCN,
  dates,
  source,
  exports,
  cite,
  moved,
  nav: { ...zhCN.nav, practices: 'Practices', regions: 'Regions', home: 'Home' },
  home: { ...zhCN.home, title: ['The same problem elsewhere:', 'how was it met?'] },
  card: {
    ...zhCN.card,
    written: 'Written',
    missing: 'Missing',
    elements: { ...zhCN.card.elements, outcomes: 'outcomes' },
  },
  practice: { ...zhCN.practice, note: 'Editors’ note', allFigures: 'All figures' },
};
