import {
  creatorsOf,
  datePartsOf,
  valueOf,
  type CitableRecord,
  type Creator,
  type JournalArticle,
} from '#domain/citation/record.ts';
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
  readonly type: 'webpage' | 'dataset' | 'article-journal';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
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
const types: Readonly<Record<CitableRecord['kind'], CslItem['type']>> = {
  'web-page': 'webpage',
  dataset: 'dataset',
  'journal-article': 'article-journal',
};

export function toCslItem(record: CitableRecord, { accessedOn }: ExportOptions): CslItem {
  const creators = creatorsOf(record);
  const address = valueOf(record.address);
  return {
    id: record.id,
    type: types[record.kind],
    ...given('title', valueOf(record.title)?.text),
    ...(creators.length === 0 ? {} : { author: creators.map(nameOf) }),
    ...containerOf(record),
    ...dateOf(record),
    ...(address === null || accessedOn === null ? {} : { accessed: cslDate(accessedOn) }),
    ...given('URL', address),
    language: record.language,
    ...given('abstract', record.abstract),
    ...given('keyword', record.keywords.join(', ')),
    ...given('note', record.note),
  };
}

function containerOf(record: CitableRecord): Partial<CslItem> {
  if (record.kind === 'web-page') {
    return {
      'container-title': record.site.name,
      ...(record.edition === 1 ? {} : { edition: String(record.edition) }),
    };
  }
  if (record.kind === 'dataset')
    return { publisher: record.publisher.name, version: record.version };
  return journalOf(record);
}

const journalOf = (article: JournalArticle): Partial<CslItem> => ({
  ...given('container-title', valueOf(article.journal)?.text),
  ...given('volume', valueOf(article.volume)),
  ...given('issue', valueOf(article.issue)),
  ...given('page', valueOf(article.pages)),
  ...given('DOI', valueOf(article.doi)),
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
