import { z } from 'astro/zod';
import type { CardField } from '#domain/lists/vocabularies.ts';
import { day, id, isNamed, text, textUpTo } from '#schema/fields.ts';
import { retirement } from '#schema/published.ts';
import { source } from '#schema/source.ts';

const section = text.describe('这条内容在原文哪一节：照抄原文小标题，或写“篇首”“结尾”');

const claim = z.strictObject({
  text: text.describe('一句话，用自己的话'),
  section,
});

const measure = z.strictObject({
  name: text.describe('原文给这个机制起的名字'),
  how: text.describe('一句话说明它怎么运转，用自己的话'),
  section,
});

const figure = z.strictObject({
  value: z
    .preprocess((value) => (typeof value === 'number' ? String(value) : value), text)
    .describe('数字，照原文写：1134、15.3、数十、60余。不推算、不取整'),
  unit: text.describe('单位，紧跟在数字后面：个、万件、%。正文里也要写成“数字＋单位”连在一起'),
  counts: text.describe('数的是什么'),
  scope: text.nullable().default(null).describe('范围，例如“全市法院”；原文没说就不填'),
  period: text.nullable().default(null).describe('时间，例如“2023年”；原文没说就不填'),
  section,
  caveat: text
    .nullable()
    .default(null)
    .describe('使用这个数字要注意什么，例如“各5106个，不是合计”'),
});

const change = z.strictObject({
  edition: z.int().min(1).describe('第几版'),
  changedOn: day.describe('哪天改的'),
  note: text.describe('改了什么'),
});

const aftermath = z.strictObject({
  status: z
    .enum(['running', 'changed', 'ended', 'unknown'])
    .describe('running 仍在做、changed 有变化、ended 已停、unknown 查过但查不到'),
  on: day.describe('哪天查的'),
  text: text.describe('一句话：查到了什么'),
  source: text.describe('从哪里查到的：网页地址、文件名或访谈对象'),
});

/** Frontmatter of `content/practices/<id>.mdx`; the file name is the id. */
export const practice = z.strictObject({
  state: z
    .enum(['draft', 'review', 'published', 'retired'])
    .describe(
      '状态：draft 草稿、review 待审，只在 npm run dev 里看得到；published 已发布；retired 已撤下',
    ),
  retired: retirement.nullable().default(null).describe('撤下的说明，只有 state 是 retired 时写'),
  title: textUpTo(28, '标题最多 28 个字')
    .refine(isNamed, '标题里没有一个字')
    .describe('我们起的标题：说出做法的要点，不喊口号'),
  summary: textUpTo(90, '摘要最多 90 个字').describe('一句话摘要'),
  region: z
    .string()
    .regex(/^\d{6}$/, '写六位行政区划代码，加引号，例如 "340300"')
    .describe('content/regions.yml 里的代码，要加引号'),
  institution: id.describe('content/institutions.yml 里的 id'),
  topics: z
    .array(id)
    .min(2, '主题至少 2 个')
    .max(5, '主题最多 5 个')
    .describe('content/topics.yml 里的 id'),
  problems: z
    .array(id)
    .min(1, '问题至少 1 个')
    .max(3, '问题最多 3 个')
    .describe('content/problems.yml 里的 id'),
  measures: z
    .array(measure)
    .min(3, '做法至少 3 条')
    .max(10, '做法最多 10 条')
    .describe('原文点名的机制'),
  figures: z
    .array(figure)
    .describe('原文里每一个计数的数字；最要紧的排前面，前三个会大字显示；没有就写 []'),
  outcomes: z.array(claim).describe('原文自称的成效；原文没说就写 []'),
  conditions: z.array(claim).describe('原文说明的前提、投入、依靠的力量；原文没说就写 []'),
  limits: z.array(claim).describe('原文承认的困难、不足、边界；原文没说就写 []'),
  notStated: z.array(text).default([]).describe('读者会想知道而原文未载的要点'),
  unverified: z.array(text).default([]).describe('本库尚不能确定、待考的事项'),
  questions: z
    .array(text)
    .min(2, '讨论题至少 2 道')
    .max(3, '讨论题最多 3 道')
    .describe('编者拟的课堂讨论题'),
  source: source.describe('出处：先用 kind 写明种类，再填这一种的各项'),
  textStatus: z.literal('digest').describe('文本性质，固定写 digest（摘编）'),
  edition: z.int().min(1).describe('第几版，从 1 起'),
  aftermath: aftermath
    .nullable()
    .default(null)
    .describe('后来怎样：有据可查才写；没有查过就不写，网页显示“未核”'),
  changes: z.array(change).min(1, '至少写一条，例如首次收录').describe('各版修改说明，新的在前'),
} satisfies Readonly<Record<string, z.ZodType>> & Readonly<Record<CardField, z.ZodType>>);
