import {
  accessOf,
  creatorsOf,
  type Book,
  type Chapter,
  type CitableKind,
  type CitableRecord,
  type Creator,
  type Degree,
  type Named,
} from '#domain/citation/record.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import type { ExportOptions } from '#domain/exports/formats.ts';

type Field = readonly [name: string, value: string | null];

/** BibLaTeX, UTF-8, for Biber; also what Zotero and JabRef import. */
export const toBibLatex = (records: readonly CitableRecord[], options: ExportOptions): string =>
  records.map((record) => entry(record, options)).join(bibLatexSeparator);

/** What stands between entries. */
export const bibLatexSeparator = '\n';

function entry(record: CitableRecord, { accessedOn }: ExportOptions): string {
  const address = valueOf(record.address);
  const fields: readonly Field[] = [
    ['title', whole(valueOf(record.title)?.text ?? null)],
    ['author', names(creatorsOf(record))],
    ...containerOf(record),
    ['date', dateOf(record)],
    ['urldate', address === null ? null : accessOf(record, { accessedOn })],
    ['url', address === null ? null : verbatim(address)],
    ['langid', languages[record.language]],
    ['abstract', escaped(record.abstract)],
    ['keywords', record.keywords.map(asKeyword).join(', ')],
    ['annote', escaped(record.note)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`  ${name} = {${value}},`],
  );
  return `@${types[record.kind]}{${record.id},\n${lines.join('\n')}\n}\n`;
}

/** `@dataset` is right in BibLaTeX but silently lost by Zotero, so a release is `@misc`. */
const types: Readonly<Record<CitableKind, string>> = {
  'web-page': 'online',
  dataset: 'misc',
  'journal-article': 'article',
  'newspaper-article': 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'report',
  thesis: 'thesis',
  manuscript: 'unpublished',
  interview: 'unpublished',
};

/** Names of languages as babel knows them. */
const languages: Readonly<Record<CitableRecord['language'], string>> = {
  'zh-CN': 'chinese',
  en: 'english',
};

/**
 * The name of a site stands in `journaltitle`, where Zotero reads it and BibLaTeX prints nothing:
 * readers take `organization` for a publisher and name the site twice.
 */
function containerOf(record: CitableRecord): readonly Field[] {
  switch (record.kind) {
    case 'web-page':
      return [
        ['journaltitle', whole(record.site?.name ?? null)],
        ['version', record.edition === 1 ? null : String(record.edition)],
      ];
    case 'dataset':
      return [
        ['publisher', whole(record.publisher.name)],
        ['version', escaped(record.version)],
      ];
    case 'journal-article':
      return [
        ['journaltitle', whole(valueOf(record.journal)?.text ?? null)],
        ['volume', escaped(valueOf(record.volume))],
        ['number', escaped(valueOf(record.issue))],
        ['pages', pagesOf(record.pages)],
        ['eid', escaped(valueOf(record.articleNumber))],
        ['doi', valueOf(record.doi)],
        ['issn', valueOf(record.issn)],
      ];
    case 'newspaper-article':
      return [
        ['entrysubtype', 'newspaper'],
        ['journaltitle', whole(valueOf(record.newspaper)?.text ?? null)],
        ['pages', escaped(valueOf(record.page))],
      ];
    case 'book':
      return imprintOf(record);
    case 'chapter':
      return [
        ['booktitle', whole(valueOf(record.book)?.text ?? null)],
        ['editor', names(record.editors)],
        ...imprintOf(record),
      ];
    case 'report':
      return [
        ['type', 'report'],
        ['institution', nameIn(record.issuer)],
        ['number', escaped(valueOf(record.number))],
      ];
    case 'thesis':
      return [
        ['type', valueOf(mapFact(record.degree, (degree) => thesisTypes[degree])) ?? 'thesis'],
        ['institution', nameIn(record.school)],
        ['location', escaped(valueOf(record.place))],
        ['pages', pagesOf(record.pages)],
      ];
    case 'manuscript':
      return [['library', nameIn(record.heldAt)]];
    case 'interview':
      return [
        ['library', nameIn(record.heldAt)],
        ['editor', nameIn(record.recordedBy)],
        ['editortype', valueOf(record.recordedBy) === null ? null : 'interviewer'],
      ];
  }
}

/** Words BibLaTeX translates. */
const thesisTypes: Readonly<Record<Degree, string>> = {
  doctor: 'phdthesis',
  master: 'mathesis',
};

const nameIn = (fact: Fact<Named>): string | null => whole(valueOf(fact)?.name ?? null);

const pagesOf = (fact: Fact<string>): string | null => valueOf(fact)?.replace(/-/gu, '--') ?? null;

const imprintOf = (record: Book | Chapter): readonly Field[] => [
  ['location', escaped(valueOf(record.place))],
  ['publisher', whole(valueOf(record.publisher))],
  ['edition', valueOf(record.bookEdition)],
  ['pages', pagesOf(record.pages)],
  ['isbn', valueOf(record.isbn)],
];

/** `?` marks an uncertain date (ISO 8601-2). */
function dateOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  return issued.guessed ? `${issued.on.slice(0, 4)}?` : issued.on;
}

const names = (creators: readonly Creator[]): string => creators.map(nameOf).join(' and ');

/** Inner braces keep a name in one piece; only a Western name is divided. */
function nameOf(creator: Creator): string {
  if (creator.kind === 'team' || creator.latin === null || creator.latin.given === null)
    return whole(creator.name) ?? '';
  const { family, given, familyFirst } = creator.latin;
  return familyFirst ? (whole(creator.name) ?? '') : (escaped(`${family}, ${given}`) ?? '');
}

/** Braces keep capitals and names as they are. */
const whole = (text: string | null): string | null =>
  text === null ? null : `{${escaped(text) ?? ''}}`;

/** A comma would divide a keyword. */
const asKeyword = (keyword: string): string => escaped(keyword.replace(/,/gu, '，')) ?? '';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\^{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
};

/** Biber counts even escaped braces, so a lone one is written as a command. */
const loneBraces: Readonly<Record<string, string>> = {
  ...commands,
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

function escaped(text: string | null): string | null {
  if (text === null) return null;
  const table = bracesMatch(text) ? commands : loneBraces;
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}~^%&#_$]/gu, (character) => table[character] ?? character);
}

function bracesMatch(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Addresses are read as they stand; only braces and backslashes could break the file. */
const verbatim = (address: string): string =>
  address.replace(/[\\{}\s]/gu, (character) => encodeURIComponent(character));
