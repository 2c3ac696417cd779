import type { Translated } from '#text/language.ts';
import type { moved as zhCN } from '#text/zh-CN/moved.ts';

export const moved: Translated<typeof zhCN> = {
  title: 'This page has moved',
  sentence: 'This page now stands at ',
  why: (on, note) => `Moved on ${on}: ${note}`,
};
