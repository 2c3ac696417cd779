import { z } from 'astro/zod';
import { day, text } from '#schema/fields.ts';

/** Frontmatter of `content/guides/<id>.mdx`. */
export const guide = z.strictObject({
  title: text.describe('标题'),
  summary: text.describe('一句话说明这一页讲什么'),
  order: z.int().describe('在说明列表里的次序，小的在前'),
  updatedOn: day.describe('最近修改日期'),
});
