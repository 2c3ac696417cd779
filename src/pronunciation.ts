import { pinyin } from 'pinyin-pro';
import type { Term } from '#domain/lists/lists.ts';

/** How an entry of a list is read, syllables apart; quotation marks do not count. */
export const readingOf = ({
  label,
  pinyin: written,
}: Term & { readonly pinyin?: string }): string =>
  written ?? pinyin(label.replace(/[\p{P}\s]/gu, ''), { toneType: 'none' });
