/**
 * What a reference may say. `unknown` is a fact the library has not found (待考); `none` is a fact that
 * does not exist, such as the issue number of a web page. Formatters print neither; notes and
 * secondary citations tell the two apart.
 */
export type Fact<Value> = { readonly value: Value } | 'unknown' | 'none';

export const known = <Value>(value: Value): Fact<Value> => ({ value });

export const valueOf = <Value>(fact: Fact<Value>): Value | null =>
  typeof fact === 'string' ? null : fact.value;

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
  readonly site: Named;
  /** 1 for the first; a first edition is not stated in references. */
  readonly edition: number;
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
  /** Bare, without `https://doi.org/`. */
  readonly doi: Fact<string>;
}

export type CitableRecord = WebPage | Dataset | JournalArticle;

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
  /** Address of the paragraph on the page, without `#`. */
  readonly anchor?: string | undefined;
}

export interface ReferenceContext {
  /** The reader's own day, `yyyy-mm-dd`, never the day of a build. Null prints a slot to fill in. */
  readonly accessedOn: string | null;
  readonly locator?: Locator | undefined;
  /** Place in the reference list, for numbered styles; 1 if not told. */
  readonly number?: number | undefined;
  /** Cite the address of the edition (`?v=2`) instead of the page, which always shows the newest. */
  readonly pinned?: boolean | undefined;
}

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
