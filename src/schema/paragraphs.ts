import { z } from 'astro/zod';
import { day, text } from '#schema/fields.ts';

const paragraphId = z
  .string()
  .regex(/^p-[a-z0-9]+$/, '段落 id 由 npm run paragraphs 生成，例如 p-k7m2，不要手改');

/** `content/paragraphs/<practice>.yml`: the register of a practice's paragraphs. */
export const paragraphs = z.strictObject({
  paragraphs: z
    .array(
      z.strictObject({
        id: paragraphId.describe('段落的永久 id'),
        text: text.describe('登记时的全文'),
      }),
    )
    .describe('现有段落，由 npm run paragraphs 登记'),
  retired: z
    .array(
      z.strictObject({
        id: paragraphId.describe('段落的永久 id'),
        text: text.describe('删除前的全文'),
        retiredOn: day.describe('哪天起不在正文里'),
        note: text.describe('这一段后来怎样了，读者会看到'),
        now: paragraphId.nullable().default(null).describe('并入了哪一段'),
      }),
    )
    .default([])
    .describe('已不在正文里的段落，地址永久保留'),
});
