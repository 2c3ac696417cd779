import { z } from 'astro/zod';
import type { ListName } from '#domain/lists/vocabularies.ts';
import { lengthOf } from '#domain/words/characters.ts';
import { aliases, id, isLatinName, text } from '#schema/fields.ts';

/** Entries of the closed lists, one file a list: `content/<list>.yml`. */

const code = z.string().regex(/^\d{6}$/, '写六位行政区划代码，加引号，例如 "340300"');
const definition = text.describe('一两句话说清它是什么，用自己的话');

export const region = z.strictObject({
  id: code.describe('六位行政区划代码，要加引号'),
  name: text.describe('全称，例如 安徽省'),
  short: text.describe('通称，例如 安徽'),
  abbr: text
    .refine((value) => lengthOf(value) === 1, '只写一个字')
    .optional()
    .describe('省级简称一个字，例如 皖；地县不填'),
  pinyin: text.describe('拼音，首字母大写'),
  level: z
    .enum(['province', 'prefecture', 'county'])
    .describe('级别：province 省、prefecture 地市、county 区县'),
  parent: code.optional().describe('上级代码；省级不填'),
  aliases,
  former: z
    .array(
      z.strictObject({
        name: text.describe('旧名'),
        code: code.optional().describe('旧代码'),
        until: text.describe('用到何时'),
      }),
    )
    .default([])
    .describe('旧名、旧代码'),
});

/** A sentence of ours that rests on practices of the library. */
const restingSentence = z.strictObject({
  text: text.describe('一句话，用自己的话，不超出所列实践写明的内容'),
  practices: z.array(id).min(1, '至少写一篇依据').describe('这句话依据哪几篇实践的编号'),
});

export const topic = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  label: text.describe('主题名'),
  broader: id.optional().describe('上位主题的 id'),
  aliases,
  definition,
  overview: z
    .array(restingSentence)
    .default([])
    .describe('综述：库里各篇在这个主题上说了什么，一句一条，每句写明依据'),
});

export const problem = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  label: text.describe('问题，按办事的同志会怎么说来写'),
  aliases,
  definition,
  answers: z
    .array(
      z.strictObject({
        kind: text.describe('办法的类型，例如 前移到诉前'),
        ways: z
          .array(
            z.strictObject({
              practice: id.describe('实践编号'),
              text: text.describe('这个地方怎么办的，一句话'),
            }),
          )
          .min(1, '至少写一处做法')
          .describe('属于这一类型的各地做法'),
      }),
    )
    .default([])
    .describe('各地办法，按类型归拢'),
  unsaid: z.array(text).default([]).describe('各篇都没有说的要点'),
  questions: z.array(text).default([]).describe('编者拟的课堂讨论题'),
  related: z.array(id).default([]).describe('相关问题的 id'),
  terms: z.array(id).default([]).describe('相关术语的 id，见 content/terms.yml'),
});

export const comparison = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  title: text.describe('对照的题目'),
  practices: z
    .array(id)
    .min(2, '至少两篇')
    .max(4, '最多四篇')
    .describe('放在一起看的实践编号，从左到右'),
  reading: text.describe('编者的读法，两百字上下：同在哪里，不同在哪里，看的时候要注意什么'),
});

export const institution = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  label: text.describe('机构类型'),
  aliases,
});

export const author = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  name: text.describe('姓名或单位名称，照署名'),
  kind: z
    .enum(['person', 'team'])
    .default('person')
    .describe('个人 person（可不填）；课题组、编辑部、机关写 team'),
  pinyin: text
    .refine(
      isLatinName,
      "拼音姓在前、名连写，每部分首字母大写，不标声调，例如 Huang Xiaowu、Li Jian'an、Lü Ming；少数民族和外国人名照本人的写法，例如 Qizhala",
    )
    .optional()
    .describe('拼音，人工核对；个人姓在前，名字带 · 的按音节连写；西文姓名不填这一项'),
  family: text.optional().describe('西文姓名的姓，例如 Smith；中文姓名不填'),
  given: text.optional().describe('西文姓名的名，例如 John A.；中文姓名不填'),
});

export const term = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  label: text.describe('术语'),
  aliases,
  definition,
  regions: z
    .array(code)
    .default([])
    .describe('只有这些地区这样用时，写地区代码，别处的同一个词就不会链接过来；通用的词不填'),
});

/** The schema of an entry of each list, by the list's name: `content/<list>.yml`. */
export const listSchemas = {
  regions: region,
  topics: topic,
  problems: problem,
  institutions: institution,
  authors: author,
  terms: term,
  comparisons: comparison,
} as const satisfies Readonly<Record<ListName, z.ZodType>>;
