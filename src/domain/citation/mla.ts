import {
  accessSlot,
  editionOf,
  headline,
  inBrackets,
  journalName,
  listedFirst,
  isTurned,
  mlaDate,
  mlaPages,
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
  roman,
  sentence,
  type RichText,
} from '#domain/citation/rich-text.ts';

/** MLA Handbook, 9th edition, chapter 5: the core elements in order, divided by commas. */
export function mlaReference(record: CitableRecord, context: ReferenceContext): RichText {
  const names = nameList(creatorsOf(record));
  const location = compose(commaRow([...container(record), word(linkOf(record, context))]));
  return compose([
    names === null ? null : `${sentence(names)} `,
    quoted(headline(record, smallWords.mla), '.'),
    ' ',
    record.kind === 'dataset' ? `Version ${record.version}, ` : null,
    location,
    location.length === 0 ? null : fullStop(plain(location)),
    readOn(record, context),
  ]);
}

/** `(Huang, par. 7)`; without a creator the title stands in. */
export function mlaInText(record: CitableRecord, { locator }: ReferenceContext): RichText {
  const place = locator === undefined ? null : `par. ${locator.paragraph}`;
  const names = shortNames(record, 'and');
  if (names !== null)
    return inBrackets([[names, place].filter((part) => part !== null).join(', ')]);
  const title = headline(record, smallWords.mla);
  if (place !== null) return inBrackets([quoted(title, ','), ` ${place}`]);
  return inBrackets([quoted(title, '')]);
}

/** One name, two, or the first and et al. */
function nameList(creators: readonly Creator[]): string | null {
  const [first, second, third] = creators;
  if (first === undefined) return null;
  if (second === undefined) return listedFirst(first);
  if (third !== undefined) return `${listedFirst(first)}, et al.`;
  return `${listedFirst(first)}${isTurned(first) ? ',' : ''} and ${spokenName(second)}`;
}

function container(record: CitableRecord): readonly (RichText | null)[] {
  if (record.kind === 'journal-article') return journalOf(record);
  const holder =
    record.kind === 'dataset'
      ? roman(printedName(record.publisher))
      : italicUnlessHan(printedName(record.site));
  return [holder, word(editionOf(record)), word(dateOf(record))];
}

function journalOf(article: JournalArticle): readonly (RichText | null)[] {
  const journal = valueOf(article.journal);
  const pages = valueOf(article.pages);
  const isRange = pages !== null && /[-–,]/u.test(pages);
  return [
    journal === null ? null : italicUnlessHan(journalName(journal)),
    labelled('vol.', valueOf(article.volume)),
    labelled('no.', valueOf(article.issue)),
    word(dateOf(article)),
    labelled(isRange ? 'pp.' : 'p.', pages === null ? null : pageRange(pages, mlaPages)),
  ];
}

const word = (text: string | null): RichText | null => (text === null ? null : roman(text));

const labelled = (label: string, value: string | null): RichText | null =>
  value === null ? null : roman(`${label} ${value}`);

function commaRow(elements: readonly (RichText | null)[]): readonly (RichText | string)[] {
  const present = elements.filter((element) => element !== null);
  return present.flatMap((element, index) => (index === 0 ? [element] : [', ', element]));
}

/** A numbered issue is dated by its year; everything else as exactly as is known. */
function dateOf(record: CitableRecord): string | null {
  const issued = valueOf(record.issued);
  if (issued === null) return null;
  const year = issued.on.slice(0, 4);
  if (issued.guessed) return `circa ${year}`;
  const isNumbered = record.kind === 'journal-article' && valueOf(record.issue) !== null;
  return isNumbered ? year : mlaDate(issued.on);
}

/** Of a page without a date the day of access is all a reader has. */
function readOn(record: CitableRecord, { accessedOn }: ReferenceContext): string | null {
  if (record.kind === 'journal-article' || valueOf(record.issued) !== null) return null;
  return ` Accessed ${accessedOn === null ? accessSlot : mlaDate(accessedOn)}.`;
}
