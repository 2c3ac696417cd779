/** The dictionary of `practices.json`, as JSON Schema 2020-12 (json-schema.org). */
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { site } from '#domain/site/site.ts';
import { sourceKinds } from '#domain/practice/source.ts';

/** As far as we use it. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

/** A sentence for every field there is: one that is added or dropped fails the type check. */
type FieldsOf<T> = { readonly [Key in keyof T]-?: JsonSchema };
type EntryOf<Key extends keyof PracticeRecord> =
  PracticeRecord[Key] extends readonly (infer Entry)[] ? Entry : never;

const text = (description: string): JsonSchema => ({ type: 'string', description });
const textOrNull = (description: string): JsonSchema => ({
  type: ['string', 'null'],
  description: `${description}；null 是没有`,
});
const integer = (description: string): JsonSchema => ({ type: 'integer', description });
const day = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description,
});
const list = (items: JsonSchema, description: string): JsonSchema => ({
  type: 'array',
  items,
  description,
});
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const objectOrNull = (
  properties: Readonly<Record<string, JsonSchema>>,
  description: string,
): JsonSchema => ({ ...object(properties), type: ['object', 'null'], description });

const entry = object({ id: text('编号'), label: text('名称') });
const place = text('所在的原文小标题，照印；没有的写篇首、结尾等');
const claim = object({ text: text('说的是什么'), section: place } satisfies FieldsOf<
  EntryOf<'outcomes'>
>);
const bound = (description: string): JsonSchema =>
  objectOrNull(
    { on: text('年、年-月或年-月-日'), evidence: text('原文里的依据') },
    `${description}；null 是无据`,
  );
const strings = (description: string): JsonSchema => list({ type: 'string' }, description);

const paragraph = object({
  id: textOrNull('段落的永久编号，页面地址加“#编号”就到这一段；编者注没有'),
  number: { type: ['integer', 'null'], description: '段号，全篇从 1 数起；编者注没有' },
  kind: {
    enum: ['paragraph', 'list', 'numbered', 'table', 'steps', 'tiers', 'loop', 'grid', 'note'],
    description:
      '段落、列表、编号列表、表格；steps、tiers、loop 是由列表画成的步骤、层级、循环图，grid 是由表格画成的图；note 是编者注，不是原文的意思',
  },
  caption: textOrNull('图的标题'),
  lines: strings('文字，每个段落、条目、图题或表格行一行'),
  cells: {
    type: ['array', 'null'],
    items: strings('一行的各格'),
    description: '表格和 grid 图的各行，第一行是表头；其他为 null',
  },
} satisfies FieldsOf<EntryOf<'text'>['paragraphs'][number]>);

const practice = {
  id: text('实践的永久编号'),
  url: text('页面地址'),
  title: text('本库所拟标题'),
  summary: text('本库所写一句话摘要'),
  region: list(
    object({ code: text('六位行政区划代码'), name: text('名称') } satisfies FieldsOf<
      EntryOf<'region'>
    >),
    '从省级到所在地区',
  ),
  institution: { ...entry, description: '机构类型' },
  topics: list(entry, '主题'),
  problems: list(entry, '所应对的问题'),
  measures: list(
    object({
      name: text('原文点名的机制'),
      how: text('怎么运转'),
      section: place,
    } satisfies FieldsOf<EntryOf<'measures'>>),
    '具体做法',
  ),
  figures: list(
    object({
      value: text('照印，不推算、不取整，可能是“数十”“60余”'),
      unit: text('单位，照印'),
      counts: text('所计之事'),
      scope: textOrNull('原文所说范围'),
      period: textOrNull('原文所说时间'),
      section: place,
      caveat: textOrNull('使用时要注意什么'),
      paragraph: textOrNull('第一个写到它的段落的编号'),
    } satisfies FieldsOf<EntryOf<'figures'>>),
    '原文给出的数字',
  ),
  outcomes: list(claim, '文中所称成效；空为原文未载'),
  conditions: list(claim, '所需条件；空为原文未载'),
  limits: list(claim, '局限与困难；空为原文未载'),
  notStated: strings('读者会想知道而原文没有说的'),
  unverified: strings('本库尚未查明的'),
  questions: strings('讨论题，编者拟'),
  source: {
    ...object({
      kind: {
        enum: Object.keys(sourceKinds),
        description: `文献种类：${Object.entries(sourceKinds)
          .map(([kind, label]) => `${kind} 是${label}`)
          .join('，')}`,
      },
      title: textOrNull('原文题名，照印'),
      titleNote: textOrNull('关于题名的说明'),
      language: text('原文的语言：zh-CN 或 en'),
      document: textOrNull('原件在本库存档的三位编号'),
      facts: {
        type: 'object',
        description:
          '这一种文献自己的各项，例如刊名 journal、年份 year、文号 number；没有、未查到都是 null',
      },
      unknown: strings(
        '本该有而本库尚未查到的各项（title、authors 或 facts 里的名字）；不在其中的 null 是本来没有',
      ),
      inWords: {
        ...object({
          title: text('题名，带书名号；没有题名的说明缘由'),
          publishedIn: textOrNull('刊在哪里、存在哪里，一句话'),
          written: textOrNull('成文时间'),
          isDated: { type: 'boolean', description: '原件自己有没有日期' },
          unknown: strings('尚未查到的各项的中文名称'),
        } satisfies FieldsOf<PracticeRecord['source']['inWords']>),
        description: '同样的内容，用中文写给读者',
      },
      writtenAfter: bound('成文时间下限'),
      writtenBefore: bound('成文时间上限'),
      gaps: strings('原件缺损之处'),
      authors: list(
        object({
          id: text('编号'),
          name: text('姓名或单位'),
          office: textOrNull('署名时的职务'),
        } satisfies FieldsOf<PracticeRecord['source']['authors'][number]>),
        '署名人',
      ),
    } satisfies FieldsOf<PracticeRecord['source']>),
    description: '所依据的原文',
  },
  textStatus: { enum: ['digest'], description: '文本性质：digest 是摘编，文字由编辑组撰写' },
  edition: integer('第几版'),
  state: {
    enum: ['draft', 'review', 'published', 'retired'],
    description: '状态：published 已发布，retired 已撤下；另两种不会公布',
  },
  retired: objectOrNull(
    {
      on: day('哪天'),
      by: text('由谁'),
      reason: text('缘由'),
      successor: textOrNull('接替它的实践的编号'),
    } satisfies FieldsOf<NonNullable<PracticeRecord['retired']>>,
    '撤下的说明；没有撤下为 null',
  ),
  reviews: list(
    object({
      edition: integer('读的是第几版'),
      round: text('第几道'),
      by: text('谁读的'),
      on: day('哪天'),
      isCurrent: { type: 'boolean', description: '所读的是不是现在的文字' },
    } satisfies FieldsOf<EntryOf<'reviews'>>),
    '与原文核对的签字',
  ),
  aftermath: objectOrNull(
    {
      status: {
        enum: ['running', 'changed', 'ended', 'unknown'],
        description: '仍在做、有变化、已停、查过而查不到',
      },
      on: day('哪天查的'),
      text: text('查到了什么'),
      source: text('从哪里查到的'),
    } satisfies FieldsOf<NonNullable<PracticeRecord['aftermath']>>,
    '后来怎样；null 为未核',
  ),
  changes: list(
    object({
      edition: integer('第几版'),
      changedOn: day('日期'),
      note: text('改了什么'),
    } satisfies FieldsOf<EntryOf<'changes'>>),
    '修改记录，新的在前',
  ),
  retiredParagraphs: list(
    { type: 'object', description: '编号、所在版次和去向' },
    '已经撤下的段落，地址仍然有效',
  ),
  text: list(
    object({
      id: text('这一节在页面上的位置'),
      heading: text('小标题'),
      paragraphs: list(paragraph, '各段'),
    } satisfies FieldsOf<EntryOf<'text'>>),
    '正文，按节',
  ),
} satisfies FieldsOf<PracticeRecord>;

/** Of one practice, as `practices/<id>.json` holds it. */
export const practiceSchema: JsonSchema = object(practice);

/** Stands beside `practices.json`, which names it as its `$schema`. */
export const librarySchemaFile = 'practices.schema.json';

/** Of `practices.json`. */
export const librarySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `${site.name}：全部实践`,
  description: '没有就写 null 或空列表，意思是原文没有说；不推算，不补全。',
  ...object({
    $schema: text('本文件的地址'),
    name: text('本库名称'),
    licence: text('许可的网址'),
    version: text('数据的版本'),
    releasedOn: day('数据的日期：最近一次修改'),
    practices: list(practiceSchema, '各篇实践'),
  }),
} as const;
