import { creatorsOf, valueOf, type CitableRecord, type Creator } from '#domain/citation/record.ts';
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
    ['urldate', address === null ? null : accessedOn],
    ['url', address === null ? null : verbatim(address)],
    ['langid', languages[record.language]],
    ['language', record.language],
    ['abstract', escaped(record.abstract)],
    ['keywords', record.keywords.map(asKeyword).join(', ')],
    ['note', escaped(record.note)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`  ${name} = {${value}},`],
  );
  return `@${types[record.kind]}{${record.id},\n${lines.join('\n')}\n}\n`;
}

/** `@dataset` is right in BibLaTeX but silently lost by Zotero, so a release is `@misc`. */
const types: Readonly<Record<CitableRecord['kind'], string>> = {
  'web-page': 'online',
  dataset: 'misc',
  'journal-article': 'article',
};

/** Names of languages as babel knows them. */
const languages: Readonly<Record<CitableRecord['language'], string>> = {
  'zh-CN': 'chinese',
  en: 'english',
};

/** `organization` is where BibLaTeX prints a site; Zotero takes the site from `journaltitle` alone. */
function containerOf(record: CitableRecord): readonly Field[] {
  if (record.kind === 'web-page') {
    const siteName = whole(record.site.name);
    return [
      ['organization', siteName],
      ['journaltitle', siteName],
      ['version', record.edition === 1 ? null : String(record.edition)],
    ];
  }
  if (record.kind === 'dataset') {
    return [
      ['publisher', whole(record.publisher.name)],
      ['version', escaped(record.version)],
    ];
  }
  return [
    ['journaltitle', whole(valueOf(record.journal)?.text ?? null)],
    ['volume', escaped(valueOf(record.volume))],
    ['number', escaped(valueOf(record.issue))],
    ['pages', valueOf(record.pages)?.replace('-', '--') ?? null],
    ['doi', valueOf(record.doi)],
  ];
}

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
