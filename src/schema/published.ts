import { z } from 'astro/zod';
import { listNames } from '#domain/lists/vocabularies.ts';
import { day, id, text } from '#schema/fields.ts';

const digest = text.describe('摘要值，由 npm run publish 写，不要手改');
const digests = z.record(z.string(), digest);

/** What was published as one edition of a practice, as digests. */
const edition = z.strictObject({
  edition: z.int().min(1).describe('第几版'),
  publishedOn: day.describe('哪天登记发布的'),
  fields: digests.describe('各栏的摘要值'),
  paragraphs: digests.describe('各段的摘要值，按段落编号'),
  notes: digest.describe('编者注的摘要值'),
  sentences: digests
    .default({})
    .describe('各句的摘要值，按栏或段落编号；读者拿旧版的话来核对，靠它认出来'),
});

/** `content/published/<practice>.yml`: every edition of a practice that was published. */
export const published = z.strictObject({
  editions: z.array(edition).min(1).describe('已发布的各版，新的在前'),
  seal: digest.describe('整个文件的封签，由 npm run publish 写，手改过就对不上'),
});

/** `content/published.yml`: the ids that have addresses readers may keep, by list. */
export const publishedIds = z.record(
  z.string(),
  z.array(text).describe('这一类里已公布的编号，由 npm run publish 写'),
);

/** `content/redirects.yml`: ids that moved. */
export const redirect = z.strictObject({
  list: z
    .enum(['practices', ...listNames, 'guides'])
    .describe('哪一类：practices 实践、regions 地区、topics 主题……'),
  from: id.describe('原来的编号，永不另用'),
  to: id.describe('现在的编号'),
  on: day.describe('哪天改的'),
  note: text.describe('为什么改，例如“区划调整，代码变更”'),
});

/** Why a practice was withdrawn, for its readers. */
export const retirement = z.strictObject({
  on: day.describe('哪天撤下的'),
  by: text.describe('谁决定的，写职务或角色，例如 编辑组'),
  reason: text.describe('为什么撤下，读者会看到'),
  successor: id.nullable().default(null).describe('接替它的那一篇的编号；没有就不填'),
});
