import {
  accessSlot,
  americanDate,
  inBrackets,
  insideQuotation,
  journalName,
  monthAndDay,
  pageRange,
  printedName,
  printedTitle,
  quoted,
  shortName,
  shortNames,
  wholePages,
} from '#domain/citation/english.ts';
import {
  creatorsOf,
  linkOf,
  valueOf,
  type CitableRecord,
  type Creator,
  type Dataset,
  type JournalArticle,
  type ReferenceContext,
  type WebPage,
} from '#domain/citation/record.ts';
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
  const date = `(${dateOf(record)}).`;
  const heading =
    names === null ? [title, ` ${date} `] : [`${sentence(names)} ${date} `, title, ' '];
  return compose([...heading, ...container(record, context)]);
}

/** `(Li & Ouyang, 2026, para. 7)`; without a creator the title stands in. */
export function apaInText(record: CitableRecord, { locator }: ReferenceContext): RichText {
  const place = locator === undefined ? '' : `, para. ${locator.paragraph}`;
  const names = shortNames(record, '&');
  const who = names === null ? titleInText(record) : roman(`${names},`);
  return inBrackets([who, ` ${yearOf(record)}${place}`]);
}

/** The year for running text: `2026`, `ca. 2022`, `n.d.` */
export function yearOf(record: CitableRecord): string {
  const issued = valueOf(record.issued);
  if (issued === null) return 'n.d.';
  const year = issued.on.slice(0, 4);
  return issued.guessed ? `ca. ${year}` : year;
}

/** Titles of works that stand alone are in italics, articles of a journal are not. */
function titleInText(record: CitableRecord): RichText {
  const title = printedTitle(record);
  return record.kind === 'journal-article'
    ? quoted(title, ',')
    : compose([italic(title.text), ',']);
}

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
  const set = isMissing || record.kind === 'journal-article' ? roman : italic;
  const detail = record.kind === 'dataset' ? ` (Version ${record.version}) [Data set]` : '';
  const rest = `${gloss}${detail}`;
  if (rest !== '') return compose([set(text), `${rest}.`]);
  return /[”’]$/u.test(text)
    ? set(insideQuotation(text, fullStop(text)))
    : compose([set(text), fullStop(text)]);
}

/** Pages carry the full date, articles and releases the year. */
function dateOf(record: CitableRecord): string {
  const issued = valueOf(record.issued);
  if (record.kind !== 'web-page' || issued === null || issued.guessed) return yearOf(record);
  return [yearOf(record), monthAndDay(issued.on)].filter((part) => part !== null).join(', ');
}

function container(
  record: CitableRecord,
  context: ReferenceContext,
): readonly (RichText | string | null)[] {
  if (record.kind === 'journal-article')
    return [journalOf(record), ' ', addressOf(record, context)];
  return [siteOf(record), addressOf(record, context)];
}

/** Left out where it would repeat the author (APA 10.16). */
function siteOf(record: WebPage | Dataset): string | null {
  const name = printedName(record.kind === 'dataset' ? record.publisher : record.site);
  const [first, second] = creatorsOf(record);
  const isAuthor = first !== undefined && second === undefined && shortName(first) === name;
  return isAuthor ? null : `${sentence(name)} `;
}

function journalOf(article: JournalArticle): RichText | null {
  const journal = valueOf(article.journal);
  const volume = valueOf(article.volume);
  const issue = valueOf(article.issue);
  const pages = valueOf(article.pages);
  const number = issue === null ? null : `(${issue})`;
  const row: readonly (RichText | null)[] = [
    journal === null ? null : italic(journalName(journal)),
    volume === null ? (number === null ? null : roman(number)) : compose([italic(volume), number]),
    pages === null ? null : roman(pageRange(pages, wholePages)),
  ];
  const present = row.filter((part) => part !== null);
  if (present.length === 0) return null;
  const text = compose(present.flatMap((part, index) => (index === 0 ? [part] : [', ', part])));
  return compose([text, fullStop(plain(text))]);
}

/** No full stop behind an address. A page without a date states when it was read. */
function addressOf(record: CitableRecord, context: ReferenceContext): string | null {
  const address = linkOf(record, context);
  if (address === null || record.kind === 'journal-article' || valueOf(record.issued) !== null)
    return address;
  const { accessedOn } = context;
  return `Retrieved ${accessedOn === null ? accessSlot : americanDate(accessedOn)}, from ${address}`;
}
