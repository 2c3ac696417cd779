/** A practice as it is begun: every field in its place, what is still to be filled in left empty. */
import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import { z } from 'astro/zod';
import { unknownWord } from '#domain/practice/fact.ts';
import { sectionKinds } from '#domain/practice/sections.ts';
import { bare, kindsOf, type Field } from '#gate/schema-fields.ts';
import { contentPath, shownName } from '#folders.ts';
import { todayHere } from '#reading/today.ts';
import { refuse } from '#refusal.ts';
import { id as idSchema } from '#schema/fields.ts';
import { source } from '#schema/source.ts';

/** What is asked of every practice before it is begun; the keys are the flags of `npm run new`. */
export type Answers = Readonly<
  Record<
    'id' | 'title' | 'region' | 'institution' | 'kind' | 'source-title' | 'author' | 'office',
    string
  >
>;

/** Answers about the source, by field; each kind is asked for its own. */
export type SourceAnswers = Readonly<Record<string, string>>;

export const kinds = kindsOf(source);

/** Fields that every kind has are filled in later, all but those asked above. */
export const common = new Set(
  Object.keys(kinds[0]?.option.shape ?? {}).filter((key) =>
    kinds.every(({ option }) => key in option.shape),
  ),
);

/** Fields of one kind that take one line of text each. */
export const ownFields = (kind: string): readonly (readonly [name: string, field: Field])[] =>
  Object.entries(kinds.find((option) => option.kind === kind)?.option.shape ?? {})
    .filter(([name]) => !common.has(name) || (name === 'document' && kind === 'scan'))
    .map(([name, schema]) => [name, bare(schema as z.ZodType)] as const)
    .filter(([, field]) => !(field.schema instanceof z.ZodArray));

/**
 * The text of a new practice. Refuses an id that is none or is taken, and a kind of source that there
 * is not.
 */
export function newPractice(answers: Answers, about: SourceAnswers, root = '.'): string {
  const id = idSchema.safeParse(answers.id);
  if (!id.success) refuse(`编号“${answers.id}”不合格：${id.error.issues[0]?.message ?? ''}。`);
  if (!kinds.some(({ kind }) => kind === answers.kind)) {
    refuse(
      `没有“${answers.kind}”这一种出处。只能写：${kinds.map(({ kind }) => kind).join('、')}。`,
    );
  }
  const name = `practices/${answers.id}.mdx`;
  if (existsSync(contentPath(name, root)))
    refuse(`${shownName(name)} 已经存在。请换一个编号，或者直接修改那个文件。`);
  return draft(answers, about);
}

/** A practice with every field in its place; what is still to be filled in is left empty. */
function draft(answers: Answers, about: SourceAnswers): string {
  const today = todayHere();
  const frontmatter = {
    state: 'draft',
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
    unverified: answers.kind === 'scan' ? ['原刊刊名、年份、期号、页码待考'] : [],
    questions: [''],
    source: sourceDraft(answers, about),
    textStatus: 'digest',
    edition: 1,
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

/** The fields of one kind, in the order of its schema; what is optional and unanswered is left out. */
function sourceDraft(answers: Answers, about: SourceAnswers): object {
  const isLost = answers['source-title'] === unknownWord;
  const fields = ownFields(answers.kind).filter(
    ([name, { isOptional }]) => !isOptional || about[name] !== '',
  );
  const dates = answers.kind === 'scan' ? { writtenAfter: null, writtenBefore: null } : {};
  return {
    kind: answers.kind,
    title: answers['source-title'],
    ...(isLost ? { titleNote: '' } : {}),
    authors: authorsDraft(answers),
    ...Object.fromEntries(fields.map(([name]) => [name, about[name]])),
    ...dates,
    gaps: [],
  };
}

function authorsDraft({ author, office }: Answers): unknown {
  if (author === '') return [];
  return author === unknownWord ? unknownWord : [{ author, office }];
}
