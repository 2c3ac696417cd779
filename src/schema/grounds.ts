import { z } from 'astro/zod';
import { partKinds } from '#domain/grounds/attribution.ts';
import { longestEnd } from '#domain/grounds/passage.ts';
import { statementKinds } from '#domain/grounds/statements.ts';
import { id, text, textUpTo } from '#schema/fields.ts';

const digest = text.describe('摘要值，由 npm run grounds 写，不要手改');
const ends = {
  from: textUpTo(longestEnd, '最多 8 个字').describe('开头的字，照原文，最多 8 个'),
  to: textUpTo(longestEnd, '最多 8 个字')
    .optional()
    .describe('末尾的字，照原文，最多 8 个；不到 8 个字的不用写'),
};
const sentences = z
  .array(z.int().min(1))
  .min(1)
  .optional()
  .describe('管第几句，从 1 起，例如 [1, 2]；管全部就不写');

const part = z.strictObject({
  at: z.int().min(1).describe('原文里第几段：只数有字的行，从 1 起'),
  ...ends,
  is: z
    .enum(partKinds)
    .optional()
    .describe(
      '不是普通段落的写明：title 标题、byline 署名、heading 小标题、subheading 下一级小标题、opening 小标题已失的一节的首段、continued 接上一段',
    ),
  number: z.int().min(1).optional().describe('这里开始的是第几节；依次往下数的不写'),
  digest: digest.optional(),
});

const article = z
  .strictObject({
    practice: id.optional().describe('写成了哪一篇实践：它的编号'),
    other: text.optional().describe('不是哪一篇实践的，说明是什么，例如 重复印的段落'),
    parts: z.array(part).min(1).describe('属于它的段落，照读的次序'),
  })
  .refine(({ practice, other }) => (practice === undefined) !== (other === undefined), {
    path: ['practice'],
    message: 'practice 和 other 要写、也只能写一个',
  });

/** `content/attributions/<document>.yml`: to which article each paragraph of a document belongs. */
export const attribution = z.strictObject({
  document: text.describe('原始文档编号，例如 000，要加引号'),
  file: text.describe('原文文件的名字，从原文文件夹算起'),
  digest: digest.optional(),
  articles: z.array(article).min(1).describe('文档里的各篇文章'),
});

const place = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())
  .refine(
    (value) => /^\d{1,2}(\/\d{1,3})?$/.test(value),
    '位置写成 3/2，第 3 节第 2 段；第一个小标题以前的写 0/1',
  );
const paragraphPlace = place
  .refine((value) => value.includes('/'), '要写到段，例如 3/2，第 3 节第 2 段')
  .describe('在这篇文章里的位置：3/2 是第 3 节第 2 段，0/1 是篇首第 1 段');

const statement = z.strictObject({
  of: z.enum(statementKinds).describe('哪一种陈述，照表头的栏名；正文的段落写 paragraph'),
  what: z
    .preprocess((value) => (typeof value === 'number' ? String(value) : value), text)
    .optional()
    .describe('哪一条：做法的名称，数字加单位空一格再写数的是什么，段落的 id，其余写开头的字'),
  passages: z
    .array(z.strictObject({ for: sentences, at: paragraphPlace, ...ends }))
    .min(1)
    .optional()
    .describe('所据的原文：在哪里，从哪几个字到哪几个字'),
  absent: z
    .array(
      z.strictObject({
        for: sentences,
        words: z.array(text).min(1).describe('在全文里找过、没有的词'),
        at: place.optional().describe('要是写了，会写在哪里：3/2 或第 3 节写 3'),
      }),
    )
    .min(1)
    .optional()
    .describe('“原文未载”的凭据：找过哪些词'),
  editor: z
    .custom<true | number[]>(isEditors, '写 true（整段都是），或第几句，例如 [2]')
    .optional()
    .describe('编者自己的话：整段写 true，只有几句就写第几句，例如 [2]'),
  digest: digest.optional(),
});

function isEditors(value: unknown): boolean {
  if (value === true) return true;
  return (
    Array.isArray(value) && value.length > 0 && value.every((n) => Number.isInteger(n) && n > 0)
  );
}

/** `content/grounds/<practice>.yml`: what each statement of a practice rests on in its source. */
export const grounds = z.strictObject({
  sections: z
    .record(z.string(), text)
    .optional()
    .describe('原文各节印的序号，由 npm run grounds 写'),
  statements: z.array(statement).describe('各处陈述和它的出处'),
});
