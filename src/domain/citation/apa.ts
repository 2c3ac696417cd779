import {
  accessSlot,
  editionOf,
  americanDate,
  inBrackets,
  insideQuotation,
  journalName,
  listed,
  monthAndDay,
  nameIn,
  pageRange,
  printedName,
  printedTitle,
  quoted,
  shortName,
  shortNames,
  wholePages,
} from '#domain/citation/english.ts';
import {
  abbreviatedParagraphs,
  accessOf,
  creatorsOf,
  linkOf,
  type Book,
  type Chapter,
  type CitableRecord,
  type Creator,
  type JournalArticle,
  type NewspaperArticle,
  type ReferenceContext,
} from '#domain/citation/record.ts';
import { valueOf } from '#domain/practice/fact.ts';
import {
  compose,
  fullStop,
  italic,
  plain,
  roman,
  sentence,
  type RichText,
} from '#domain/citation/rich-text.ts';

/** Publication Manual of the American Psychological Association, 7th edition, chapter 10. */
export function apaReference(record: CitableRecord, context: ReferenceContext): RichText {
  const names = nameList(creatorsOf(record));
  const title = apaTitle(record);
  const date = `(${dateOf(record, context)}).`;
  const heading =
    names === null ? [title, ` ${date} `] : [`${sentence(names)} ${date} `, title, ' '];
  return compose([...heading, ...container(record, context)]);
}

/** `(Li & Ouyang, 2026, para. 7)`; without a creator the title stands in. */
export function apaInText(record: CitableRecord, context: ReferenceContext): RichText {
  const { locator } = context;
  const place = locator === undefined ? '' : `, ${abbreviatedParagraphs('para', locator)}`;
  const names = shortNames(record, '&');
  const who = names === null ? titleInText(record) : roman(`${names},`);
  return inBrackets([who, ` ${yearOf(record, context)}${place}`]);
}

/** The year for running text: `2026`, `ca. 2022`, `n.d.`; lettered `2026a`, `n.d.-a` (APA 8.19). */
export function yearOf(
  record: CitableRecord,
  { letter }: Pick<ReferenceContext, 'letter'>,
): string {
  const issued = valueOf(record.issued);
  if (issued === null) return letter === undefined ? 'n.d.' : `n.d.-${letter}`;
  const year = `${issued.on.slice(0, 4)}${letter ?? ''}`;
  return issued.guessed ? `ca. ${year}` : year;
}

/** Titles of works that stand alone are in italics, articles of a journal are not. */
function titleInText(record: CitableRecord): RichText {
  const title = printedTitle(record);
  return isPart(record) ? quoted(title, ',') : compose([italic(title.text), ',']);
}

/** What stands in something greater: its own title is in roman, that of the whole in italics. */
const isPart = ({ kind }: CitableRecord): boolean =>
  kind === 'journal-article' || kind === 'newspaper-article' || kind === 'chapter';

/** Up to 20 names; of more, the first 19 and the last (APA 9.8). */
function nameList(creators: readonly Creator[]): string | null {
  const last = creators[creators.length - 1];
  if (last === undefined) return null;
  const before = creators.slice(0, -1);
  if (creators.length > 20)
    return `${before.slice(0, 19).map(apaName).join(', ')}, . . . ${apaName(last)}`;
  if (before.length === 0) return apaName(last);
  const comma = before.length > 1 || before.some(hasInitials) ? ',' : '';
  return `${before.map(apaName).join(', ')}${comma} & ${apaName(last)}`;
}

const hasInitials = (creator: Creator): boolean =>
  creator.kind === 'person' && creator.latin !== null && creator.latin.given !== null;

/** `Smith, J. A.`, `Ouyang, J.`, `Li, J.-P.`; teams and unsplit names in full. */
function apaName(creator: Creator): string {
  if (creator.kind === 'team') return printedName(creator);
  const { latin } = creator;
  if (latin === null || latin.given === null) return shortName(creator);
  const initials = latin.given.split(/\s+/u).map((part) => part.split('-').map(initial).join('-'));
  return `${latin.family}, ${initials.join(' ')}`;
}

const initial = (part: string): string => `${[...part][0] ?? ''}.`;

function apaTitle(record: CitableRecord): RichText {
  const { text, gloss, isMissing } = printedTitle(record);
  const set = isMissing || isPart(record) ? roman : italic;
  const rest = `${gloss}${detailOf(record)}`;
  if (rest !== '') return compose([set(text), `${rest}.`]);
  return /[”’]$/u.test(text)
    ? set(insideQuotation(text, fullStop(text)))
    : compose([set(text), fullStop(text)]);
}

const degrees = { doctor: 'Doctoral dissertation', master: 'Master’s thesis' } as const;

/** What is said in brackets behind a title, with the blank before it. */
function detailOf(record: CitableRecord): string {
  switch (record.kind) {
    case 'dataset':
      return ` (Version ${record.version}) [Data set]`;
    case 'book':
      return inParentheses([editionOf(record), pagesOf(record)]);
    case 'report':
      return inParentheses([valueOf(record.number)]);
    case 'thesis': {
      const degree = valueOf(record.degree);
      return ` [${degree === null ? 'Thesis' : degrees[degree]}]`;
    }
    case 'manuscript':
      return ' [Unpublished manuscript]';
    case 'interview': {
      const name = valueOf(record.recordedBy)?.name ?? null;
      return inParentheses([name, name === null ? null : 'Interviewer']);
    }
    default:
      return '';
  }
}

function inParentheses(parts: readonly (string | null)[]): string {
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? '' : ` (${present.join(', ')})`;
}

function pagesOf({ pages }: Book | Chapter): string | null {
  const run = valueOf(pages);
  if (run === null) return null;
  return `${/[-,]/u.test(run) ? 'pp.' : 'p.'} ${pageRange(run, wholePages)}`;
}

const fullyDated: ReadonlySet<CitableRecord['kind']> = new Set([
  'web-page',
  'newspaper-article',
  'interview',
]);

/** Pages, newspapers and talks carry the full date, everything else the year. */
function dateOf(record: CitableRecord, context: ReferenceContext): string {
  const issued = valueOf(record.issued);
  if (!fullyDated.has(record.kind) || issued === null || issued.guessed)
    return yearOf(record, context);
  return [yearOf(record, context), monthAndDay(issued.on)]
    .filter((part) => part !== null)
    .join(', ');
}

function container(
  record: CitableRecord,
  context: ReferenceContext,
): readonly (RichText | string | null)[] {
  const address = addressOf(record, context);
  switch (record.kind) {
    case 'journal-article':
      return [journalOf(record), ' ', address];
    case 'newspaper-article':
      return [newspaperOf(record), ' ', address];
    case 'book':
      return [houseOf(record, valueOf(record.publisher)), address];
    case 'chapter':
      return [hostOf(record), ' ', houseOf(record, valueOf(record.publisher)), address];
    case 'report':
      return [houseOf(record, nameIn(record.issuer)), address];
    case 'thesis':
      return [houseOf(record, nameIn(record.school)), address];
    case 'manuscript':
    case 'interview':
      return [houseOf(record, nameIn(record.heldAt)), address];
    case 'dataset':
      return [houseOf(record, printedName(record.publisher)), address];
    case 'web-page':
      return [houseOf(record, record.site === null ? null : printedName(record.site)), address];
  }
}

/** Who publishes; left out where it would repeat the author (APA 9.29, 10.16). */
function houseOf(record: CitableRecord, name: string | null): string | null {
  if (name === null) return null;
  const [first, second] = creatorsOf(record);
  const isAuthor =
    first !== undefined &&
    second === undefined &&
    (shortName(first) === name || first.name === name);
  return isAuthor ? null : `${sentence(name)} `;
}

/** `In M. Lee & T. Brown (Eds.), Handbook (2nd ed., pp. 112–118).` */
function hostOf(chapter: Chapter): RichText | null {
  const book = valueOf(chapter.book);
  const details = inParentheses([editionOf(chapter), pagesOf(chapter)]);
  if (book === null && chapter.editors.length === 0) {
    return details === '' ? null : roman(`${details.trim()}.`);
  }
  const names = chapter.editors.map(initialsFirst);
  const role = names.length > 1 ? '(Eds.)' : '(Ed.)';
  return compose([
    'In ',
    names.length === 0 ? null : `${listed(names, '&')} ${role}${book === null ? '' : ', '}`,
    book === null ? null : italic(journalName(book)),
    `${details}.`,
  ]);
}

/** `M. Lee`, 王建国. */
function initialsFirst(creator: Creator): string {
  if (creator.kind === 'team' || creator.latin === null || creator.latin.given === null)
    return printedPerson(creator);
  return apaName(creator).split(', ').reverse().join(' ');
}

const printedPerson = (creator: Creator): string =>
  creator.kind === 'team' ? printedName(creator) : shortName(creator);

function newspaperOf(article: NewspaperArticle): RichText | null {
  const newspaper = valueOf(article.newspaper);
  const page = valueOf(article.page);
  if (newspaper === null) return page === null ? null : roman(`${page}.`);
  const row = compose([italic(journalName(newspaper)), page === null ? null : `, ${page}`]);
  return compose([row, fullStop(plain(row))]);
}

function journalOf(article: JournalArticle): RichText | null {
  const journal = valueOf(article.journal);
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const pages = valueOf(article.pages);
  const articleNumber = valueOf(article.articleNumber);
  const number = issue === null ? null : `(${issue})`;
  const row: readonly (RichText | null)[] = [
    journal === null ? null : italic(journalName(journal)),
    volume === null ? (number === null ? null : roman(number)) : compose([italic(volume), number]),
    pages !== null
      ? roman(pageRange(pages, wholePages))
      : articleNumber === null
        ? null
        : roman(`Article ${articleNumber}`),
  ];
  const present = row.filter((part) => part !== null);
  if (present.length === 0) return null;
  const text = compose(present.flatMap((part, index) => (index === 0 ? [part] : [', ', part])));
  return compose([text, fullStop(plain(text))]);
}

/** No full stop behind an address. A page without a date states when it was read. */
function addressOf(record: CitableRecord, context: ReferenceContext): string | null {
  const address = linkOf(record, context);
  const isSite = record.kind === 'web-page' || record.kind === 'dataset';
  if (address === null || !isSite || valueOf(record.issued) !== null) return address;
  const accessedOn = accessOf(record, context);
  return `Retrieved ${accessedOn === null ? accessSlot : americanDate(accessedOn)}, from ${address}`;
}
