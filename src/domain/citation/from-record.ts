/** What is cited, made again from the published record of a practice: what a browser has at hand. */
import {
  editors,
  editionDate,
  library,
  openInReferences,
  originalOf,
} from '#domain/citation/library.ts';
import type { WebPage } from '#domain/citation/record.ts';
import type { Original } from '#domain/citation/secondary.ts';
import { known, type Fact } from '#domain/practice/fact.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';
import type { Byline, Source } from '#domain/practice/source.ts';

/** The page of the practice. `hasAddress` is false where the library has none yet. */
export const pageOfRecord = (record: PracticeRecord, hasAddress: boolean): WebPage => ({
  kind: 'web-page',
  id: record.id,
  language: 'zh-CN',
  title: known({ text: record.title, pinyin: null, translation: null }),
  creators: known([editors]),
  issued: editionDate(record),
  address: hasAddress ? known(record.url) : 'unknown',
  abstract: record.summary,
  keywords: [],
  note: null,
  site: library,
  edition: record.edition,
  accessedOn: null,
});

/** What the practice is taken from. */
export function originalOfRecord(record: PracticeRecord, words: SourceWords): Original {
  const source = sourceOfRecord(record);
  return {
    record: originalOf({ id: record.id, source }),
    open: openInReferences(source, words),
  };
}

/**
 * The source a record tells of. What nobody misses (a volume, a DOI) and is not there counts as
 * none: references print neither.
 */
export function sourceOfRecord({ source }: PracticeRecord): Source {
  const { facts, unknown } = source;
  const factOf = (key: string): Fact<string> => {
    const value = facts[key] ?? null;
    if (value !== null) return known(value);
    return unknown.includes(key) ? 'unknown' : 'none';
  };
  const base = {
    title: source.title === null ? factOf('title') : known(source.title),
    titleNote: source.titleNote,
    bylines: source.authors.map(({ id, name, kind, pinyin, western, office }): Byline => ({
      author: { id, label: name, aliases: [], kind, pinyin, western },
      office,
    })),
    authorsUnknown: unknown.includes('authors'),
    language: source.language,
    document: source.document,
    writtenAfter: source.writtenAfter,
    writtenBefore: source.writtenBefore,
    gaps: source.gaps,
  };
  const said = Object.fromEntries(everyFact.map((key) => [key, factOf(key)]));
  // Each kind reads the facts it has; those of other kinds are not asked for.
  return {
    ...base,
    ...said,
    editors: (facts['editors'] ?? '').split(editorsJoin).filter((name) => name !== ''),
    accessedOn: facts['accessedOn'] ?? '',
    kind: source.kind,
  } as unknown as Source;
}

/** As `sourceFacts` joins them. */
const editorsJoin = '、';

const everyFact = [
  'journal',
  'year',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'date',
  'doi',
  'issn',
  'url',
  'newspaper',
  'edition',
  'place',
  'publisher',
  'isbn',
  'book',
  'issuer',
  'number',
  'site',
  'school',
  'degree',
  'heldAt',
  'holder',
  'recordedBy',
] as const;
