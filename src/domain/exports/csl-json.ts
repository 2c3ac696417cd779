import {
  accessOf,
  creatorsOf,
  datePartsOf,
  type Book,
  type Chapter,
  type CitableKind,
  type CitableRecord,
  type Creator,
} from '#domain/citation/record.ts';
import { degreeWords } from '#domain/exports/degrees.ts';
import { mapFact, valueOf } from '#domain/practice/fact.ts';
import type { ExportOptions } from '#domain/exports/formats.ts';

export type CslName =
  { readonly literal: string } | { readonly family: string; readonly given: string };

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  readonly circa?: true;
}

/** An item of CSL-JSON 1.0.2, as far as we fill it. */
export interface CslItem {
  readonly id: string;
  readonly type:
    | 'webpage'
    | 'dataset'
    | 'article-journal'
    | 'article-newspaper'
    | 'book'
    | 'chapter'
    | 'report'
    | 'thesis'
    | 'manuscript'
    | 'interview';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly editor?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  readonly genre?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly archive?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly ISSN?: string;
  readonly ISBN?: string;
  readonly version?: string;
  readonly edition?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
}

/** What stands around and between the items of a file. */
export const cslFrame = { head: '[\n', separator: ',\n', tail: '\n]\n' } as const;

/** The text of a file with all records. */
export const toCslJson = (records: readonly CitableRecord[], options: ExportOptions): string =>
  `${cslFrame.head}${cslItems(records, options)}${cslFrame.tail}`;

/** The records as they stand in a file. */
export const cslItems = (records: readonly CitableRecord[], options: ExportOptions): string =>
  JSON.stringify(
    records.map((record) => toCslItem(record, options)),
    null,
    2,
  ).slice('[\n'.length, -'\n]'.length);

/** Chinese periodicals are `article-journal`: Chicago prints no issue number for a magazine. */
const types: Readonly<Record<CitableKind, CslItem['type']>> = {
  'web-page': 'webpage',
  dataset: 'dataset',
  'journal-article': 'article-journal',
  'newspaper-article': 'article-newspaper',
  book: 'book',
  chapter: 'chapter',
  report: 'report',
  thesis: 'thesis',
  manuscript: 'manuscript',
  interview: 'interview',
};

export function toCslItem(record: CitableRecord, { accessedOn }: ExportOptions): CslItem {
  const creators = creatorsOf(record);
  const address = valueOf(record.address);
  const readOn = accessOf(record, { accessedOn });
  return {
    id: record.id,
    type: types[record.kind],
    ...given('title', valueOf(record.title)?.text),
    ...(creators.length === 0 ? {} : { author: creators.map(nameOf) }),
    ...containerOf(record),
    ...dateOf(record),
    ...(address === null || readOn === null ? {} : { accessed: cslDate(readOn) }),
    ...given('URL', address),
    language: record.language,
    ...given('abstract', record.abstract),
    ...given('keyword', record.keywords.join(', ')),
    ...given('note', record.note),
  };
}

function containerOf(record: CitableRecord): Partial<CslItem> {
  switch (record.kind) {
    case 'web-page':
      return {
        ...given('container-title', record.site?.name),
        ...(record.edition === 1 ? {} : { edition: String(record.edition) }),
      };
    case 'dataset':
      return { publisher: record.publisher.name, version: record.version };
    case 'journal-article':
      return {
        ...given('container-title', valueOf(record.journal)?.text),
        ...given('volume', valueOf(record.volume)),
        ...given('issue', valueOf(record.issue)),
        ...given('page', valueOf(record.pages)),
        ...given('number', valueOf(record.articleNumber)),
        ...given('DOI', valueOf(record.doi)),
        ...given('ISSN', valueOf(record.issn)),
      };
    case 'newspaper-article':
      return {
        ...given('container-title', valueOf(record.newspaper)?.text),
        ...given('page', valueOf(record.page)),
      };
    case 'book':
      return imprintOf(record);
    case 'chapter':
      return {
        ...given('container-title', valueOf(record.book)?.text),
        ...(record.editors.length === 0 ? {} : { editor: record.editors.map(nameOf) }),
        ...imprintOf(record),
      };
    case 'report':
      return {
        ...given('publisher', valueOf(record.issuer)?.name),
        ...given('number', valueOf(record.number)),
      };
    case 'thesis':
      return {
        ...given('publisher', valueOf(record.school)?.name),
        ...given('publisher-place', valueOf(record.place)),
        ...given('genre', valueOf(mapFact(record.degree, (degree) => degreeWords[degree]))),
        ...given('page', valueOf(record.pages)),
      };
    case 'manuscript':
      return given('archive', valueOf(record.heldAt)?.name);
    case 'interview': {
      const recordedBy = valueOf(record.recordedBy);
      return {
        ...(recordedBy === null ? {} : { interviewer: [{ literal: recordedBy.name }] }),
        ...given('archive', valueOf(record.heldAt)?.name),
      };
    }
  }
}

const imprintOf = (record: Book | Chapter): Partial<CslItem> => ({
  ...given('publisher', valueOf(record.publisher)),
  ...given('publisher-place', valueOf(record.place)),
  ...given('edition', valueOf(record.bookEdition)),
  ...given('page', valueOf(record.pages)),
  ...given('ISBN', valueOf(record.isbn)),
});

/** Han-script names are `literal`: official styles print only the family name of a divided one. */
function nameOf(creator: Creator): CslName {
  if (creator.kind === 'team' || creator.latin === null || creator.latin.given === null)
    return { literal: creator.name };
  const { family, given: givenName, familyFirst } = creator.latin;
  return familyFirst ? { literal: creator.name } : { family, given: givenName };
}

function dateOf(record: CitableRecord): Partial<CslItem> {
  const issued = valueOf(record.issued);
  if (issued === null) return {};
  return { issued: issued.guessed ? { ...cslDate(issued.on), circa: true } : cslDate(issued.on) };
}

function cslDate(date: string): CslDate {
  const { year, month, day } = datePartsOf(date);
  return { 'date-parts': [[year, month, day].filter((part) => part !== null)] };
}

/** A property only where there is something to say. */
const given = <Key extends keyof CslItem>(
  key: Key,
  value: string | null | undefined,
): Partial<CslItem> =>
  value === null || value === undefined || value === '' ? {} : { [key]: value };
