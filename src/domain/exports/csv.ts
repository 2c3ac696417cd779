import type { Publication } from '#domain/citation/library.ts';
import type { Fact } from '#domain/practice/fact.ts';
import { csvOf, csvRowsOf } from '#domain/exports/cells.ts';
import type { ColumnWords } from '#domain/exports/export-words.ts';
import { fieldLists, type NamedField } from '#domain/exports/named-fields.ts';
import { entriesNamed, vocabularies } from '#domain/lists/vocabularies.ts';
import { groundInWords } from '#domain/grounds/notes.ts';
import { placedFigures, type PlacedFigure } from '#domain/figures/figure.ts';
import { absolute, paragraphPath, practicePath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { publishedIn } from '#domain/practice/publication.ts';
import { reviewedOn } from '#domain/practice/review.ts';
import { sourceFacts, type Source } from '#domain/practice/source.ts';
import {
  boundsOf,
  firstDay,
  lastDay,
  writtenPeriod,
  type WrittenBound,
} from '#domain/practice/written.ts';

/** The columns of the table of practices, and of the table of figures. */
export type PracticeColumn =
  | 'id'
  | 'title'
  | 'summary'
  | 'regionCode'
  | 'region'
  | NamedField
  | 'measures'
  | 'sourceTitle'
  | 'byline'
  | 'office'
  | 'sourceKind'
  | 'journal'
  | 'year'
  | 'issue'
  | 'number'
  | 'url'
  | 'publishedIn'
  | 'written'
  | 'after'
  | 'before'
  | 'document'
  | 'edition'
  | 'reviewedOn'
  | 'address';

export type FigureColumn =
  | 'id'
  | 'title'
  | 'value'
  | 'unit'
  | 'counts'
  | 'scope'
  | 'period'
  | 'section'
  | 'ground'
  | 'caveat'
  | 'address';

/** One column of a table; the table of columns is also the data dictionary. */
export interface Column<Key extends string, Row> {
  /** Its head and its meaning stand under this name in the words of a language. */
  readonly key: Key;
  readonly cell: (row: Row, publication: Publication) => string;
}

const labels = (terms: readonly { readonly label: string }[]): readonly string[] =>
  terms.map(({ label }) => label);

/** Empty for what does not exist, marked for what we have not found. */
const factText = (fact: Fact<string>, { words }: Publication): string =>
  fact === 'unknown' ? words.exports.unknown : fact === 'none' ? '' : fact.value;

/** Empty too where the kind of source has no such thing. */
function sourceFact(source: Source, publication: Publication, ...keys: readonly string[]): string {
  const found = sourceFacts(source).find(({ key }) => keys.includes(key));
  return found === undefined ? '' : factText(found.fact, publication);
}

const dayOf = (bound: WrittenBound | null, day: (date: string) => string): string =>
  bound === null ? '' : day(bound.on);

export const practiceColumns: readonly Column<PracticeColumn, Practice>[] = [
  { key: 'id', cell: ({ id }) => id },
  { key: 'title', cell: ({ title }) => title },
  { key: 'summary', cell: ({ summary }) => summary },
  { key: 'regionCode', cell: ({ region }) => region.id },
  {
    key: 'region',
    cell: ({ region }, { words }) => words.exports.cell(region.path.map(({ name }) => name)),
  },
  ...fieldLists.map((list): Column<PracticeColumn, Practice> => ({
    key: vocabularies[list].field,
    cell: (practice, { words }) => words.exports.cell(labels(entriesNamed(practice, list))),
  })),
  {
    key: 'measures',
    cell: ({ measures }, { words }) => words.exports.cell(measures.map(({ name }) => name)),
  },
  {
    key: 'sourceTitle',
    cell: ({ source }, publication) => factText(source.title, publication),
  },
  {
    key: 'byline',
    cell: ({ source }, { words }) =>
      source.authorsUnknown
        ? words.exports.unknown
        : words.exports.cell(source.bylines.map(({ author }) => author.label)),
  },
  {
    key: 'office',
    cell: ({ source }, { words }) =>
      words.exports.cell(source.bylines.map(({ office }) => office ?? words.exports.noOffice)),
  },
  {
    key: 'sourceKind',
    cell: ({ source }, { words }) => words.source.kinds[source.kind],
  },
  {
    key: 'journal',
    cell: ({ source }, publication) =>
      sourceFact(source, publication, 'journal', 'newspaper', 'book', 'site'),
  },
  {
    key: 'year',
    cell: ({ source }, publication) => sourceFact(source, publication, 'year', 'date'),
  },
  {
    key: 'issue',
    cell: ({ source }, publication) => sourceFact(source, publication, 'issue'),
  },
  {
    key: 'number',
    cell: ({ source }, publication) => sourceFact(source, publication, 'number'),
  },
  {
    key: 'url',
    cell: ({ source }, publication) => sourceFact(source, publication, 'url'),
  },
  {
    key: 'publishedIn',
    cell: ({ source }, { words }) => publishedIn(source, words.source) ?? '',
  },
  {
    key: 'written',
    cell: ({ source }, { words }) => writtenPeriod(source, words.source) ?? words.exports.unknown,
  },
  {
    key: 'after',
    cell: ({ source }) => dayOf(boundsOf(source).after, firstDay),
  },
  {
    key: 'before',
    cell: ({ source }) => dayOf(boundsOf(source).before, lastDay),
  },
  {
    key: 'document',
    cell: ({ source }, { words }) =>
      source.document === null ? '' : words.exports.document(source.document),
  },
  { key: 'edition', cell: ({ edition }) => String(edition) },
  {
    key: 'reviewedOn',
    cell: (practice) => reviewedOn(practice) ?? '',
  },
  {
    key: 'address',
    cell: ({ id }, { origin }) => absolute(practicePath(id), origin),
  },
];

interface FigureRow extends PlacedFigure {
  readonly practice: Practice;
}

export const figureColumns: readonly Column<FigureColumn, FigureRow>[] = [
  { key: 'id', cell: ({ practice }) => practice.id },
  { key: 'title', cell: ({ practice }) => practice.title },
  {
    key: 'value',
    cell: ({ figure }) => figure.value,
  },
  { key: 'unit', cell: ({ figure }) => figure.unit },
  { key: 'counts', cell: ({ figure }) => figure.counts },
  {
    key: 'scope',
    cell: ({ figure }, { words }) => figure.scope ?? words.exports.notInSource,
  },
  {
    key: 'period',
    cell: ({ figure }, { words }) => figure.period ?? words.exports.notInSource,
  },
  { key: 'section', cell: ({ figure }) => figure.section },
  {
    key: 'ground',
    cell: ({ practice, figure }, { words }) => {
      const index = practice.figures.indexOf(figure);
      return groundInWords(practice.grounds, 'figures', index, words.grounds) ?? '';
    },
  },
  { key: 'caveat', cell: ({ figure }) => figure.caveat ?? '' },
  {
    key: 'address',
    cell: ({ practice, place }, { origin }) =>
      absolute(
        place === null ? practicePath(practice.id) : paragraphPath(practice.id, place.id),
        origin,
      ),
  },
];

/** What a table begins with. */
export const csvHead = <Key extends string, Row>(
  columns: readonly Column<Key, Row>[],
  words: Readonly<Record<Key, ColumnWords>>,
): string => csvOf([columns.map(({ key }) => words[key].label)]);

/** A row for each practice. */
export const practiceRows = (practices: readonly Practice[], publication: Publication): string =>
  rowsOf(practiceColumns, practices, publication);

/** A row for each figure of the practices. */
export const figureRows = (practices: readonly Practice[], publication: Publication): string =>
  rowsOf(
    figureColumns,
    practices.flatMap((practice) =>
      placedFigures(practice).map((placed) => ({ practice, ...placed })),
    ),
    publication,
  );

const rowsOf = <Row>(
  columns: readonly Column<string, Row>[],
  rows: readonly Row[],
  publication: Publication,
): string => csvRowsOf(rows.map((row) => columns.map(({ cell }) => cell(row, publication))));
