import type { Translated } from '#text/language.ts';
import { cite as zhCN } from '#text/zh-CN/cite.ts';

export const cite: Translated<typeof zhCN> = {
  ...zhCN,
  title: 'Cite this page',
  copy: 'Copy',
  copied: 'Copied',
  copyLink: (number) => `Copy the link to paragraph ${number}`,
};
