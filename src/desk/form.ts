/** The form of a practice, as the schema says it: its fields, its sentences, its limits. */
import { z } from 'astro/zod';
import type { Choice, FieldKind, Form, FormField, ListedEntry, Lists } from './api.ts';
import { desk as words } from '#words/desk-server.ts';
import { idPathOf, namedLists, vocabularyNames, vocabularyOf } from '#domain/lists/vocabularies.ts';
import { sectionKinds } from '#domain/practice/sections.ts';
import { chineseNameOf } from '#gate/field-names.ts';
import type { Library } from '#gate/library.ts';
import { bare, kindsOf } from '#gate/schema-fields.ts';
import { proseComponents } from '#prose/components.ts';
import { listSchemas } from '#schema/lists.ts';
import { practice } from '#schema/practice.ts';
import { source as sourceWords } from '#text/zh-CN/source.ts';

/** Titles of practices by id, as far as they can be read. */
export type Titles = ReadonlyMap<string, string>;

export const formOf = (lists: Library['lists'], titles: Titles): Form => ({
  fields: fieldsOf(practice, referencesOfPractice),
  lists: listsOf(lists, titles),
  entries: Object.fromEntries(
    vocabularyNames.map((list) => [list, fieldsOf(listSchemas[list], referencesOfEntry(list))]),
  ),
  sections: sectionKinds.map(({ heading }) => heading),
  drawings: Object.keys(proseComponents).map((name) => ({
    name,
    label: words.drawings[name as keyof typeof proseComponents],
  })),
});

/** Which list the ids at a pattern such as `source.authors.*.author` are of. */
type References = Readonly<Record<string, string>>;

const referencesOfPractice: References = {
  ...Object.fromEntries(namedLists.map((list) => [idPathOf(list), list])),
  'retired.successor': 'practices',
};

function referencesOfEntry(list: (typeof vocabularyNames)[number]): References {
  const { above, refersTo } = vocabularyOf(list);
  return { ...(above === null ? {} : { [above]: list }), ...refersTo };
}

/** What a field is called where its usual name would mislead. */
const labels: Readonly<Record<string, string>> = words.labels;

/** Fields of a thing; `at` is the pattern of the place it stands at. */
function fieldsOf(schema: z.ZodType, references: References, at = ''): FormField[] {
  const { schema: inner } = bare(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).map(([key, field]) => {
    const place = at === '' ? key : `${at}.${key}`;
    return {
      key,
      label: labels[place] ?? chineseNameOf(key) ?? key,
      sentence: bare(field).description ?? '',
      isRequired: !field.safeParse(undefined).success,
      is: kindOf(field, references, place),
    };
  });
}

function kindOf(field: z.ZodType, references: References, at: string): FieldKind {
  const { schema, description } = bare(field);
  const list = references[at];
  if (list !== undefined) return { kind: 'pick', list };
  if (schema instanceof z.ZodArray) return rowsOf(schema, references, `${at}.*`);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return {
      kind: 'kinds',
      kinds: kindsOf(schema).map(({ kind, label, option }) => ({
        kind,
        label,
        fields: fieldsOf(option, references, at),
      })),
    };
  }
  if (schema instanceof z.ZodObject) {
    return { kind: 'group', fields: fieldsOf(schema, references, at) };
  }
  if (schema instanceof z.ZodLiteral) return { kind: 'fixed', value: String(schema.value) };
  if (schema instanceof z.ZodEnum) {
    return { kind: 'choice', choices: choicesOf(schema.options, description ?? '') };
  }
  if (schema instanceof z.ZodNumber) return { kind: 'number' };
  if (isDay(field)) return { kind: 'day' };
  return { kind: 'text', most: mostOf(field) };
}

/** Words that stand for nothing yet, or for nothing there. */
const wordsFor = (at: string): readonly string[] => (at === 'source.authors.*' ? ['待考'] : []);

function rowsOf(schema: z.ZodArray, references: References, at: string): FieldKind {
  const [least, most] = boundsOf(schema);
  const list = references[at];
  if (list !== undefined) return { kind: 'picks', list, least, most };
  const element = schema.element as z.ZodType;
  return bare(element).schema instanceof z.ZodObject
    ? {
        kind: 'rows',
        fields: fieldsOf(element, references, at),
        least,
        most,
        words: wordsFor(at),
      }
    : { kind: 'texts', least, most };
}

/** How many items a list has at least and at most, as it says when it is given none or too many. */
function boundsOf(schema: z.ZodArray): readonly [least: number, most: number | null] {
  const bounds = (given: readonly unknown[], code: string): number | null => {
    const issue = schema
      .safeParse(given)
      .error?.issues.find((one) => one.code === code && one.path.length === 0);
    if (issue?.code === 'too_small') return Number(issue.minimum);
    return issue?.code === 'too_big' ? Number(issue.maximum) : null;
  };
  return [bounds([], 'too_small') ?? 0, bounds(Array(500).fill(null), 'too_big')];
}

const isDay = (field: z.ZodType): boolean =>
  field.safeParse('2026-11-20').success &&
  !field.safeParse('2026').success &&
  !field.safeParse('某日').success;

/** What a field says when it is given more than it takes. */
function mostOf(field: z.ZodType): number | null {
  const result = field.safeParse('字'.repeat(2000));
  const issue = result.error?.issues.find(({ code }) => code === 'too_big');
  return issue?.code === 'too_big' ? Number(issue.maximum) : null;
}

/** The schema's sentence names its values: `running 仍在做、changed 有变化`. */
const choicesOf = (values: readonly unknown[], sentence: string): Choice[] =>
  values.map((value) => {
    const key = String(value);
    const named = new RegExp(`(?:^|[^A-Za-z-])${key} (\\p{Script=Han}+)`, 'u').exec(sentence)?.[1];
    const known: Readonly<Record<string, string>> = { ...words.choices, ...sourceWords.kinds };
    return { value: key, label: known[key] ?? named ?? key };
  });

function listsOf(lists: Library['lists'], titles: Titles): Lists {
  return {
    ...Object.fromEntries(
      vocabularyNames.map((list) => [
        list,
        lists[list].map(({ id, data }): ListedEntry => {
          const entry = data as Readonly<Record<string, unknown>>;
          const above = vocabularyOf(list).above;
          return { id, label: labelOf(entry), hint: hintOf(entry, above, lists[list]) };
        }),
      ]),
    ),
    practices: [...titles].map(([id, title]) => ({ id, label: title, hint: '' })),
  };
}

const labelOf = (entry: Readonly<Record<string, unknown>>): string =>
  String(entry['short'] ?? entry['label'] ?? entry['name'] ?? entry['id'] ?? '');

/** What it lies in, from the top; otherwise what else it is called. */
function hintOf(
  entry: Readonly<Record<string, unknown>>,
  above: string | null,
  all: readonly { readonly id: string; readonly data: unknown }[],
): string {
  const byId = new Map(all.map(({ id, data }) => [id, data as Readonly<Record<string, unknown>>]));
  const path: string[] = [];
  const seen = new Set<unknown>();
  let next = above === null ? undefined : byId.get(String(entry[above] ?? ''));
  while (next && !seen.has(next)) {
    seen.add(next);
    path.unshift(labelOf(next));
    next = byId.get(String(next[above ?? ''] ?? ''));
  }
  const aliases = Array.isArray(entry['aliases']) ? entry['aliases'].map(String) : [];
  const others = [entry['name'], entry['pinyin'], ...aliases]
    .filter((word) => word !== undefined && word !== labelOf(entry))
    .map(String);
  return [path.join(' › '), others.slice(0, 4).join('、')].filter((part) => part !== '').join('；');
}
