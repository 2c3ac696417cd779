/** Works in English as notes of Chinese journals name them: in their own language. */
import { accessSlot } from '#domain/citation/access-slot.ts';
import type { BookMarkForm } from '#domain/citation/book-marks.ts';
import {
  americanDate,
  editionOf,
  listed,
  nameIn,
  printedName,
  spokenName,
} from '#domain/citation/english.ts';
import {
  abbreviatedParagraphs,
  accessOf,
  citedAddress,
  creatorsOf,
  type Book,
  type Chapter,
  type CitableRecord,
  type Creator,
  type Dataset,
  type JournalArticle,
  type ReferenceContext,
  type WebPage,
} from '#domain/citation/record.ts';
import { compose, italic, roman, type RichText } from '#domain/citation/rich-text.ts';
import { valueOf, type Fact } from '#domain/practice/fact.ts';

type Parts = readonly (RichText | string | null)[];

/** Law sets every title in italics; the other an article in quotation marks and a book in italics. */
export function englishNoteClause(
  record: CitableRecord,
  form: BookMarkForm,
  context: ReferenceContext,
): RichText {
  const names = namesOf(creatorsOf(record), form);
  const isQuoted = form === 'society' && record.kind !== 'book' && record.kind !== 'report';
  const parts = partsOf(record, form, context).flatMap((part) =>
    part === null || part === '' ? [] : [part],
  );
  return compose([
    names === '' ? null : `${names}, `,
    titleOf(record, isQuoted, parts.length > 0 ? ',' : ''),
    ...parts.flatMap((part, index) => [index === 0 && isQuoted ? ' ' : ', ', part]),
  ]);
}

/** House marks in place of a title that cannot be printed. */
const missingTitle = { unknown: '[title unknown]', none: '[untitled]' } as const;

function titleOf({ title }: CitableRecord, isQuoted: boolean, mark: ',' | ''): RichText {
  if (typeof title === 'string') return roman(`${missingTitle[title]}${isQuoted ? mark : ''}`);
  return isQuoted ? roman(`“${title.value.text}${mark}”`) : italic(title.value.text);
}

/** Of more than three only the first, as Chicago does in notes. */
function namesOf(creators: readonly Creator[], form: BookMarkForm): string {
  const names = creators.map(spokenName);
  if (names.length > 3) return `${names[0] ?? ''} et al.`;
  return listed(names, form === 'law' ? '&' : 'and');
}

const dateOf = (record: CitableRecord): string | null => {
  const issued = valueOf(record.issued);
  return issued === null || issued.guessed ? yearOf(record) : americanDate(issued.on);
};

function yearOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  const year = issued.on.slice(0, 4);
  return issued.guessed ? `[${year}?]` : year;
}

const placeOf = ({ locator }: ReferenceContext, pages: string | null): string | null =>
  locator === undefined ? pages : abbreviatedParagraphs('para', locator);

/** Law says p. of many pages as of one. */
function pagesOf(fact: Fact<string>, form: BookMarkForm): string | null {
  const pages = valueOf(fact);
  if (pages === null) return null;
  return `${form === 'society' && /[-–,]/u.test(pages) ? 'pp.' : 'p.'} ${pages}`;
}

function partsOf(record: CitableRecord, form: BookMarkForm, context: ReferenceContext): Parts {
  const named = form === 'law' ? roman : italic;
  switch (record.kind) {
    case 'journal-article':
      return form === 'law' ? [lawJournal(record, context)] : journal(record, context);
    case 'newspaper-article': {
      const newspaper = valueOf(record.newspaper);
      const page = valueOf(record.page);
      return [
        newspaper === null ? null : named(newspaper.text),
        dateOf(record),
        placeOf(context, page === null ? null : `p. ${page}`),
      ];
    }
    case 'book':
      return imprint(record, form, context);
    case 'chapter':
      return [host(record, named), ...imprint(record, form, context)];
    case 'web-page':
    case 'dataset':
      return sitePage(record, form, context);
    case 'report':
      return [
        valueOf(record.number),
        nameIn(record.issuer),
        dateOf(record),
        placeOf(context, null),
        citedAddress(record, context),
      ];
    case 'thesis':
      return [
        valueOf(record.degree) === 'master' ? 'master’s thesis' : 'PhD dissertation',
        nameIn(record.school),
        yearOf(record),
        placeOf(context, pagesOf(record.pages, form)),
      ];
    case 'manuscript':
      return [dateOf(record), placeOf(context, null), nameIn(record.heldAt)];
    case 'interview': {
      const recordedBy = nameIn(record.recordedBy);
      return [
        recordedBy === null ? null : `interview by ${recordedBy}`,
        dateOf(record),
        placeOf(context, null),
        nameIn(record.heldAt),
      ];
    }
  }
}

/** `8 Journal of Local Governance 101 (2022)` */
function lawJournal(article: JournalArticle, context: ReferenceContext): string {
  const year = yearOf(article);
  const pages = valueOf(article.pages) ?? valueOf(article.articleNumber);
  return [
    valueOf(article.volume),
    valueOf(article.journal)?.text ?? null,
    placeOf(context, pages),
    year === null ? null : `(${year})`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** `Journal of Local Governance, vol. 8, no. 2 (April 2022), pp. 101-120` */
function journal(article: JournalArticle, context: ReferenceContext): Parts {
  const name = valueOf(article.journal);
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const date = dateOf(article);
  const numbers = [
    volume === null ? null : `vol. ${volume}`,
    issue === null ? null : `no. ${issue}`,
  ].filter((part) => part !== null);
  const dated = [numbers.join(', '), date === null ? '' : `(${date})`].filter(
    (part) => part !== '',
  );
  return [
    name === null ? null : italic(name.text),
    numbers.length === 0 ? date : dated.join(' '),
    placeOf(context, pagesOf(article.pages, 'society') ?? valueOf(article.articleNumber)),
  ];
}

/** `in Mary Lee and Tom Brown, eds., Handbook` */
function host(chapter: Chapter, named: (text: string) => RichText): RichText | null {
  const book = valueOf(chapter.book);
  if (book === null) return null;
  const names = listed(chapter.editors.map(spokenName), 'and');
  const role = chapter.editors.length > 1 ? 'eds.' : 'ed.';
  return compose(['in ', names === '' ? null : `${names}, ${role}, `, named(book.text)]);
}

/** Law leaves out the place. */
function imprint(record: Book | Chapter, form: BookMarkForm, context: ReferenceContext): Parts {
  const place = form === 'law' ? null : valueOf(record.place);
  const house = [place, valueOf(record.publisher)].filter((part) => part !== null).join(': ');
  const pages = placeOf(context, pagesOf(record.pages, form));
  return [editionOf(record), house, yearOf(record), pages];
}

/** Law says when an undated page was read, the other of every page. */
function sitePage(record: WebPage | Dataset, form: BookMarkForm, context: ReferenceContext): Parts {
  const site = record.kind === 'dataset' ? record.publisher : record.site;
  const date = dateOf(record);
  const address = citedAddress(record, context);
  const readOn = accessOf(record, context);
  const isRead = address !== null && (form === 'society' || date === null);
  return [
    record.kind === 'dataset' ? `version ${record.version}` : null,
    site === null ? null : printedName(site),
    date,
    placeOf(context, null),
    address,
    isRead ? (readOn === null ? `[${accessSlot}]` : americanDate(readOn)) : null,
  ];
}
