import { toCitable, type Publication } from '#domain/citation/library.ts';
import { bibLatexSeparator, toBibLatex } from '#domain/exports/biblatex.ts';
import { cslFrame, cslItems } from '#domain/exports/csl-json.ts';
import {
  csvHead,
  figureColumns,
  figureRows,
  practiceColumns,
  practiceRows,
} from '#domain/exports/csv.ts';
import { librarySchemaFile } from '#domain/exports/record-schema.ts';
import { risSeparator, toRis } from '#domain/exports/ris.ts';
import { provinceOf } from '#domain/lists/lists.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { releaseOf } from '#domain/practice/release.ts';
import { site } from '#domain/site/site.ts';

/** Their names under `/data/`. Permanent. */
export type LibraryFileName =
  | 'practices.json'
  | 'practices.csv'
  | 'figures.csv'
  | 'references.csl.json'
  | 'references.ris'
  | 'references.bib';

/** A file that holds the whole library, joined of parts. */
export interface LibraryFile {
  readonly name: LibraryFileName;
  readonly mediaType: string;
  /** What it begins with. Asks for no body of a practice. */
  readonly head: (practices: readonly Practice[], publication: Publication) => string;
  /** Some practices as they stand in it. */
  readonly piece: (practices: readonly Practice[], publication: Publication) => string;
  /** What stands between pieces. */
  readonly separator: string;
  readonly tail: string;
}

/** The practices of one province, in the order of the library. */
export interface ProvincePractices {
  /** First two digits of its code. */
  readonly province: string;
  readonly practices: readonly Practice[];
}

/** Provinces that have practices, in the order of their codes. */
export const byProvince = (practices: readonly Practice[]): readonly ProvincePractices[] =>
  [...groupBy(practices, ({ region }) => [provinceOf(region.id)])]
    .map(([province, own]) => ({ province, practices: own }))
    .sort((a, b) => (a.province < b.province ? -1 : 1));

/**
 * What a library file is joined of, in order: the practices go by province, so that an edit
 * changes one piece, which `pieceOf` gives.
 */
export function* partsOf<Piece>(
  file: LibraryFile,
  practices: readonly Practice[],
  publication: Publication,
  pieceOf: (of: ProvincePractices) => Piece,
): Generator<string | Piece> {
  yield file.head(practices, publication);
  for (const [place, of] of byProvince(practices).entries()) {
    if (place > 0) yield file.separator;
    yield pieceOf(of);
  }
  yield file.tail;
}

const citable = (practices: readonly Practice[], publication: Publication) =>
  practices.map((practice) => toCitable(practice, publication));

/** No access date: these files are made by the build, not by a reader. */
const unread = { accessedOn: null } as const;

/** In the order readers see them. */
export const libraryFiles: readonly LibraryFile[] = [
  {
    name: 'practices.json',
    mediaType: 'application/json',
    head: (practices) =>
      JSON.stringify({
        $schema: librarySchemaFile,
        name: site.name,
        licence: site.licence.url,
        ...releaseOf(practices),
        practices: [],
      }).slice(0, -']}'.length),
    piece: (practices, publication) =>
      practices.map((practice) => JSON.stringify(practiceRecord(practice, publication))).join(','),
    separator: ',',
    tail: ']}',
  },
  {
    name: 'practices.csv',
    mediaType: 'text/csv',
    head: (_, { words }) => csvHead(practiceColumns, words.exports.practiceColumns),
    piece: practiceRows,
    separator: '',
    tail: '',
  },
  {
    name: 'figures.csv',
    mediaType: 'text/csv',
    head: (_, { words }) => csvHead(figureColumns, words.exports.figureColumns),
    piece: figureRows,
    separator: '',
    tail: '',
  },
  {
    name: 'references.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    head: () => cslFrame.head,
    piece: (practices, publication) => cslItems(citable(practices, publication), unread),
    separator: cslFrame.separator,
    tail: cslFrame.tail,
  },
  {
    name: 'references.ris',
    mediaType: 'application/x-research-info-systems',
    head: () => '',
    piece: (practices, publication) => toRis(citable(practices, publication), unread),
    separator: risSeparator,
    tail: '',
  },
  {
    name: 'references.bib',
    mediaType: 'application/x-bibtex',
    head: () => '',
    piece: (practices, publication) => toBibLatex(citable(practices, publication), unread),
    separator: bibLatexSeparator,
    tail: '',
  },
];
