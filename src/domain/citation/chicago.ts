import {
  accessSlot,
  americanDate,
  chicagoPages,
  editionOf,
  headline,
  inBrackets,
  isTurned,
  journalName,
  listedFirst,
  monthAndDay,
  pageRange,
  printedName,
  quoted,
  shortNames,
  smallWords,
  spokenName,
} from '#domain/citation/english.ts';
import {
  creatorsOf,
  linkOf,
  valueOf,
  type CitableRecord,
  type Creator,
  type JournalArticle,
  type ReferenceContext,
} from '#domain/citation/record.ts';
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
  const title = quoted(headline(record, smallWords.chicago), '.');
  const year = `${sentence(yearOf(record))} `;
  return compose([
    ...(names === null ? [title, ' ', year] : [`${sentence(names)} ${year}`, title, ' ']),
    ...(record.kind === 'journal-article'
      ? [listedJournal(record), ' ']
      : listedSite(record, context)),
    sentenceOrNull(linkOf(record, context)),
  ]);
}

/** `(Huang 2026, para. 7)`, `(Huang, n.d.)`; without a creator the title stands in. */
export function chicagoInText(record: CitableRecord, { locator }: ReferenceContext): RichText {
  const place = locator === undefined ? '' : `, para. ${locator.paragraph}`;
  const year = yearOf(record);
  const names = shortNames(record, 'and');
  const who = names ?? quoted(headline(record, smallWords.chicago), '');
  return inBrackets([who, `${year === 'n.d.' ? ', ' : ' '}${year}${place}`]);
}

/** A full note of the notes system: the paragraph stands where page numbers would. */
export function chicagoNote(record: CitableRecord, context: ReferenceContext): RichText {
  const clause = chicagoClause(record, context);
  return compose([clause, fullStop(plain(clause))]);
}

/** The note without its full stop, to be led on from: `…, quoted in …`. */
export function chicagoClause(record: CitableRecord, context: ReferenceContext): RichText {
  const paragraph = context.locator === undefined ? null : `para. ${context.locator.paragraph}`;
  const details =
    record.kind === 'journal-article'
      ? notedJournal(record, paragraph)
      : notedSite(record, context, paragraph);
  const names = notedNames(creatorsOf(record));
  const row = [...details, linkOf(record, context)].filter((part) => part !== null);
  return compose([
    names === null ? null : `${names}, `,
    quoted(headline(record, smallWords.chicago), ','),
    ...row.flatMap((part, index) => [index === 0 ? ' ' : ', ', part]),
  ]);
}

/** `2026`, `[2022?]`, `n.d.` */
export function yearOf(record: CitableRecord): string {
  const issued = valueOf(record.issued);
  if (issued === null) return 'n.d.';
  const year = issued.on.slice(0, 4);
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

type SitePage = Exclude<CitableRecord, JournalArticle>;

/** Site names are set in roman, journal names in italics. */
const holderOf = (record: SitePage): string =>
  printedName(record.kind === 'dataset' ? record.publisher : record.site);

function listedSite(record: SitePage, context: ReferenceContext): readonly (string | null)[] {
  const issued = valueOf(record.issued);
  const day = issued === null || issued.guessed ? null : monthAndDay(issued.on);
  const holder = day === null ? sentence(holderOf(record)) : `${holderOf(record)}, ${day}.`;
  const edition = editionOf(record);
  return [
    edition === null ? null : `${edition} `,
    record.kind === 'dataset' ? `Version ${record.version}. ` : null,
    `${holder} `,
    issued === null ? `${sentence(capital(readOn(context)))} ` : null,
  ];
}

function notedSite(
  record: SitePage,
  context: ReferenceContext,
  paragraph: string | null,
): readonly (string | null)[] {
  const issued = valueOf(record.issued);
  return [
    editionOf(record),
    record.kind === 'dataset' ? `version ${record.version}` : null,
    holderOf(record),
    issued === null ? null : issued.guessed ? yearOf(record) : americanDate(issued.on),
    paragraph,
    issued === null ? readOn(context) : null,
  ];
}

const readOn = ({ accessedOn }: ReferenceContext): string =>
  `accessed ${accessedOn === null ? accessSlot : americanDate(accessedOn)}`;

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

function dayOf(article: JournalArticle): string | null {
  const issued = valueOf(article.issued);
  return issued === null || issued.guessed ? null : monthAndDay(issued.on);
}

function notedJournal(article: JournalArticle, paragraph: string | null): readonly RichText[] {
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const place = paragraph ?? pagesOf(article);
  const number = [volume, issue === null ? null : `no. ${issue}`]
    .filter((part) => part !== null)
    .join(', ');
  if (number !== '') return [journalRow(article, [`${number} (${yearOf(article)})`], place)];
  const issued = valueOf(article.issued);
  const date = issued === null || issued.guessed ? yearOf(article) : americanDate(issued.on);
  return [journalRow(article, [date], place)];
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

function pagesOf(article: JournalArticle): string | null {
  const pages = valueOf(article.pages);
  return pages === null ? null : pageRange(pages, chicagoPages);
}

const sentenceOrNull = (text: string | null): string | null =>
  text === null ? null : sentence(text);
