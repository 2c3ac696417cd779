/** What practices are taken from: every kind of source, and what each kind has to say of itself. */
import { valueOf, type Fact } from '#domain/practice/fact.ts';
import type { Author } from '#domain/lists/lists.ts';

export interface Byline {
  readonly author: Author;
  /** The office as printed with the source; true for that day only. Null where none is printed. */
  readonly office: string | null;
}

/** A bound on when the source was written: `2023`, `2023-07` or `2023-07-21`. */
export interface DateBound {
  readonly on: string;
  /** The phrase or fact in the source that proves the bound. */
  readonly evidence: string;
}

export type SourceLanguage = 'zh-CN' | 'en';

/** What every source has, of whatever kind. */
interface SourceBase {
  /** As printed; unknown where it is lost, none where the work never had one. */
  readonly title: Fact<string>;
  readonly titleNote: string | null;
  /** Empty for a work that nobody signed, or where the signature is lost. */
  readonly bylines: readonly Byline[];
  /** True where somebody signed and we do not know who. */
  readonly authorsUnknown: boolean;
  readonly language: SourceLanguage;
  /** Number of the kept original; null where the library keeps none. */
  readonly document: string | null;
  readonly writtenAfter: DateBound | null;
  readonly writtenBefore: DateBound | null;
  /** What the original at hand lost or garbled. */
  readonly gaps: readonly string[];
}

type Text = Fact<string>;

/** An article of which nothing is known but what the scan of its pages shows. */
export interface ScanSource extends SourceBase {
  readonly kind: 'scan';
}

export interface JournalSource extends SourceBase {
  readonly kind: 'journal';
  readonly journal: Text;
  /** `yyyy` */
  readonly year: Text;
  readonly volume: Text;
  readonly issue: Text;
  /** `12` or `12-18` */
  readonly pages: Text;
  /** Where a journal numbers articles instead of pages. */
  readonly articleNumber: Text;
  /** The day or month it came out, where the journal says it: `yyyy-mm` or `yyyy-mm-dd`. */
  readonly date: Text;
  /** Bare, without `https://doi.org/`. */
  readonly doi: Text;
  readonly issn: Text;
  readonly url: Text;
}

export interface NewspaperSource extends SourceBase {
  readonly kind: 'newspaper';
  readonly newspaper: Text;
  /** `yyyy-mm-dd` */
  readonly date: Text;
  /** 版次 */
  readonly edition: Text;
  readonly url: Text;
}

/** What books say on their copyright page. */
interface Imprint {
  readonly place: Text;
  readonly publisher: Text;
  /** `yyyy` */
  readonly year: Text;
  /** A number: 2 for 第 2 版. None for a first edition. */
  readonly edition: Text;
  readonly pages: Text;
  readonly isbn: Text;
  readonly url: Text;
}

export interface BookSource extends SourceBase, Imprint {
  readonly kind: 'book';
}

export interface ChapterSource extends SourceBase, Imprint {
  readonly kind: 'chapter';
  readonly book: Text;
  /** As printed; a Western name is written `Smith, John A.` */
  readonly editors: readonly string[];
}

export interface ReportSource extends SourceBase {
  readonly kind: 'report';
  /** The body that issued it. */
  readonly issuer: Text;
  /** 文号 or the number of a report. */
  readonly number: Text;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd` */
  readonly date: Text;
  readonly url: Text;
}

export interface WebSource extends SourceBase {
  readonly kind: 'web';
  readonly site: Text;
  readonly url: Text;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd` */
  readonly date: Text;
  /** The day the editors read it, `yyyy-mm-dd`. */
  readonly accessedOn: string;
}

export interface ThesisSource extends SourceBase {
  readonly kind: 'thesis';
  readonly school: Text;
  readonly place: Text;
  /** 博士 or 硕士 */
  readonly degree: Text;
  /** `yyyy` */
  readonly year: Text;
  readonly pages: Text;
  readonly url: Text;
}

/** Where something that was never published can be read. */
interface Custody {
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd` */
  readonly date: Text;
  /** Where it can be consulted. */
  readonly heldAt: Text;
  /** Who has it in keeping. */
  readonly holder: Text;
}

export interface ManuscriptSource extends SourceBase, Custody {
  readonly kind: 'manuscript';
}

export interface InterviewSource extends SourceBase, Custody {
  readonly kind: 'interview';
  readonly recordedBy: Text;
}

export type Source =
  | ScanSource
  | JournalSource
  | NewspaperSource
  | BookSource
  | ChapterSource
  | ReportSource
  | WebSource
  | ThesisSource
  | ManuscriptSource
  | InterviewSource;

export type SourceKind = Source['kind'];
type SourceOf<Kind extends SourceKind> = Extract<Source, { readonly kind: Kind }>;

/** In the order editors are offered them. */
export const sourceKinds = [
  'journal',
  'newspaper',
  'book',
  'chapter',
  'report',
  'web',
  'thesis',
  'manuscript',
  'interview',
  'scan',
] as const satisfies readonly SourceKind[];

/** What a thing is called that sources say of themselves; a date is called after what it is the date of. */
export type FactName =
  | 'articleNumber'
  | 'book'
  | 'dateOfDocument'
  | 'dateOfInterview'
  | 'dateOfIssue'
  | 'dateOfManuscript'
  | 'dateOfRelease'
  | 'dateOfVisit'
  | 'degree'
  | 'doi'
  | 'edition'
  | 'editors'
  | 'heldAt'
  | 'holder'
  | 'isbn'
  | 'issn'
  | 'issue'
  | 'issueInBrief'
  | 'issuer'
  | 'journal'
  | 'newspaper'
  | 'number'
  | 'pages'
  | 'placeOfPublication'
  | 'placeOfSchool'
  | 'publisher'
  | 'recordedBy'
  | 'school'
  | 'site'
  | 'url'
  | 'volume'
  | 'year'
  | 'yearInBrief'
  | 'yearOfPublication';

/** One thing a kind of source says of itself. */
export interface SourceFact {
  readonly key: string;
  readonly name: FactName;
  readonly fact: Text;
  /** Whether a record of this kind is incomplete without it. */
  readonly isNeeded: boolean;
}

interface FactRow<S extends Source> {
  readonly key: string;
  readonly name: FactName;
  readonly isNeeded: boolean;
  readonly of: (source: S) => Text;
}

const needed = <S extends Source>(
  key: string,
  name: FactName,
  of: (source: S) => Text,
): FactRow<S> => ({ key, name, isNeeded: true, of });
const ifAny = <S extends Source>(
  key: string,
  name: FactName,
  of: (source: S) => Text,
): FactRow<S> => ({ key, name, isNeeded: false, of });

const unknown = (): Text => 'unknown';

const imprint: readonly FactRow<BookSource | ChapterSource>[] = [
  needed('place', 'placeOfPublication', ({ place }) => place),
  needed('publisher', 'publisher', ({ publisher }) => publisher),
  needed('year', 'yearOfPublication', ({ year }) => year),
  ifAny('edition', 'edition', ({ edition }) => edition),
  ifAny('pages', 'pages', ({ pages }) => pages),
  ifAny('isbn', 'isbn', ({ isbn }) => isbn),
  ifAny('url', 'url', ({ url }) => url),
];

const custody: readonly FactRow<ManuscriptSource | InterviewSource>[] = [
  needed('heldAt', 'heldAt', ({ heldAt }) => heldAt),
  needed('holder', 'holder', ({ holder }) => holder),
];

/** What each kind says beside title, names and language, in the order readers see it. */
const factRows: { readonly [Kind in SourceKind]: readonly FactRow<SourceOf<Kind>>[] } = {
  scan: [
    needed('journal', 'journal', unknown),
    needed('year', 'yearInBrief', unknown),
    needed('issue', 'issueInBrief', unknown),
    needed('pages', 'pages', unknown),
  ],
  journal: [
    needed('journal', 'journal', ({ journal }) => journal),
    needed('year', 'year', ({ year }) => year),
    ifAny('volume', 'volume', ({ volume }) => volume),
    needed('issue', 'issue', ({ issue }) => issue),
    needed('pages', 'pages', ({ pages }) => pages),
    ifAny('articleNumber', 'articleNumber', ({ articleNumber }) => articleNumber),
    ifAny('date', 'dateOfIssue', ({ date }) => date),
    ifAny('doi', 'doi', ({ doi }) => doi),
    ifAny('issn', 'issn', ({ issn }) => issn),
    ifAny('url', 'url', ({ url }) => url),
  ],
  newspaper: [
    needed('newspaper', 'newspaper', ({ newspaper }) => newspaper),
    needed('date', 'dateOfDocument', ({ date }) => date),
    needed('edition', 'edition', ({ edition }) => edition),
    ifAny('url', 'url', ({ url }) => url),
  ],
  book: imprint,
  chapter: [
    needed('book', 'book', ({ book }) => book),
    ifAny('editors', 'editors', ({ editors }) =>
      editors.length === 0 ? 'none' : { value: editors.join('、') },
    ),
    ...imprint.map((row) => (row.key === 'pages' ? { ...row, isNeeded: true } : row)),
  ],
  report: [
    needed('issuer', 'issuer', ({ issuer }) => issuer),
    needed('number', 'number', ({ number }) => number),
    needed('date', 'dateOfDocument', ({ date }) => date),
    ifAny('url', 'url', ({ url }) => url),
  ],
  web: [
    needed('site', 'site', ({ site }) => site),
    needed('date', 'dateOfRelease', ({ date }) => date),
    needed('url', 'url', ({ url }) => url),
    needed('accessedOn', 'dateOfVisit', ({ accessedOn }) => ({ value: accessedOn })),
  ],
  thesis: [
    needed('school', 'school', ({ school }) => school),
    needed('place', 'placeOfSchool', ({ place }) => place),
    needed('degree', 'degree', ({ degree }) => degree),
    needed('year', 'year', ({ year }) => year),
    ifAny('pages', 'pages', ({ pages }) => pages),
    ifAny('url', 'url', ({ url }) => url),
  ],
  manuscript: [needed('date', 'dateOfManuscript', ({ date }) => date), ...custody],
  interview: [
    needed('date', 'dateOfInterview', ({ date }) => date),
    needed('recordedBy', 'recordedBy', ({ recordedBy }) => recordedBy),
    ...custody,
  ],
};

/** What a source says of itself beside title, names and language. */
export function sourceFacts(source: Source): readonly SourceFact[] {
  // Each row is asked about a source of the kind it stands under.
  const rows = factRows[source.kind] as readonly FactRow<Source>[];
  return rows.map(({ key, name, isNeeded, of }) => ({ key, name, isNeeded, fact: of(source) }));
}

/** What a source of this kind should say and nobody has found yet, by name. */
export const openFacts = (source: Source): readonly SourceFact[] =>
  sourceFacts(source).filter(({ fact, isNeeded }) => isNeeded && fact === 'unknown');

/** The day, month or year the source itself bears; null where it bears none, or we do not know it. */
export function dateOf(source: Source): string | null {
  switch (source.kind) {
    case 'scan':
      return null;
    case 'journal':
      return valueOf(source.date) ?? valueOf(source.year);
    case 'book':
    case 'chapter':
    case 'thesis':
      return valueOf(source.year);
    default:
      return valueOf(source.date);
  }
}
