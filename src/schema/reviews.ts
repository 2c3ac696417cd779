import { z } from 'astro/zod';
import { day, text } from '#schema/fields.ts';

/** `content/reviews/<practice>.yml`: who read which edition against its source, and when. */
export const reviews = z.array(
  z.strictObject({
    edition: z.int().min(1).describe('读的是第几版'),
    round: text.describe('第几道，照 content/reviewing.yml 里的名称'),
    by: text.describe('谁读的：姓名、职务或角色'),
    on: day.describe('哪天读完'),
    read: text.describe('所读文字的摘要值，由 npm run sign 写'),
  }),
);

/** `content/reviewing.yml`: how an office reads its practices before they are published. */
export const reviewing = z.strictObject({
  rounds: z
    .array(text)
    .describe('审读各道的名称，依次写；例如 [初审, 复审, 终审]；不设审读就写 []'),
  required: z.boolean().describe('true：各道没有签齐不能发布；false：可以发布，网页如实写明'),
  grounds: z
    .enum(['required', 'welcome'])
    .default('welcome')
    .describe('required：每一处陈述都要有原文出处才能发布；welcome：有就查对，没有也能发布'),
  apart: z.boolean().default(true).describe('true：同一版的各道要由不同的人签'),
});
