import {
  creatorsOf,
  valueOf,
  type CitableRecord,
  type Creator,
  type JournalArticle,
} from '#domain/citation/record.ts';
import type { ExportOptions } from '#domain/exports/formats.ts';

type Field = readonly [tag: string, value: string | null];

/** RIS: one tag a line, CRLF, UTF-8. `ELEC` is what Zotero and EndNote read as a web page. */
export const toRis = (records: readonly CitableRecord[], options: ExportOptions): string =>
  records.map((record) => entry(record, options)).join(risSeparator);

/** What stands between records. */
export const risSeparator = '\r\n';

function entry(record: CitableRecord, { accessedOn }: ExportOptions): string {
  const isOnline = valueOf(record.address) !== null;
  const fields: readonly Field[] = [
    ['TY', types[record.kind]],
    ['ID', record.id],
    ['TI', valueOf(record.title)?.text ?? null],
    ...creatorsOf(record).map((creator): Field => ['AU', nameOf(creator)]),
    ...containerOf(record),
    ['DA', dateOf(record)],
    ['Y2', isOnline ? slashed(accessedOn) : null],
    ['UR', valueOf(record.address)],
    ['LA', record.language],
    ['AB', record.abstract],
    ...record.keywords.map((keyword): Field => ['KW', keyword]),
    ['N1', noteOf(record)],
  ];
  const lines = fields.filter(([, value]) => value !== null && value !== '');
  return [...lines.map(([tag, value]) => `${tag}  - ${onOneLine(value ?? '')}`), 'ER  - ', ''].join(
    '\r\n',
  );
}

const types: Readonly<Record<CitableRecord['kind'], string>> = {
  'web-page': 'ELEC',
  dataset: 'DATA',
  'journal-article': 'JOUR',
};

/**
 * Chinese names stay whole: a blank would be read as given name first, a comma is never guessed. Only a
 * Western name is divided.
 */
function nameOf(creator: Creator): string {
  if (creator.kind === 'team' || creator.latin === null || creator.latin.given === null)
    return creator.name;
  const { family, given, familyFirst } = creator.latin;
  return familyFirst ? creator.name : `${family}, ${given}`;
}

function containerOf(record: CitableRecord): readonly Field[] {
  if (record.kind === 'web-page') {
    return [
      ['T2', record.site.name],
      ['ET', record.edition === 1 ? null : String(record.edition)],
    ];
  }
  if (record.kind === 'dataset') {
    return [
      ['PB', record.publisher.name],
      ['ET', record.version],
    ];
  }
  return journalOf(record);
}

function journalOf(article: JournalArticle): readonly Field[] {
  const [first, last] = (valueOf(article.pages) ?? '').split('-');
  return [
    ['T2', valueOf(article.journal)?.text ?? null],
    ['VL', valueOf(article.volume)],
    ['IS', valueOf(article.issue)],
    ['SP', first ?? null],
    ['EP', last ?? null],
    ['DO', valueOf(article.doi)],
  ];
}

/** RIS cannot mark a guess, so a guessed year stands in the note only. */
function dateOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  return issued === null || issued.guessed ? null : slashed(issued.on);
}

function noteOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  const guess = issued?.guessed === true ? `年份为推测：${issued.on.slice(0, 4)}。` : '';
  return `${record.note ?? ''}${guess}`;
}

const slashed = (date: string | null): string | null => date?.replace(/-/gu, '/') ?? null;

/** A line break inside a value would start a new tag in some readers. */
const onOneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim();
