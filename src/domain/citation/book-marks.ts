/**
 * The notes of Chinese law and social science journals, which set titles in 《》: 《法学引注手册》, second
 * edition, and the rules of 《中国社会科学》. What neither gives stands at its place as ours.
 */
import { englishNoteClause } from '#domain/citation/book-marks-english.ts';
import {
  accessOf,
  citedAddress,
  creatorsOf,
  paragraphsOf,
  type Book,
  type Chapter,
  type CitableRecord,
  type Dataset,
  type Interview,
  type JournalArticle,
  type Manuscript,
  type Named,
  type NewspaperArticle,
  type Report,
  type ReferenceContext,
  type Thesis,
  type WebPage,
} from '#domain/citation/record.ts';
import { compose, fullStop, plain, type RichText } from '#domain/citation/rich-text.ts';
import { accessSlotInWords, dayInWords } from '#domain/citation/access-slot.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';

/** `law` says 载 before what holds a work and joins publisher and year; `society` gives each its comma. */
export type BookMarkForm = 'law' | 'society';

/** A note of its own, with its full stop. */
export function bookMarkNote(
  record: CitableRecord,
  form: BookMarkForm,
  context: ReferenceContext,
): RichText {
  const clause = bookMarkClause(record, form, context);
  return compose([clause, record.language === 'en' ? fullStop(plain(clause)) : '。']);
}

/** The note without its full stop, to be led on from: `…，转引自…`. */
export const bookMarkClause = (
  record: CitableRecord,
  form: BookMarkForm,
  context: ReferenceContext,
): RichText =>
  record.language === 'en'
    ? englishNoteClause(record, form, context)
    : compose([`${responsible(record, form)}${titleOf(record)}${rest(record, form, context)}`]);

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('，');

/** Law names the first two of more than three; the other names all. */
function responsible(record: CitableRecord, form: BookMarkForm): string {
  const names = creatorsOf(record).map(({ name }) => name);
  if (names.length === 0) return '';
  const isShortened = form === 'law' && names.length > 3;
  return `${(isShortened ? names.slice(0, 2) : names).join('、')}${isShortened ? '等' : ''}：`;
}

/** House marks: neither has a placeholder for a title nobody knows. */
const missingTitle = { unknown: '[题名待考]', none: '[无题名]' } as const;

const titleOf = ({ title }: CitableRecord): string =>
  typeof title === 'string' ? missingTitle[title] : inBookMarks(title.value.text);

/** Marks inside turn single, and single ones double again (GB/T 15834 4.15). */
const inBookMarks = (title: string): string =>
  `《${title.replace(/[《》〈〉]/gu, (mark) => ({ '《': '〈', '》': '〉', '〈': '《', '〉': '》' })[mark] ?? mark)}》`;

const nameIn = (fact: Fact<Named>): string | null => valueOf(mapFact(fact, ({ name }) => name));

/** `2026年9月1日`, as precise as it is known; a guessed year stands in brackets. */
function dateOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  return issued.guessed ? `[${issued.on.slice(0, 4)}]年` : dayInWords(issued.on);
}

function yearOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  const year = issued.on.slice(0, 4);
  return issued.guessed ? `[${year}]年` : `${year}年`;
}

const accessDay = (record: CitableRecord, context: ReferenceContext): string => {
  const day = accessOf(record, context);
  return day === null ? accessSlotInWords : dayInWords(day);
};

/** Neither counts the paragraphs of a page; where they would say the page is ours. */
const placeOf = ({ locator }: ReferenceContext, pages: string | null): string | null =>
  locator === undefined ? pages : `第${paragraphsOf(locator)}段`;

const pagesOf = (fact: Fact<string>, form: BookMarkForm): string | null => {
  const pages = valueOf(fact);
  return pages === null ? null : `第${form === 'law' ? pages : pages.replace(/[-–]/gu, '—')}页`;
};

/** All behind the title, with the comma before it. */
function rest(record: CitableRecord, form: BookMarkForm, context: ReferenceContext): string {
  const parts = partsOf(record, form, context);
  const [first, ...others] = parts.flatMap((part) => (part === null || part === '' ? [] : [part]));
  if (first === undefined) return '';
  return `${first.startsWith('（') ? '' : '，'}${joined([first, ...others])}`;
}

function partsOf(
  record: CitableRecord,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  switch (record.kind) {
    case 'web-page':
      return sitePage(record, record.site?.name ?? null, form, context);
    case 'dataset':
      return [`（V${record.version}）`, ...sitePage(record, record.publisher.name, form, context)];
    case 'journal-article':
      return journal(record, form, context);
    case 'newspaper-article':
      return newspaper(record, form, context);
    case 'book':
      return [bookEdition(record), ...imprint(record, form, context)];
    case 'chapter':
      return [host(record, form), ...imprint(record, form, context)];
    case 'report':
      return report(record, form, context);
    case 'thesis':
      return thesis(record, form, context);
    case 'manuscript':
    case 'interview':
      return unpublished(record, context);
  }
}

/**
 * Law names the site and its day, and says when an undated page was read; the other gives the day of the
 * page, the address and the day of reading.
 */
function sitePage(
  record: WebPage | Dataset,
  site: string | null,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const date = dateOf(record);
  const place = placeOf(context, null);
  const address = citedAddress(record, context);
  const readOn = accessDay(record, context);
  if (form === 'society') return [date, place, address, address === null ? null : readOn];
  const holder = site === null ? date : `载${site}${date ?? ''}`;
  return [holder, place, address, date === null && address !== null ? `${readOn}访问` : null];
}

/** `载《青川治理》2023年第4期`, or without 载; a volume makes the year a part of its own. */
function journal(
  article: JournalArticle,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const name = valueOf(article.journal);
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const number = issue === null ? '' : `第${issue}期`;
  const articleNumber = valueOf(article.articleNumber);
  const place = placeOf(
    context,
    pagesOf(article.pages, form) ?? (articleNumber === null ? null : `文章编号${articleNumber}`),
  );
  const isByVolume = volume !== null && (form === 'society' || issue === null);
  const numbered = isByVolume
    ? joined([`第${volume}卷${number}`, yearOf(article)])
    : issue === null
      ? (dateOf(article) ?? '')
      : `${yearOf(article) ?? ''}${number}`;
  const holder = name === null ? '' : inBookMarks(name.text);
  const said = `${holder}${numbered}`;
  const held = said === '' ? null : `${form === 'law' && holder !== '' ? '载' : ''}${said}`;
  return [held, place, ...onlineOnly(article, place, context)];
}

function newspaper(
  article: NewspaperArticle,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const name = valueOf(article.newspaper);
  const page = valueOf(article.page);
  const holder = name === null ? '' : `${form === 'law' ? '载' : ''}${inBookMarks(name.text)}`;
  const place = placeOf(context, page === null ? null : `第${page.replace(/^0+(?=\d)/u, '')}版`);
  return [`${holder}${dateOf(article) ?? ''}`, place, ...onlineOnly(article, place, context)];
}

/** What can be found on paper is cited from paper. */
const onlineOnly = (
  record: CitableRecord,
  place: string | null,
  context: ReferenceContext,
): readonly (string | null)[] => (place === null ? [citedAddress(record, context)] : []);

const bookEdition = (record: Book | Chapter): string | null => {
  const number = valueOf(record.bookEdition);
  return number === null ? null : `（第${number}版）`;
};

/** `载王建国主编：《青川治理十年》`; the other says it without 载. */
function host(chapter: Chapter, form: BookMarkForm): string | null {
  const book = valueOf(chapter.book);
  const edition = bookEdition(chapter) ?? '';
  if (book === null) return edition === '' ? null : edition;
  const names = chapter.editors.map(({ name }) => name);
  const editors = names.length === 0 ? '' : `${names.join('、')}主编：`;
  return `${form === 'law' ? '载' : ''}${editors}${inBookMarks(book.text)}${edition}`;
}

/** `青川出版社2023年版`, or `青川：青川出版社，2023年`. */
function imprint(
  record: Book | Chapter,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const publisher = valueOf(record.publisher);
  const place = valueOf(record.place);
  const year = yearOf(record);
  const pages = placeOf(context, pagesOf(record.pages, form));
  if (form === 'law') {
    const published = year === null ? publisher : `${publisher ?? ''}${year}版`;
    return [published, pages, ...onlineOnly(record, pages, context)];
  }
  const house = [place, publisher].filter((part) => part !== null).join('：');
  return [house, year, pages, ...onlineOnly(record, pages, context)];
}

/** An official document carries its number behind its title; who issued it is not named twice. */
function report(
  record: Report,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const number = valueOf(record.number);
  const issuer = nameIn(record.issuer);
  const isAuthor = creatorsOf(record).some(({ name }) => name === issuer);
  const date = dateOf(record);
  const issued = isAuthor || issuer === null ? [date] : [issuer, date];
  return [
    number === null ? null : `（${number}）`,
    ...(form === 'law' ? [issued.join('')] : issued),
    placeOf(context, null),
    citedAddress(record, context),
  ];
}

function thesis(
  record: Thesis,
  form: BookMarkForm,
  context: ReferenceContext,
): readonly (string | null)[] {
  const degree = valueOf(record.degree);
  const kind = `${degree === null ? '' : degree === 'doctor' ? '博士' : '硕士'}学位论文`;
  const school = nameIn(record.school);
  const pages = placeOf(context, pagesOf(record.pages, form));
  const year = yearOf(record);
  return form === 'law'
    ? [`${school ?? ''}${year ?? ''}${kind}`, pages]
    : [kind, school, year, pages];
}

/** Papers and talks, as both give what is kept in an archive. */
function unpublished(
  record: Manuscript | Interview,
  context: ReferenceContext,
): readonly (string | null)[] {
  const recordedBy = record.kind === 'interview' ? nameIn(record.recordedBy) : null;
  const heldAt = nameIn(record.heldAt);
  return [
    recordedBy === null ? null : `${recordedBy}访谈`,
    dateOf(record),
    placeOf(context, null),
    heldAt === null ? null : `${heldAt}藏`,
  ];
}
