import type { GroundWords } from '#domain/grounds/notes.ts';
import type { FigureColumn, PracticeColumn } from '#domain/exports/csv.ts';
import type { PracticeFormat } from '#domain/exports/formats.ts';
import type { LibraryFileName } from '#domain/exports/library-file.ts';
import type { CardKey } from '#domain/lists/vocabularies.ts';
import type { Aftermath } from '#domain/practice/aftermath.ts';
import type { Change } from '#domain/practice/practice.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';

/** What a column is called and what stands in it. */
export interface ColumnWords {
  readonly label: string;
  readonly meaning: string;
}

/** How a language speaks in the files readers take away. */
export interface ExportWords {
  readonly formats: Readonly<Record<PracticeFormat, string>>;
  /** What each file of the whole library holds. */
  readonly files: Readonly<Record<LibraryFileName, string>>;
  /** What is shown where the source says nothing, and where we do not know. */
  readonly notInSource: string;
  readonly unknown: string;
  /** Stands before whatever is the editors' and might be read as the source's. */
  readonly editorsNote: string;
  /** Joins the values of one cell, and names in a line. */
  readonly cell: (values: readonly string[]) => string;
  readonly list: (names: readonly string[]) => string;
  readonly practiceColumns: Readonly<Record<PracticeColumn, ColumnWords>>;
  readonly figureColumns: Readonly<Record<FigureColumn, ColumnWords>>;
  readonly noOffice: string;
  readonly document: (number: string) => string;
  readonly paragraph: (number: number) => string;
  readonly outline: OutlineWords;
  /** Where a digest comes from: whose words it is, and what is known of the original. */
  readonly provenance: (team: string, original: readonly string[]) => string;
  /** What stands for the title of the original there. */
  readonly untitled: string;
  readonly titleToBeFound: string;
  readonly practices: string;
  readonly interview: string;
}

/** Of a practice as a document. */
interface OutlineWords {
  readonly card: string;
  readonly measures: string;
  readonly figures: string;
  readonly outcomes: string;
  readonly conditions: string;
  readonly limits: string;
  readonly notStated: string;
  readonly unverified: string;
  readonly questions: string;
  readonly source: string;
  readonly references: string;
  readonly editions: string;
  readonly nothingListed: string;
  readonly nothingInSource: string;
  readonly noFigures: string;
  readonly ours: (heading: string) => string;
  readonly claim: (text: string, section: string) => string;
  readonly change: (change: Change) => string;
  readonly cardHead: readonly [item: string, content: string];
  readonly lists: Readonly<Record<CardKey, string>>;
  readonly textStatus: string;
  readonly digestBy: (team: string) => string;
  readonly edition: string;
  readonly editionNumber: (edition: number) => string;
  readonly reviewedOn: string;
  readonly unreviewed: string;
  readonly state: string;
  readonly retired: (reason: string) => string;
  readonly aftermath: string;
  readonly aftermathSeen: (aftermath: Aftermath) => string;
  readonly aftermathUnseen: string;
  readonly address: string;
  readonly licence: string;
  readonly licenceText: (name: string, url: string) => string;
  readonly measureHead: readonly [name: string, how: string, section: string];
  readonly figureHead: readonly string[];
  readonly kind: (kind: string) => string;
  readonly title: (title: string, note: string | null) => string;
  readonly noTitle: string;
  readonly byline: (author: string, office: string | null) => string;
  readonly unsigned: string;
  readonly bylineUnknown: string;
  readonly written: (period: string) => string;
  readonly fact: (label: string, value: string) => string;
  readonly gap: (gap: string) => string;
  readonly toBeFound: (names: readonly string[]) => string;
  readonly reference: (reference: string) => string;
  readonly secondary: (reference: string) => string;
}

/** What the functions that make files say things with. */
export interface PublicationWords {
  readonly source: SourceWords;
  readonly exports: ExportWords;
  readonly grounds: GroundWords;
}
