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

/** What a kind is called, in the order editors are offered them. */
export const sourceKinds: Readonly<Record<SourceKind, string>> = {
  journal: '期刊文章',
  newspaper: '报纸文章',
  book: '图书',
  chapter: '书里的一篇',
  report: '报告或公文',
  web: '网页',
  thesis: '学位论文',
  manuscript: '内部稿',
  interview: '访谈',
  scan: '刊名不详的扫描件',
};

/** One thing a kind of source says of itself. */
export interface SourceFact {
  readonly key: string;
  readonly label: string;
  readonly fact: Text;
  /** Whether a record of this kind is incomplete without it. */
  readonly isNeeded: boolean;
}

interface FactRow<S extends Source> {
  readonly key: string;
  readonly label: string;
  readonly isNeeded: boolean;
  readonly of: (source: S) => Text;
}

const needed = <S extends Source>(
  key: string,
  label: string,
  of: (source: S) => Text,
): FactRow<S> => ({ key, label, isNeeded: true, of });
const ifAny = <S extends Source>(
  key: string,
  label: string,
  of: (source: S) => Text,
): FactRow<S> => ({ key, label, isNeeded: false, of });

const unknown = (): Text => 'unknown';

const imprint: readonly FactRow<BookSource | ChapterSource>[] = [
  needed('place', '出版地', ({ place }) => place),
  needed('publisher', '出版者', ({ publisher }) => publisher),
  needed('year', '出版年', ({ year }) => year),
  ifAny('edition', '版次', ({ edition }) => edition),
  ifAny('pages', '页码', ({ pages }) => pages),
  ifAny('isbn', 'ISBN', ({ isbn }) => isbn),
  ifAny('url', '网址', ({ url }) => url),
];

const custody: readonly FactRow<ManuscriptSource | InterviewSource>[] = [
  needed('heldAt', '可查阅处', ({ heldAt }) => heldAt),
  needed('holder', '保管者', ({ holder }) => holder),
];

/** What each kind says beside title, names and language, in the order readers see it. */
const factRows: { readonly [Kind in SourceKind]: readonly FactRow<SourceOf<Kind>>[] } = {
  scan: [
    needed('journal', '刊名', unknown),
    needed('year', '年', unknown),
    needed('issue', '期', unknown),
    needed('pages', '页码', unknown),
  ],
  journal: [
    needed('journal', '刊名', ({ journal }) => journal),
    needed('year', '年份', ({ year }) => year),
    ifAny('volume', '卷', ({ volume }) => volume),
    needed('issue', '期号', ({ issue }) => issue),
    needed('pages', '页码', ({ pages }) => pages),
    ifAny('articleNumber', '文章编号', ({ articleNumber }) => articleNumber),
    ifAny('date', '刊出日期', ({ date }) => date),
    ifAny('doi', 'DOI', ({ doi }) => doi),
    ifAny('issn', 'ISSN', ({ issn }) => issn),
    ifAny('url', '网址', ({ url }) => url),
  ],
  newspaper: [
    needed('newspaper', '报名', ({ newspaper }) => newspaper),
    needed('date', '日期', ({ date }) => date),
    needed('edition', '版次', ({ edition }) => edition),
    ifAny('url', '网址', ({ url }) => url),
  ],
  book: imprint,
  chapter: [
    needed('book', '书名', ({ book }) => book),
    ifAny('editors', '主编', ({ editors }) =>
      editors.length === 0 ? 'none' : { value: editors.join('、') },
    ),
    ...imprint.map((row) => (row.key === 'pages' ? { ...row, isNeeded: true } : row)),
  ],
  report: [
    needed('issuer', '发布机关', ({ issuer }) => issuer),
    needed('number', '文号', ({ number }) => number),
    needed('date', '日期', ({ date }) => date),
    ifAny('url', '网址', ({ url }) => url),
  ],
  web: [
    needed('site', '网站', ({ site }) => site),
    needed('date', '发布日期', ({ date }) => date),
    needed('url', '网址', ({ url }) => url),
    needed('accessedOn', '查阅日期', ({ accessedOn }) => ({ value: accessedOn })),
  ],
  thesis: [
    needed('school', '学校', ({ school }) => school),
    needed('place', '地点', ({ place }) => place),
    needed('degree', '学位', ({ degree }) => degree),
    needed('year', '年份', ({ year }) => year),
    ifAny('pages', '页码', ({ pages }) => pages),
    ifAny('url', '网址', ({ url }) => url),
  ],
  manuscript: [needed('date', '成稿日期', ({ date }) => date), ...custody],
  interview: [
    needed('date', '访谈日期', ({ date }) => date),
    needed('recordedBy', '记录者', ({ recordedBy }) => recordedBy),
    ...custody,
  ],
};

/** What a source says of itself beside title, names and language. */
export function sourceFacts(source: Source): readonly SourceFact[] {
  // Each row is asked about a source of the kind it stands under.
  const rows = factRows[source.kind] as readonly FactRow<Source>[];
  return rows.map(({ key, label, isNeeded, of }) => ({ key, label, isNeeded, fact: of(source) }));
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
