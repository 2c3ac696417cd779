/**
 * `npm run new`: starts a practice from a few answers, or from flags of the same names
 * (`npm run new -- --id x --title …`). `npm run new -- --fields` explains every field.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'astro/zod';
import { sourceKinds } from '#domain/practice/source.ts';
import { fieldNames } from '#gate/field-names.ts';
import {
  common,
  kinds,
  newPractice,
  ownFields,
  type Answers,
  type SourceAnswers,
} from '#editing/new-practice.ts';
import { bare } from '#gate/schema-fields.ts';
import { contentPath, shownName } from '#folders.ts';
import { practice } from '#schema/practice.ts';
import { source as words } from '#text/zh-CN/source.ts';

/** What is asked of every practice, in order; the key is the flag's name. */
const asked = {
  id: '编号（拼音加连字符，例如 bengbu-wei-fating，公布后不再改）',
  title: '标题（最多 28 个字，说出做法）',
  region: '地区代码（六位，见 content/regions.yml）',
  institution: '机构（见 content/institutions.yml）',
  kind: `出处种类，写英文：${sourceKinds.map((kind) => `${kind} ${words.kinds[kind]}`).join('、')}`,
  'source-title': '原文标题（照印；扫描件里缺失或查不到写 待考，本来没有写 无）',
  author: '署名人 id（见 content/authors.yml；没有署名直接回车，看不清写 待考）',
  office: '署名时的职务（照印；没有印写 无）',
} as const satisfies Answers;

const flags = [
  ...Object.keys(asked),
  ...new Set(kinds.flatMap(({ kind }) => ownFields(kind).map(([name]) => name))),
];

const { values } = parseArgs({
  options: {
    fields: { type: 'boolean', default: false },
    ...(Object.fromEntries(flags.map((name) => [name, { type: 'string' as const }])) as Record<
      string,
      { type: 'string' }
    >),
  },
});
const given: Readonly<Record<string, string | boolean | undefined>> = values;
const flagged = (name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
};

if (values.fields) {
  console.log(explainFields());
} else {
  const [answers, about] = await collectAnswers();
  start(answers, about);
}

/** Asks for what no flag says; for nothing where the flags say all that every practice is asked. */
async function collectAnswers(): Promise<readonly [Answers, SourceAnswers]> {
  const isComplete = Object.keys(asked).every((name) => flagged(name) !== undefined);
  const terminal = isComplete
    ? null
    : createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal?.[Symbol.asyncIterator]();
  const answerTo = async (name: string, question: string): Promise<string> => {
    const said = flagged(name);
    if (said !== undefined || lines === undefined) return said ?? '';
    process.stdout.write(`${question}：`);
    // Lines are taken one by one, so that answers may also come from a file.
    const { value } = await lines.next();
    return typeof value === 'string' ? value.trim() : '';
  };
  const answers: Partial<Record<keyof Answers, string>> = {};
  for (const [name, question] of Object.entries(asked)) {
    answers[name as keyof Answers] = await answerTo(name, question);
  }
  const about: Record<string, string> = {};
  for (const [name, { description, isOptional }] of ownFields(answers.kind ?? '')) {
    const skip = isOptional ? '，直接回车跳过' : '';
    about[name] = await answerTo(name, `${fieldNames[name] ?? name}（${description}${skip}）`);
  }
  terminal?.close();
  return [answers as Answers, about];
}

function start(answers: Answers, about: SourceAnswers): void {
  const text = newPractice(answers, about);
  const name = `practices/${answers.id}.mdx`;
  writeFileSync(contentPath(name), text);
  console.log(
    `已生成 ${shownName(name)}。下一步：填好各栏和正文，然后运行 npm run check:content。各栏的说明：npm run new -- --fields`,
  );
}

/** Every field with its sentence, nested ones indented; a source by its kinds. */
function explainFields(): string {
  return describe(practice, 0).join('\n');
}

function describe(schema: z.ZodType, depth: number): string[] {
  const { schema: inner } = bare(schema);
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodType) {
    return describe(inner.element, depth);
  }
  if (inner instanceof z.ZodDiscriminatedUnion) return describeKinds(depth);
  return inner instanceof z.ZodObject ? describeShape(inner, depth, () => true) : [];
}

function describeShape(
  { shape }: z.ZodObject,
  depth: number,
  isShown: (name: string) => boolean,
): string[] {
  return Object.entries(shape).flatMap(([name, field]) =>
    field instanceof z.ZodType && isShown(name)
      ? [
          `${'  '.repeat(depth)}${name}：${bare(field).description ?? ''}`,
          ...describe(field, depth + 1),
        ]
      : [],
  );
}

function describeKinds(depth: number): string[] {
  const indent = '  '.repeat(depth);
  const [first] = kinds;
  return [
    `${indent}kind：出处种类，下面各种里选一种`,
    ...(first === undefined
      ? []
      : describeShape(first.option, depth, (name) => common.has(name) && name !== 'kind')),
    ...kinds.flatMap(({ kind, label, option }) => [
      `${indent}kind: ${kind}（${label}）还要填：`,
      ...describeShape(
        option,
        depth + 1,
        (name) => !common.has(name) || (name === 'document' && kind === 'scan'),
      ),
    ]),
  ];
}
