import { valueOf, type Fact } from '#domain/practice/fact.ts';

/** The language of the thing cited, which decides `等` or `et al`. */
export type RecordLanguage = 'zh-CN' | 'en';

export interface Title {
  readonly text: string;
  /** Checked by an editor, sentence case; null keeps the characters in English references. */
  readonly pinyin: string | null;
  /** Checked by an editor, sentence case; printed in square brackets in English references. */
  readonly translation: string | null;
}

/** A name that has one part in every script: a team, a site, a publisher. */
export interface Named {
  readonly name: string;
  readonly latin: string | null;
}

export interface Team extends Named {
  readonly kind: 'team';
}

/** A personal name in Latin letters, split by the person or by an editor, never by a program. */
export interface LatinName {
  readonly family: string;
  /** Null for a name that is one unit, such as Maimaiti Aili. */
  readonly given: string | null;
  /** True for names said family name first: Ouyang Jing. */
  readonly familyFirst: boolean;
}

export interface Person {
  readonly kind: 'person';
  /** As printed on the work, unsplit: 欧阳静, 买买提·艾力, John A. Smith. */
  readonly name: string;
  readonly latin: LatinName | null;
}

export type Creator = Person | Team;

export interface Issued {
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; never more precise than what is known. */
  readonly on: string;
  /** True for a year inferred by us. Printed with the mark each style has for it. */
  readonly guessed: boolean;
}

interface Citable {
  /** ASCII; the key of the entry in exported files. */
  readonly id: string;
  readonly language: RecordLanguage;
  readonly title: Fact<Title>;
  /** A known value holds at least one creator. */
  readonly creators: Fact<readonly Creator[]>;
  readonly issued: Fact<Issued>;
  /** Full web address without query or fragment. */
  readonly address: Fact<string>;
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  /** For exported files: what the reference itself has no place for, above all what is 待考. */
  readonly note: string | null;
}

export interface WebPage extends Citable {
  readonly kind: 'web-page';
  /** Null where nobody knows whose site it is. */
  readonly site: Named | null;
  /** 1 for the first; a first edition is not stated in references. */
  readonly edition: number;
  /** The day of access on record, `yyyy-mm-dd`; null where the reader's own day counts. */
  readonly accessedOn: string | null;
}

/** A dated release of downloadable data. */
export interface Dataset extends Citable {
  readonly kind: 'dataset';
  readonly publisher: Named;
  /** Without a leading v: `2026.11`. */
  readonly version: string;
}

export interface JournalArticle extends Citable {
  readonly kind: 'journal-article';
  readonly journal: Fact<Title>;
  readonly volume: Fact<string>;
  readonly issue: Fact<string>;
  /** `12` or `12-18`, with a hyphen. */
  readonly pages: Fact<string>;
  /** Where a journal numbers articles instead of pages. */
  readonly articleNumber: Fact<string>;
  /** Bare, without `https://doi.org/`. */
  readonly doi: Fact<string>;
  readonly issn: Fact<string>;
}

export interface NewspaperArticle extends Citable {
  readonly kind: 'newspaper-article';
  readonly newspaper: Fact<Title>;
  /** 版次 */
  readonly page: Fact<string>;
}

/** What books say on their copyright page. */
interface Imprint {
  readonly place: Fact<string>;
  readonly publisher: Fact<string>;
  /** A number, never 1. */
  readonly bookEdition: Fact<string>;
  readonly pages: Fact<string>;
  readonly isbn: Fact<string>;
}

export interface Book extends Citable, Imprint {
  readonly kind: 'book';
}

/** A part of a book with a title and author of its own. */
export interface Chapter extends Citable, Imprint {
  readonly kind: 'chapter';
  readonly book: Fact<Title>;
  readonly editors: readonly Creator[];
}

/** A report or an official document. */
export interface Report extends Citable {
  readonly kind: 'report';
  readonly issuer: Fact<Named>;
  readonly number: Fact<string>;
}

export interface Thesis extends Citable {
  readonly kind: 'thesis';
  readonly school: Fact<Named>;
  readonly place: Fact<string>;
  readonly degree: Fact<Degree>;
  readonly pages: Fact<string>;
}

export type Degree = 'doctor' | 'master';

/** What was never published: where it can be read. */
interface Unpublished extends Citable {
  readonly heldAt: Fact<Named>;
}

export interface Manuscript extends Unpublished {
  readonly kind: 'manuscript';
}

/** Its creators are those who were asked. */
export interface Interview extends Unpublished {
  readonly kind: 'interview';
  readonly recordedBy: Fact<Named>;
}

export type CitableRecord =
  | WebPage
  | Dataset
  | JournalArticle
  | NewspaperArticle
  | Book
  | Chapter
  | Report
  | Thesis
  | Manuscript
  | Interview;

export type CitableKind = CitableRecord['kind'];

export const creatorsOf = (record: CitableRecord): readonly Creator[] =>
  valueOf(record.creators) ?? [];

/** The calendar parts of `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export function datePartsOf(date: string): DateParts {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) throw new Error(`"${date}" is not a date.`);
  return { year, month: month ?? null, day: day ?? null };
}

/** A place inside a page. */
export interface Locator {
  /** Counted from 1 in the edition cited. */
  readonly paragraph: number;
  /** The last of several; omitted for one alone. */
  readonly to?: number | undefined;
  /** Address of the paragraph on the page, without `#`. */
  readonly anchor?: string | undefined;
}

/** `6` or `6–10`. */
export const paragraphsOf = ({ paragraph, to }: Locator): string =>
  to === undefined || to === paragraph ? String(paragraph) : `${paragraph}–${to}`;

/** `para. 6` or `paras. 6–10`, after the style's own abbreviation. */
export const abbreviatedParagraphs = (abbreviation: string, locator: Locator): string => {
  const numbers = paragraphsOf(locator);
  return `${abbreviation}${numbers.includes('–') ? 's' : ''}. ${numbers}`;
};

export interface ReferenceContext {
  /** The reader's own day, `yyyy-mm-dd`, never the day of a build. Null prints a slot to fill in. */
  readonly accessedOn: string | null;
  readonly locator?: Locator | undefined;
  /** Place in the reference list, for numbered styles; 1 if not told. */
  readonly number?: number | undefined;
  /** Tells works apart whose marks would read the same: `a`, `b`; see `reference-list.ts`. */
  readonly letter?: string | undefined;
  /** Cite the address of the edition (`?v=2`) instead of the page, which always shows the newest. */
  readonly pinned?: boolean | undefined;
}

/** The day a page or data set was read: the one on record, else the reader's own; null where neither is known. */
export const accessOf = (record: CitableRecord, { accessedOn }: ReferenceContext): string | null =>
  record.kind === 'web-page' ? (record.accessedOn ?? accessedOn) : accessedOn;

/** Where a reference leads: to the DOI of an article that has one, else to its address. */
export function linkOf(record: CitableRecord, context: ReferenceContext): string | null {
  const doi = record.kind === 'journal-article' ? valueOf(record.doi) : null;
  return doi === null ? citedAddress(record, context) : `https://doi.org/${doi}`;
}

/** The address to print, or null where none is known. */
export function citedAddress(
  record: CitableRecord,
  { locator, pinned }: ReferenceContext,
): string | null {
  const address = valueOf(record.address);
  if (address === null) return null;
  const query = pinned === true && record.kind === 'web-page' ? `?v=${record.edition}` : '';
  const fragment = locator?.anchor === undefined ? '' : `#${locator.anchor}`;
  return `${address}${query}${fragment}`;
}
