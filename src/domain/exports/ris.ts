import {
  accessOf,
  creatorsOf,
  type Book,
  type Chapter,
  type CitableKind,
  type CitableRecord,
  type Creator,
  type Named,
} from '#domain/citation/record.ts';
import { degreeWords } from '#domain/exports/degrees.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
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
    ['PY', dateOf(record)?.slice(0, 4) ?? null],
    ['DA', dateOf(record)],
    ['Y2', isOnline ? slashed(accessOf(record, { accessedOn })) : null],
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

const types: Readonly<Record<CitableKind, string>> = {
  'web-page': 'ELEC',
  dataset: 'DATA',
  'journal-article': 'JOUR',
  'newspaper-article': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  manuscript: 'UNPB',
  interview: 'PCOMM',
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
  switch (record.kind) {
    case 'web-page':
      return [
        ['T2', record.site?.name ?? null],
        ['ET', record.edition === 1 ? null : String(record.edition)],
      ];
    case 'dataset':
      return [
        ['PB', record.publisher.name],
        ['ET', record.version],
      ];
    case 'journal-article':
      return [
        ['T2', valueOf(record.journal)?.text ?? null],
        ['VL', valueOf(record.volume)],
        ['IS', valueOf(record.issue)],
        ...pagesOf(record.pages),
        ['M1', valueOf(record.articleNumber)],
        ['DO', valueOf(record.doi)],
        ['SN', valueOf(record.issn)],
      ];
    case 'newspaper-article':
      return [
        ['T2', valueOf(record.newspaper)?.text ?? null],
        ['SP', valueOf(record.page)],
      ];
    case 'book':
      return imprintOf(record);
    case 'chapter':
      return [
        ['T2', valueOf(record.book)?.text ?? null],
        ...record.editors.map((editor): Field => ['ED', nameOf(editor)]),
        ...imprintOf(record),
      ];
    case 'report':
      return [
        ['PB', nameIn(record.issuer)],
        ['SN', valueOf(record.number)],
      ];
    case 'thesis':
      return [
        ['PB', nameIn(record.school)],
        ['CY', valueOf(record.place)],
        ['M3', valueOf(mapFact(record.degree, (degree) => degreeWords[degree]))],
        ...pagesOf(record.pages),
      ];
    case 'manuscript':
      return [['AV', nameIn(record.heldAt)]];
    case 'interview':
      return [
        ['A2', nameIn(record.recordedBy)],
        ['AV', nameIn(record.heldAt)],
      ];
  }
}

const nameIn = (fact: Fact<Named>): string | null => valueOf(fact)?.name ?? null;

const imprintOf = (record: Book | Chapter): readonly Field[] => [
  ['CY', valueOf(record.place)],
  ['PB', valueOf(record.publisher)],
  ['ET', valueOf(record.bookEdition)],
  ...pagesOf(record.pages),
  ['SN', valueOf(record.isbn)],
];

/** One run of pages has a first and a last; more than one run stays in one piece. */
function pagesOf(fact: Fact<string>): readonly Field[] {
  const pages = valueOf(fact) ?? '';
  const [first = '', last = null] = pages.includes(',') ? [pages] : pages.split('-');
  return [
    ['SP', first],
    ['EP', last],
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
