/**
 * `npm run new`: starts a practice from a few answers, or from flags of the same names
 * (`npm run new -- --id x --title …`). `npm run new -- --fields` explains every field.
 */
import '#commands/content-option.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'astro/zod';
import { sectionKinds } from '#domain/sections.ts';
import { contentPath, shownName } from '#reading/content-folder.ts';
import { id as idSchema } from '#schema/fields.ts';
import { practice } from '#schema/practice.ts';

/** What is asked, in order; the key is the flag's name. */
const asked = {
  id: '编号（拼音加连字符，例如 bengbu-wei-fating，公布后不再改）',
  title: '标题（最多 28 个字，说出做法）',
  region: '地区代码（六位，见 content/regions.yml）',
  institution: '机构（见 content/institutions.yml）',
  author: '署名人 id（见 content/authors.yml）',
  office: '署名时的职务（照印）',
  'source-title': '原文标题（缺失就直接回车）',
  document: '原始文档编号（三位，例如 000）',
} as const;

type Answers = Record<keyof typeof asked, string>;

const { values } = parseArgs({
  options: {
    fields: { type: 'boolean', default: false },
    ...(Object.fromEntries(
      Object.keys(asked).map((name) => [name, { type: 'string' as const }]),
    ) as Record<keyof Answers, { type: 'string' }>),
  },
});

if (values.fields) {
  console.log(explainFields());
} else {
  start(await collectAnswers());
}

async function collectAnswers(): Promise<Answers> {
  const given = Object.entries(asked).map(([name, question]) => ({
    name,
    question,
    value: values[name as keyof Answers],
  }));
  if (given.every(({ value }) => value !== undefined)) {
    return Object.fromEntries(given.map(({ name, value }) => [name, value])) as Answers;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Partial<Answers> = {};
  for (const { name, question, value } of given) {
    answers[name as keyof Answers] = value ?? (await terminal.question(`${question}：`)).trim();
  }
  terminal.close();
  return answers as Answers;
}

function start(answers: Answers): void {
  const id = idSchema.safeParse(answers.id);
  if (!id.success) refuse(`编号“${answers.id}”不合格：${id.error.issues[0]?.message ?? ''}。`);
  const name = `practices/${answers.id}.mdx`;
  const file = shownName(name);
  if (existsSync(contentPath(name)))
    refuse(`${file} 已经存在。请换一个编号，或者直接修改那个文件。`);
  writeFileSync(contentPath(name), draft(answers));
  console.log(
    `已生成 ${file}。下一步：填好各栏和正文，然后运行 npm run check:content。各栏的说明：npm run new -- --fields`,
  );
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A practice with every field in its place; what is still to be filled in is left empty. */
function draft(answers: Answers): string {
  const today = new Date().toISOString().slice(0, 10);
  const title = answers['source-title'];
  const frontmatter = {
    title: answers.title,
    summary: '',
    region: answers.region,
    institution: answers.institution,
    topics: [],
    problems: [],
    measures: [{ name: '', how: '', section: '' }],
    figures: [],
    outcomes: [],
    conditions: [],
    limits: [],
    notStated: [],
    unverified: ['原刊刊名、年份、期号、页码待考'],
    questions: [''],
    source: {
      title: title === '' ? null : title,
      titleNote: title === '' ? '原题在扫描件中缺失' : null,
      authors: [{ author: answers.author, office: answers.office }],
      document: answers.document,
      writtenAfter: null,
      writtenBefore: null,
      gaps: [],
    },
    textStatus: 'digest',
    edition: 1,
    reviewedOn: today,
    changes: [{ edition: 1, changedOn: today, note: '首次收录' }],
  };
  const prose = sectionKinds.map(({ heading }) => `## ${heading}\n`).join('\n');
  const yaml = stringify(frontmatter, {
    defaultStringType: 'PLAIN',
    singleQuote: true,
    lineWidth: 0,
  });
  return `---\n${yaml}---\n\n${prose}`;
}

/** Every field with its sentence, nested ones indented. */
function explainFields(): string {
  return describe(practice, 0).join('\n');
}

function describe(schema: z.ZodType, depth: number): string[] {
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
    `${'  '.repeat(depth)}${name}：${field.description ?? unwrap(field).description ?? ''}`,
    ...describe(field, depth + 1),
  ]);
}

/** The object or value inside defaults, nullables, lists and preprocessing. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodArray) return unwrap(schema.element as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
}
