/** The dictionary of `practices.json`, as JSON Schema 2020-12 (json-schema.org). */
import { byNamedField } from '#domain/exports/named-fields.ts';
import { statementKinds } from '#domain/grounds/statements.ts';
import { vocabularies } from '#domain/lists/vocabularies.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { site } from '#domain/site/site.ts';
import { sourceKinds, type SourceKind } from '#domain/practice/source.ts';

/** A sentence for every field: a language that lacks one fails the type check. */
export interface RecordSchemaWords {
  readonly orNull: (description: string) => string;
  readonly entry: { readonly id: string; readonly label: string };
  readonly section: string;
  readonly claim: string;
  readonly bound: {
    readonly on: string;
    readonly evidence: string;
    readonly orNull: (description: string) => string;
  };
  readonly practice: { readonly [Key in keyof PracticeRecord]: string };
  readonly region: FieldWords<EntryOf<'region'>>;
  readonly measure: Omit<FieldWords<EntryOf<'measures'>>, 'section'>;
  readonly figure: Omit<FieldWords<EntryOf<'figures'>>, 'section'>;
  readonly source: Omit<FieldWords<PracticeRecord['source']>, 'kind'> & {
    readonly kind: (kinds: readonly SourceKind[]) => string;
  };
  readonly inWords: FieldWords<PracticeRecord['source']['inWords']>;
  readonly author: FieldWords<PracticeRecord['source']['authors'][number]> & {
    readonly family: string;
    readonly given: string;
  };
  readonly retired: FieldWords<NonNullable<PracticeRecord['retired']>>;
  readonly review: FieldWords<EntryOf<'reviews'>>;
  readonly aftermath: FieldWords<NonNullable<PracticeRecord['aftermath']>>;
  readonly change: FieldWords<EntryOf<'changes'>>;
  readonly retiredParagraph: string;
  readonly grounds: FieldWords<NonNullable<PracticeRecord['grounds']>>;
  readonly groundNote: FieldWords<Grounds['notes'][number]>;
  readonly statement: Omit<FieldWords<Grounds['statements'][number]>, 'notes'> &
    FieldWords<Grounds['statements'][number]['notes'][number]> & { readonly notes: string };
  readonly part: FieldWords<EntryOf<'text'>>;
  readonly paragraph: FieldWords<EntryOf<'text'>['paragraphs'][number]>;
  readonly row: string;
  readonly library: {
    readonly title: (name: string) => string;
    readonly description: string;
    readonly $schema: string;
    readonly name: string;
    readonly licence: string;
    readonly version: string;
    readonly releasedOn: string;
    readonly practices: string;
  };
}

type Grounds = NonNullable<PracticeRecord['grounds']>;

type FieldWords<T> = { readonly [Key in keyof T]-?: string };

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
const strings = (description: string): JsonSchema => list({ type: 'string' }, description);
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

/** Of one practice, as `practices/<id>.json` holds it. */
export function practiceSchema(words: RecordSchemaWords): JsonSchema {
  const textOrNull = (description: string): JsonSchema => ({
    type: ['string', 'null'],
    description: words.orNull(description),
  });
  const entry = object({ id: text(words.entry.id), label: text(words.entry.label) });
  const section = text(words.section);
  const claim = object({ text: text(words.claim), section } satisfies FieldsOf<
    EntryOf<'outcomes'>
  >);
  const bound = (description: string): JsonSchema =>
    objectOrNull(
      { on: text(words.bound.on), evidence: text(words.bound.evidence) },
      words.bound.orNull(description),
    );
  const says = words.practice;
  return object({
    id: text(says.id),
    url: text(says.url),
    title: text(says.title),
    summary: text(says.summary),
    region: list(
      object({
        code: text(words.region.code),
        name: text(words.region.name),
      } satisfies FieldsOf<EntryOf<'region'>>),
      says.region,
    ),
    ...byNamedField((named): JsonSchema => {
      const { field, names } = vocabularies[named];
      if (names === 'several') return list(entry, says[field]);
      return names === 'one'
        ? { ...entry, description: says[field] }
        : { ...entry, type: ['object', 'null'], description: words.orNull(says[field]) };
    }),
    measures: list(
      object({
        name: text(words.measure.name),
        how: text(words.measure.how),
        section,
      } satisfies FieldsOf<EntryOf<'measures'>>),
      says.measures,
    ),
    figures: list(
      object({
        value: text(words.figure.value),
        unit: text(words.figure.unit),
        counts: text(words.figure.counts),
        scope: textOrNull(words.figure.scope),
        period: textOrNull(words.figure.period),
        section,
        caveat: textOrNull(words.figure.caveat),
        paragraph: textOrNull(words.figure.paragraph),
      } satisfies FieldsOf<EntryOf<'figures'>>),
      says.figures,
    ),
    outcomes: list(claim, says.outcomes),
    conditions: list(claim, says.conditions),
    limits: list(claim, says.limits),
    notStated: strings(says.notStated),
    unverified: strings(says.unverified),
    questions: strings(says.questions),
    source: {
      ...object({
        kind: { enum: sourceKinds, description: words.source.kind(sourceKinds) },
        title: textOrNull(words.source.title),
        titleNote: textOrNull(words.source.titleNote),
        language: text(words.source.language),
        document: textOrNull(words.source.document),
        facts: { type: 'object', description: words.source.facts },
        unknown: strings(words.source.unknown),
        inWords: {
          ...object({
            title: text(words.inWords.title),
            publishedIn: textOrNull(words.inWords.publishedIn),
            written: textOrNull(words.inWords.written),
            isDated: { type: 'boolean', description: words.inWords.isDated },
            unknown: strings(words.inWords.unknown),
          } satisfies FieldsOf<PracticeRecord['source']['inWords']>),
          description: words.source.inWords,
        },
        writtenAfter: bound(words.source.writtenAfter),
        writtenBefore: bound(words.source.writtenBefore),
        gaps: strings(words.source.gaps),
        authors: list(
          object({
            id: text(words.author.id),
            name: text(words.author.name),
            kind: { enum: ['person', 'team'], description: words.author.kind },
            pinyin: text(words.author.pinyin),
            western: objectOrNull(
              { family: text(words.author.family), given: text(words.author.given) },
              words.author.western,
            ),
            office: textOrNull(words.author.office),
          } satisfies FieldsOf<PracticeRecord['source']['authors'][number]>),
          words.source.authors,
        ),
      } satisfies FieldsOf<PracticeRecord['source']>),
      description: says.source,
    },
    textStatus: { enum: ['digest'], description: says.textStatus },
    edition: integer(says.edition),
    state: { enum: ['draft', 'review', 'published', 'retired'], description: says.state },
    retired: objectOrNull(
      {
        on: day(words.retired.on),
        by: text(words.retired.by),
        reason: text(words.retired.reason),
        successor: textOrNull(words.retired.successor),
      } satisfies FieldsOf<NonNullable<PracticeRecord['retired']>>,
      says.retired,
    ),
    reviews: list(
      object({
        edition: integer(words.review.edition),
        round: text(words.review.round),
        by: text(words.review.by),
        on: day(words.review.on),
        isCurrent: { type: 'boolean', description: words.review.isCurrent },
      } satisfies FieldsOf<EntryOf<'reviews'>>),
      says.reviews,
    ),
    aftermath: objectOrNull(
      {
        status: {
          enum: ['running', 'changed', 'ended', 'unknown'],
          description: words.aftermath.status,
        },
        on: day(words.aftermath.on),
        text: text(words.aftermath.text),
        source: text(words.aftermath.source),
      } satisfies FieldsOf<NonNullable<PracticeRecord['aftermath']>>,
      says.aftermath,
    ),
    changes: list(
      object({
        edition: integer(words.change.edition),
        changedOn: day(words.change.changedOn),
        note: text(words.change.note),
      } satisfies FieldsOf<EntryOf<'changes'>>),
      says.changes,
    ),
    retiredParagraphs: list(
      { type: 'object', description: words.retiredParagraph },
      says.retiredParagraphs,
    ),
    grounds: groundsSchema(words, textOrNull),
    text: list(
      object({
        id: text(words.part.id),
        heading: text(words.part.heading),
        paragraphs: list(paragraphSchema(words, textOrNull), words.part.paragraphs),
      } satisfies FieldsOf<EntryOf<'text'>>),
      says.text,
    ),
  } satisfies FieldsOf<PracticeRecord>);
}

function groundsSchema(
  words: RecordSchemaWords,
  textOrNull: (description: string) => JsonSchema,
): JsonSchema {
  const { grounds: says, groundNote, statement } = words;
  const numberOrNull = (description: string): JsonSchema => ({
    type: ['integer', 'null'],
    description: words.orNull(description),
  });
  const numbers = (description: string): JsonSchema => list({ type: 'integer' }, description);
  return objectOrNull(
    {
      notes: list(
        object({
          number: integer(groundNote.number),
          kind: { enum: ['passage', 'absent'], description: groundNote.kind },
          section: numberOrNull(groundNote.section),
          paragraph: numberOrNull(groundNote.paragraph),
          from: textOrNull(groundNote.from),
          to: textOrNull(groundNote.to),
          words: strings(groundNote.words),
          inWords: text(groundNote.inWords),
        } satisfies FieldsOf<Grounds['notes'][number]>),
        says.notes,
      ),
      statements: list(
        object({
          of: { enum: statementKinds, description: statement.of },
          index: integer(statement.index),
          paragraph: textOrNull(statement.paragraph),
          rests: { enum: ['source', 'absence', 'editor', 'open'], description: statement.rests },
          notes: list(
            object({
              note: integer(statement.note),
              sentences: {
                type: ['array', 'null'],
                items: { type: 'integer' },
                description: statement.sentences,
              },
            } satisfies FieldsOf<Grounds['statements'][number]['notes'][number]>),
            statement.notes,
          ),
          editor: numbers(statement.editor),
        } satisfies FieldsOf<Grounds['statements'][number]>),
        says.statements,
      ),
    } satisfies FieldsOf<Grounds>,
    words.practice.grounds,
  );
}

const paragraphSchema = (
  { paragraph: says, row }: RecordSchemaWords,
  textOrNull: (description: string) => JsonSchema,
): JsonSchema =>
  object({
    id: textOrNull(says.id),
    number: { type: ['integer', 'null'], description: says.number },
    kind: {
      enum: ['paragraph', 'list', 'numbered', 'table', 'steps', 'tiers', 'loop', 'grid', 'note'],
      description: says.kind,
    },
    voice: { enum: ['source', 'editor'], description: says.voice },
    caption: textOrNull(says.caption),
    lines: strings(says.lines),
    cells: { type: ['array', 'null'], items: strings(row), description: says.cells },
  } satisfies FieldsOf<EntryOf<'text'>['paragraphs'][number]>);

/** Stands beside `practices.json`, which names it as its `$schema`. */
export const librarySchemaFile = 'practices.schema.json';

/** Of `practices.json`. */
export const librarySchema = (words: RecordSchemaWords) =>
  ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: words.library.title(site.name),
    description: words.library.description,
    ...object({
      $schema: text(words.library.$schema),
      name: text(words.library.name),
      licence: text(words.library.licence),
      version: text(words.library.version),
      releasedOn: day(words.library.releasedOn),
      practices: list(practiceSchema(words), words.library.practices),
    }),
  }) as const;
