import { accessSlot } from '#domain/citation/access-slot.ts';
import { ordinal } from '#domain/citation/english.ts';
import {
  paragraphsOf,
  accessOf,
  citedAddress,
  creatorsOf,
  type Book,
  type Chapter,
  type CitableKind,
  type CitableRecord,
  type Creator,
  type Dataset,
  type Interview,
  type JournalArticle,
  type LatinName,
  type Manuscript,
  type Named,
  type NewspaperArticle,
  type RecordLanguage,
  type ReferenceContext,
  type Thesis,
  type WebPage,
} from '#domain/citation/record.ts';
import { valueOf, type Fact } from '#domain/practice/fact.ts';
import { compose, plain, sentence, type RichText } from '#domain/citation/rich-text.ts';

/** GB/T 7714《信息与文献 参考文献著录规则》. The 2025 edition is in force since 2026-07-01. */
export interface GbtForm {
  readonly edition: 2025 | 2015;
  readonly order: 'numeric' | 'author-date' | 'note';
}

/** Examples of the 2025 edition use full-width `，：（）`, half-width `. [ ] / -`; 2015 is set half-width. */
interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

const marksOf: Readonly<Record<GbtForm['edition'], Marks>> = {
  2025: { comma: '，', colon: '：', open: '（', close: '）' },
  2015: { comma: ', ', colon: ': ', open: '(', close: ')' },
};

/** A title nobody has recorded, and a work that has none. House marks: the standard has no placeholder. */
const missingTitle = { unknown: '[题名待考]', none: '[无题名]' } as const;

const words: Readonly<
  Record<RecordLanguage, { readonly others: string; readonly nobody: string }>
> = {
  'zh-CN': { others: '等', nobody: '佚名' },
  en: { others: 'et al.', nobody: 'Anon' },
};

export function gbtReference(
  record: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): RichText {
  return compose([
    form.order === 'numeric' ? `[${context.number ?? 1}]` : null,
    gbtEntry(record, form, context),
  ]);
}

/** The reference without its number. */
export function gbtEntry(
  record: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): RichText {
  const elements = [
    responsibility(record, form, context),
    `${headOf(record, form)}${hostOf(record, form)}`,
    ...publication(record, form, context),
    citedAddress(record, context),
    doiOf(record),
    paragraphNote(form, context),
  ];
  return compose(
    elements.map((element) =>
      element === null || element === '' ? null : `${sentence(element)} `,
    ),
  );
}

/**
 * The mark in the running text; null for notes, which have none.
 * The standard sets a place inside the work behind the bracket, as for page numbers; 第n段 is ours.
 */
export function gbtInText(
  record: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): RichText | null {
  if (form.order === 'note') return null;
  const place = context.locator === undefined ? '' : `第${paragraphsOf(context.locator)}段`;
  if (form.order === 'numeric') return compose([`[${context.number ?? 1}]${place}`]);
  const { comma, open, close } = marksOf[form.edition];
  const inside = [shortResponsibility(record, form), letteredYear(record, context)]
    .filter((part) => part !== null)
    .join(comma);
  return compose([`${open}${inside}${close}${place}`]);
}

/** The mark of an original that was read in a page of ours: in the numeric order that of the entry, else ours. */
export function gbtInTextThrough(
  original: CitableRecord,
  page: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): RichText | null {
  if (form.order !== 'author-date') return gbtInText(page, form, context);
  const { comma, open } = marksOf[form.edition];
  const names = [shortResponsibility(original, form), yearOf(original), '转引自'];
  const debt = names.filter((part) => part !== null).join(comma);
  const own = plain(gbtInText(page, form, context) ?? []);
  return compose([`${open}${debt}${own.slice(open.length)}`]);
}

/**
 * Up to three names, then 等 / et al. Without a name the numeric order starts with the title; the
 * author-date order needs a heading and says 佚名 / Anon.
 */
function responsibility(
  record: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): string | null {
  const { comma } = marksOf[form.edition];
  const creators = creatorsOf(record);
  const { others, nobody } = words[record.language];
  const names = creators.slice(0, 3).map((creator) => nameOf(creator, record.language, form));
  const listed = (creators.length > 3 ? [...names, others] : names).join(comma);
  if (form.order !== 'author-date') return listed === '' ? null : listed;
  const heading = listed === '' ? nobody : listed;
  return [heading, letteredYear(record, context)].filter((part) => part !== null).join(comma);
}

/** In the text a Chinese author is named in full and a Western one by family name; from two on, 等 / et al. */
function shortResponsibility(record: CitableRecord, form: GbtForm): string {
  const [first, second] = creatorsOf(record);
  const { others, nobody } = words[record.language];
  if (first === undefined) return nobody;
  const name =
    first.kind === 'person' &&
    record.language === 'en' &&
    first.latin !== null &&
    !first.latin.familyFirst
      ? first.latin.family
      : nameOf(first, record.language, form);
  if (second === undefined) return name;
  return record.language === 'en' ? `${name} ${others}` : `${name}${others}`;
}

function nameOf(creator: Creator, language: RecordLanguage, form: GbtForm): string {
  if (language === 'zh-CN') return creator.name;
  if (creator.kind === 'team') return creator.latin ?? creator.name;
  return creator.latin === null ? creator.name : latinName(creator.latin, form);
}

/** Western given names as initials without stops; the family name in capitals in 2015, not in 2025. Pinyin in full. */
function latinName({ family, given, familyFirst }: LatinName, { edition }: GbtForm): string {
  if (given === null) return family;
  const surname = edition === 2015 ? family.toUpperCase() : family;
  const initials = given
    .split(/[\s.-]+/u)
    .filter((part) => part !== '')
    .map((part) => [...part][0]);
  return `${surname} ${familyFirst ? given : initials.join(' ')}`;
}

const titleOf = (record: CitableRecord): string =>
  typeof record.title === 'string' ? missingTitle[record.title] : record.title.value.text;

/** A report carries its number behind its title. */
function headOf(record: CitableRecord, form: GbtForm): string {
  const number = record.kind === 'report' ? valueOf(record.number) : null;
  const title = titleOf(record);
  const whole = number === null ? title : `${title}${marksOf[form.edition].colon}${number}`;
  return `${whole}[${typeCode(record, form)}]`;
}

/** Unpublished papers are archives in 2025; 2015 has no code for them but the one for everything else. */
const codes: Readonly<Record<CitableKind, string>> = {
  'web-page': 'EB',
  dataset: 'DS',
  'journal-article': 'J',
  'newspaper-article': 'N',
  book: 'M',
  chapter: 'M',
  report: 'R',
  thesis: 'D',
  manuscript: 'A',
  interview: 'A',
};

function typeCode(record: CitableRecord, { edition }: GbtForm): string {
  const code = codes[record.kind];
  return `${code === 'A' && edition === 2015 ? 'Z' : code}${isOnline(record) ? '/OL' : ''}`;
}

const isOnline = (record: CitableRecord): boolean =>
  record.kind === 'dataset' ||
  record.kind === 'web-page' ||
  valueOf(record.address) !== null ||
  (record.kind === 'journal-article' && valueOf(record.doi) !== null);

/**
 * The year, in square brackets when guessed. An undated work has none: some style files print the
 * year of access there, which readers take for the year of publication.
 */
function yearOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  const year = issued.on.slice(0, 4);
  return issued.guessed ? `[${year}]` : year;
}

/** `2026a`; an undated work has no year to letter. */
function letteredYear(record: CitableRecord, { letter }: ReferenceContext): string | null {
  const year = yearOf(record);
  return year === null ? null : `${year}${letter ?? ''}`;
}

function publication(
  record: CitableRecord,
  form: GbtForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  switch (record.kind) {
    case 'web-page':
      return [`${issueDate(record, form)}${accessDate(record, context)}`];
    case 'dataset':
      return releaseOf(record, form, context);
    case 'journal-article':
      return [journalOf(record, form, context)];
    case 'newspaper-article':
      return [readOnline(newspaperOf(record, form), record, form, context)];
    case 'book':
    case 'chapter':
      return [
        editionOf(record),
        readOnline(imprintOf(record, form, valueOf(record.publisher)), record, form, context),
      ];
    case 'report':
      return [
        readOnline(
          published(record, form, null, nameIn(record.issuer), null),
          record,
          form,
          context,
        ),
      ];
    case 'thesis':
      return [readOnline(imprintOf(record, form, nameIn(record.school)), record, form, context)];
    case 'manuscript':
    case 'interview':
      return [archiveOf(record, form)];
  }
}

const nameIn = (fact: Fact<Named>): string | null => valueOf(fact)?.name ?? null;

/** The book a chapter stands in, with its editors as the standard puts them: before the title, without a word. */
function hostOf(record: CitableRecord, form: GbtForm): string {
  if (record.kind !== 'chapter') return '';
  const { comma } = marksOf[form.edition];
  const book = valueOf(record.book)?.text ?? null;
  if (book === null) return '';
  const names = record.editors.slice(0, 3).map((editor) => nameOf(editor, record.language, form));
  const { others } = words[record.language];
  const editors = (record.editors.length > 3 ? [...names, others] : names).join(comma);
  return `//${editors === '' ? '' : `${sentence(editors)} `}${book}`;
}

/** `2版` or, of an English book, `2nd ed.` */
function editionOf(record: Book | Chapter): string | null {
  const number = valueOf(record.bookEdition);
  if (number === null) return null;
  return record.language === 'en' ? `${ordinal(number)} ed.` : `${number}版`;
}

const imprintOf = (
  record: Book | Chapter | Thesis,
  form: GbtForm,
  publisher: string | null,
): string => published(record, form, valueOf(record.place), publisher, valueOf(record.pages));

/** `青川：青川出版社，2023：12-18`; the author-date order has said the year already. */
function published(
  record: CitableRecord,
  form: GbtForm,
  place: string | null,
  publisher: string | null,
  pages: string | null,
): string {
  const { comma, colon } = marksOf[form.edition];
  const house = [place, publisher].filter((part) => part !== null).join(colon);
  const year = form.order === 'author-date' ? null : yearOf(record);
  const row = [house, year].filter((part) => part !== null && part !== '').join(comma);
  if (pages === null) return row;
  return row === '' ? pages : `${row}${colon}${pages}`;
}

/** Newspapers keep their full date in every order. */
function newspaperOf(article: NewspaperArticle, form: GbtForm): string {
  const { comma, open, close } = marksOf[form.edition];
  const page = valueOf(article.page);
  const row = [valueOf(article.newspaper)?.text ?? null, fullDate(article)]
    .filter((part) => part !== null)
    .join(comma);
  return page === null ? row : `${row}${open}${page}${close}`;
}

/** 2015 dates what is not a newspaper by its year alone. */
function archiveOf(record: Manuscript | Interview, form: GbtForm): string {
  const date = form.edition === 2015 ? yearOf(record) : fullDate(record);
  return [nameIn(record.heldAt), date]
    .filter((part) => part !== null)
    .join(marksOf[form.edition].comma);
}

function fullDate(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  return issued.guessed ? `[${issued.on.slice(0, 4)}]` : issued.on;
}

/** 2015 dates the access to whatever has an address; 2025 only that to web pages and data. */
const readOnline = (
  row: string,
  record: CitableRecord,
  { edition }: GbtForm,
  context: ReferenceContext,
): string =>
  edition === 2015 && valueOf(record.address) !== null
    ? `${row}${accessDate(record, context)}`
    : row;

/** A bracketed date follows the publisher directly, a bare or guessed year after a comma. */
function releaseOf(dataset: Dataset, form: GbtForm, context: ReferenceContext): readonly string[] {
  const { comma, open } = marksOf[form.edition];
  const date = issueDate(dataset, form);
  const joint = date === '' || date.startsWith(open) ? '' : comma;
  return [
    `V${dataset.version}`,
    `${dataset.publisher.name}${joint}${date}${accessDate(dataset, context)}`,
  ];
}

/** 2015 puts a full date in brackets and prints a bare year for anything coarser; 2025 brackets every date. */
function issueDate(record: WebPage | Dataset, form: GbtForm): string {
  const issued = valueOf(record.issued);
  if (issued === null) return '';
  if (issued.guessed) return form.order === 'author-date' ? '' : `[${issued.on.slice(0, 4)}]`;
  const { open, close } = marksOf[form.edition];
  const isCoarse = issued.on.length < 'yyyy-mm-dd'.length;
  return form.edition === 2015 && isCoarse ? issued.on.slice(0, 4) : `${open}${issued.on}${close}`;
}

const accessDate = (record: CitableRecord, context: ReferenceContext): string =>
  `[${accessOf(record, context) ?? accessSlot}]`;

/**
 * Journal, year, volume (issue): pages. The author-date order has said the year already, unless the
 * article has neither volume nor issue: then 2025 wants its full date. 2015 dates the access to an
 * address, 2025 no longer does.
 */
function journalOf(
  article: JournalArticle,
  form: GbtForm,
  context: ReferenceContext,
): string | null {
  const { comma, colon, open, close } = marksOf[form.edition];
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const pages = valueOf(article.pages) ?? valueOf(article.articleNumber);
  const isUnnumbered = volume === null && issue === null;
  const date =
    form.order === 'author-date' && !isUnnumbered ? null : journalDate(article, form, isUnnumbered);
  const row = [valueOf(article.journal)?.text ?? null, date, volume]
    .filter((part) => part !== null)
    .join(comma);
  const numbered = issue === null ? row : `${row}${open}${issue}${close}`;
  const paged = pages === null ? numbered : `${numbered}${numbered === '' ? '' : colon}${pages}`;
  if (paged === '') return null;
  return readOnline(paged, article, form, context);
}

function journalDate(article: JournalArticle, form: GbtForm, isUnnumbered: boolean): string | null {
  const issued = valueOf(article.issued);
  if (issued === null || (form.order === 'author-date' && valueOf(article.journal) === null))
    return null;
  return isUnnumbered && form.edition === 2025 && !issued.guessed ? issued.on : yearOf(article);
}

/** 2025: a persistent identifier is not repeated if it is part of the address. */
function doiOf(record: CitableRecord): string | null {
  const doi = record.kind === 'journal-article' ? valueOf(record.doi) : null;
  if (doi === null || valueOf(record.address)?.includes(doi) === true) return null;
  return `DOI:${doi}`;
}

/** The standard has no paragraph element for web pages, so a note states it behind the reference, in our form. */
const paragraphNote = ({ order }: GbtForm, { locator }: ReferenceContext): string | null =>
  order === 'note' && locator !== undefined ? `第${paragraphsOf(locator)}段` : null;
