import {
  accessSlot,
  americanDate,
  chicagoPages,
  editionOf,
  headline,
  headlineText,
  inBrackets,
  italicTitle,
  isTurned,
  journalName,
  listed,
  listedFirst,
  monthAndDay,
  nameIn,
  pageRange,
  printedName,
  quoted,
  shortNames,
  smallWords,
  spokenName,
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
  type Dataset,
  type JournalArticle,
  type ReferenceContext,
  type Thesis,
  type WebPage,
} from '#domain/citation/record.ts';
import { valueOf } from '#domain/practice/fact.ts';
import {
  compose,
  fullStop,
  italicUnlessHan,
  plain,
  sentence,
  type RichText,
} from '#domain/citation/rich-text.ts';

/** Chicago Manual of Style, 18th edition: reference list of the author-date system. */
export function chicagoReference(record: CitableRecord, context: ReferenceContext): RichText {
  const names = nameList(creatorsOf(record));
  const title = titleOf(record, '.');
  const year = `${sentence(yearOf(record, context))} `;
  return compose([
    ...(names === null ? [title, ' ', year] : [`${sentence(names)} ${year}`, title, ' ']),
    ...listedRest(record, context),
    sentenceOrNull(linkOf(record, context)),
  ]);
}

/** `(Huang 2026, para. 7)`, `(Huang, n.d.)`; without a creator the title stands in. */
export function chicagoInText(record: CitableRecord, context: ReferenceContext): RichText {
  const { locator } = context;
  const place = locator === undefined ? '' : `, ${abbreviatedParagraphs('para', locator)}`;
  const year = yearOf(record, context);
  const names = shortNames(record, 'and');
  const who = names ?? titleOf(record, '');
  return inBrackets([who, `${year.startsWith('n.d.') ? ', ' : ' '}${year}${place}`]);
}

/** A full note of the notes system: the paragraph stands where page numbers would. */
export function chicagoNote(record: CitableRecord, context: ReferenceContext): RichText {
  const clause = chicagoClause(record, context);
  return compose([clause, fullStop(plain(clause))]);
}

/** The note without its full stop, to be led on from: `…, quoted in …`. */
export function chicagoClause(record: CitableRecord, context: ReferenceContext): RichText {
  const paragraph =
    context.locator === undefined ? null : abbreviatedParagraphs('para', context.locator);
  const names = notedNames(creatorsOf(record));
  const [joint, details] = notedRest(record, context, paragraph);
  const row = [...details, linkOf(record, context)].filter((part) => part !== null);
  return compose([
    names === null ? null : `${names}, `,
    titleOf(record, joint === ', ' && row.length > 0 ? ',' : ''),
    ...row.flatMap((part, index) => [index === 0 ? joint.replace(',', '') : ', ', part]),
  ]);
}

/** What stands alone is set in italics, all else in quotation marks. */
function titleOf(record: CitableRecord, mark: '.' | ',' | ''): RichText {
  const title = headline(record, smallWords.chicago);
  return record.kind === 'book' || record.kind === 'report'
    ? italicTitle(title, mark)
    : quoted(title, mark);
}

/** `2026`, `[2022?]`, `n.d.`; lettered `2026a`, `n.d.-a` in the author-date system. */
export function yearOf(
  record: CitableRecord,
  { letter }: Pick<ReferenceContext, 'letter'> = {},
): string {
  const issued = valueOf(record.issued);
  if (issued === null) return letter === undefined ? 'n.d.' : `n.d.-${letter}`;
  const year = `${issued.on.slice(0, 4)}${letter ?? ''}`;
  return issued.guessed ? `[${year}?]` : year;
}

/** Up to six names; of more, the first three. */
function nameList(creators: readonly Creator[]): string | null {
  const [first, ...rest] = creators;
  if (first === undefined) return null;
  const names = [listedFirst(first), ...rest.map(spokenName)];
  if (names.length > 6) return `${names.slice(0, 3).join(', ')}, et al.`;
  const last = names[names.length - 1] ?? '';
  if (rest.length === 0) return last;
  const comma = rest.length > 1 || isTurned(first) ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} and ${last}`;
}

/** One name, two, or the first and et al. */
function notedNames(creators: readonly Creator[]): string | null {
  const [first, second, third] = creators;
  if (first === undefined) return null;
  if (second === undefined) return spokenName(first);
  return third === undefined
    ? `${spokenName(first)} and ${spokenName(second)}`
    : `${spokenName(first)} et al.`;
}

type Row = readonly (RichText | string | null)[];

/** All behind the title of an entry in a reference list, but the address. */
function listedRest(record: CitableRecord, context: ReferenceContext): Row {
  const day = dayOf(record);
  switch (record.kind) {
    case 'journal-article':
      return [listedJournal(record), ' '];
    case 'newspaper-article': {
      const newspaper = valueOf(record.newspaper);
      if (newspaper === null) return [day === null ? null : `${day}. `];
      const name = italicUnlessHan(journalName(newspaper));
      return [name, day === null ? fullStop(plain(name)) : `, ${day}.`, ' '];
    }
    case 'book':
      return sentences([editionOf(record), valueOf(record.publisher)]);
    case 'chapter': {
      const host = compose(commas([...hostOf(record), editorsOf(record, 'edited by')]));
      const isEmpty = plain(host) === '';
      return [
        isEmpty ? null : compose(['In ', host, fullStop(plain(host))]),
        ' ',
        ...sentences([valueOf(record.publisher)]),
      ];
    }
    case 'report':
      return sentences([valueOf(record.number), nameIn(record.issuer)]);
    case 'thesis':
      return sentences([row([degreeOf(record), nameIn(record.school)])]);
    case 'manuscript':
      return sentences([day, nameIn(record.heldAt)]);
    case 'interview':
      return sentences([
        interviewedBy('Interview by', record.recordedBy),
        day,
        nameIn(record.heldAt),
      ]);
    case 'dataset':
    case 'web-page':
      return listedSite(record, context);
  }
}

/** All behind the title of a note, but the address, and what joins it to the title. */
function notedRest(
  record: CitableRecord,
  context: ReferenceContext,
  paragraph: string | null,
): readonly [joint: ', ' | ' ', details: Row] {
  const date = notedDate(record);
  switch (record.kind) {
    case 'journal-article':
      return [', ', notedJournal(record, paragraph)];
    case 'newspaper-article': {
      const newspaper = valueOf(record.newspaper);
      const name = newspaper === null ? null : italicUnlessHan(journalName(newspaper));
      return [', ', [name, date, paragraph]];
    }
    case 'book': {
      const edition = editionOf(record);
      const imprint = imprinted(valueOf(record.publisher), record);
      const place = paragraph ?? pagesOf(record);
      return edition === null ? [' ', [imprint, place]] : [', ', [`${edition} ${imprint}`, place]];
    }
    case 'chapter': {
      const host = compose(commas([...hostOf(record), editorsOf(record, 'ed.')]));
      const imprint = imprinted(valueOf(record.publisher), record);
      return [', ', [compose(['in ', host, plain(host) === '' ? null : ' ', imprint]), paragraph]];
    }
    case 'report': {
      const number = valueOf(record.number);
      const imprint = imprinted(nameIn(record.issuer), record);
      return number === null
        ? [' ', [imprint, paragraph]]
        : [', ', [`${number} ${imprint}`, paragraph]];
    }
    case 'thesis':
      return [' ', [imprinted(row([degreeOf(record), nameIn(record.school)]), record), paragraph]];
    case 'manuscript':
      return [', ', [date, nameIn(record.heldAt), paragraph]];
    case 'interview':
      return [
        ', ',
        [interviewedBy('interview by', record.recordedBy), date, nameIn(record.heldAt), paragraph],
      ];
    case 'dataset':
    case 'web-page':
      return [', ', notedSite(record, context, paragraph)];
  }
}

const row = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(', ');

const sentences = (parts: readonly (string | null)[]): Row =>
  parts.map((part) => (part === null || part === '' ? null : `${sentence(part)} `));

function commas(parts: Row): Row {
  const present = parts.filter((part) => part !== null);
  return present.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

/** `(Publisher, 2023)` */
const imprinted = (publisher: string | null, record: CitableRecord): string =>
  `(${row([publisher, yearOf(record)])})`;

function hostOf(chapter: Chapter): Row {
  const book = valueOf(chapter.book);
  if (book === null) return [editionOf(chapter)];
  const title = headlineText(journalName(book), chapter.language, smallWords.chicago);
  return [italicUnlessHan(title), editionOf(chapter)];
}

const editorsOf = ({ editors }: Chapter, word: string): string | null =>
  editors.length === 0 ? null : `${word} ${listed(editors.map(spokenName), 'and')}`;

const interviewedBy = (words: string, who: Parameters<typeof nameIn>[0]): string | null => {
  const name = nameIn(who);
  return name === null ? null : `${words} ${name}`;
};

const degrees = { doctor: 'PhD diss.', master: 'Master’s thesis' } as const;

function degreeOf({ degree }: Thesis): string {
  const known = valueOf(degree);
  return known === null ? 'Thesis' : degrees[known];
}

type SitePage = WebPage | Dataset;

/** Site names are set in roman, journal names in italics. */
const holderOf = (record: SitePage): string | null =>
  record.kind === 'dataset'
    ? printedName(record.publisher)
    : record.site === null
      ? null
      : printedName(record.site);

function listedSite(record: SitePage, context: ReferenceContext): Row {
  const edition = editionOf(record);
  return sentences([
    edition,
    record.kind === 'dataset' ? `Version ${record.version}` : null,
    row([holderOf(record), dayOf(record)]),
    valueOf(record.issued) === null ? capital(readOn(record, context)) : null,
  ]);
}

function notedSite(record: SitePage, context: ReferenceContext, paragraph: string | null): Row {
  const isDated = valueOf(record.issued) !== null;
  return [
    editionOf(record),
    record.kind === 'dataset' ? `version ${record.version}` : null,
    holderOf(record),
    isDated ? notedDate(record) : null,
    paragraph,
    isDated ? null : readOn(record, context),
  ];
}

function readOn(record: CitableRecord, context: ReferenceContext): string {
  const accessedOn = accessOf(record, context);
  return `accessed ${accessedOn === null ? accessSlot : americanDate(accessedOn)}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function listedJournal(article: JournalArticle): RichText | null {
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const number =
    volume === null
      ? issue === null
        ? null
        : `no. ${issue}`
      : issue === null
        ? volume
        : `${volume} (${issue})`;
  const date = volume === null && issue === null ? dayOf(article) : null;
  const row = journalRow(article, [number, date], pagesOf(article));
  return row.length === 0 ? null : compose([row, fullStop(plain(row))]);
}

/** `July 21`, beside a year that has been said. */
function dayOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  return issued === null || issued.guessed ? null : monthAndDay(issued.on);
}

/** `July 21, 2023`, `[2022?]`, `n.d.` */
function notedDate(record: CitableRecord): string {
  const issued = valueOf(record.issued);
  return issued === null || issued.guessed ? yearOf(record) : americanDate(issued.on);
}

function notedJournal(article: JournalArticle, paragraph: string | null): readonly RichText[] {
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const place = paragraph ?? pagesOf(article);
  const number = [volume, issue === null ? null : `no. ${issue}`]
    .filter((part) => part !== null)
    .join(', ');
  if (number !== '') return [journalRow(article, [`${number} (${yearOf(article)})`], place)];
  return [journalRow(article, [notedDate(article)], place)];
}

/** A volume follows the name of the journal directly, anything else after a comma; pages follow a number after a colon. */
function journalRow(
  article: JournalArticle,
  numbers: readonly (string | null)[],
  pages: string | null,
): RichText {
  const journal = valueOf(article.journal);
  const name = journal === null ? null : italicUnlessHan(journalName(journal));
  const rest = numbers.filter((part) => part !== null).join(', ');
  const isNumbered = valueOf(article.volume) !== null || valueOf(article.issue) !== null;
  return compose([
    name,
    name === null || rest === '' ? null : valueOf(article.volume) === null ? ', ' : ' ',
    rest,
    pages === null || (name === null && rest === '') ? null : isNumbered ? ': ' : ', ',
    pages,
  ]);
}

function pagesOf(record: JournalArticle | Book): string | null {
  const pages = valueOf(record.pages);
  if (pages !== null) return pageRange(pages, chicagoPages);
  return record.kind === 'journal-article' ? valueOf(record.articleNumber) : null;
}

const sentenceOrNull = (text: string | null): string | null =>
  text === null ? null : sentence(text);
