import { z } from 'astro/zod';
import { text } from '#schema/fields.ts';

/** `content/wording.yml`: what the gate looks for in our own words. */
export const wording = z.strictObject({
  misprints: z
    .array(
      z.strictObject({
        wrong: text.describe('错误写法'),
        right: text.describe('正确写法'),
        unless: z.array(text).default([]).describe('同一句里有这些字时不算错'),
      }),
    )
    .describe('错别字和写错的规范提法'),
  jargon: z.array(text).describe('行话：正文里用到，就必须在 content/terms.yml 里有定义'),
});
