import {
  accessSlot,
  editionOf,
  headline,
  headlineText,
  inBrackets,
  italicTitle,
  journalName,
  listedFirst,
  isTurned,
  listed,
  mlaDate,
  mlaPages,
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
  type JournalArticle,
  type ReferenceContext,
  type Thesis,
} from '#domain/citation/record.ts';
import { valueOf } from '#domain/practice/fact.ts';
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
    titleOf(record, '.'),
    ' ',
    ...between(record),
    record.kind === 'dataset' ? `Version ${record.version}, ` : null,
    location,
    location.length === 0 ? null : fullStop(plain(location)),
    readOn(record, context),
  ]);
}

/**
 * `(Huang, par. 7)`; without a creator the title stands in, and of several works by one author it stands
 * beside the name (MLA 6.8): there are no years here to letter.
 */
export function mlaInText(record: CitableRecord, { locator, letter }: ReferenceContext): RichText {
  const place = locator === undefined ? null : abbreviatedParagraphs('par', locator);
  const names = shortNames(record, 'and');
  if (names !== null && letter !== undefined)
    return inBrackets([
      `${names}, `,
      titleOf(record, place === null ? '' : ','),
      place && ` ${place}`,
    ]);
  if (names !== null)
    return inBrackets([[names, place].filter((part) => part !== null).join(', ')]);
  if (place !== null) return inBrackets([titleOf(record, ','), ` ${place}`]);
  return inBrackets([titleOf(record, '')]);
}

/** What stands alone is set in italics, all else in quotation marks. */
function titleOf(record: CitableRecord, mark: '.' | ',' | ''): RichText {
  const title = headline(record, smallWords.mla);
  return record.kind === 'book' || record.kind === 'report' || record.kind === 'thesis'
    ? italicTitle(title, mark)
    : quoted(title, mark);
}

/** Sentences between the title and the container. */
function between(record: CitableRecord): readonly (RichText | string | null)[] {
  if (record.kind === 'interview') {
    const name = nameIn(record.recordedBy);
    return [name === null ? null : `Interview by ${sentence(name)} `];
  }
  const date = record.kind === 'thesis' ? dateOf(record) : null;
  return [date === null ? null : `${date}. `];
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
  const date = word(dateOf(record));
  switch (record.kind) {
    case 'journal-article':
      return journalOf(record);
    case 'newspaper-article': {
      const newspaper = valueOf(record.newspaper);
      const name = newspaper === null ? null : italicUnlessHan(journalName(newspaper));
      return [name, date, labelled('p.', valueOf(record.page))];
    }
    case 'book':
      return imprintOf(record);
    case 'chapter': {
      const book = valueOf(record.book);
      const title =
        book === null ? null : headlineText(journalName(book), record.language, smallWords.mla);
      const editors = listed(record.editors.map(spokenName), 'and');
      return [
        title === null ? null : italicUnlessHan(title),
        editors === '' ? null : roman(`edited by ${editors}`),
        ...imprintOf(record),
      ];
    }
    case 'report':
      return [word(valueOf(record.number)), word(nameIn(record.issuer)), date];
    case 'thesis':
      return [word(nameIn(record.school)), roman(degreeOf(record))];
    case 'manuscript':
    case 'interview':
      return [date, word(nameIn(record.heldAt))];
    case 'dataset':
      return [roman(printedName(record.publisher)), date];
    case 'web-page':
      return [
        record.site === null ? null : italicUnlessHan(printedName(record.site)),
        word(editionOf(record)),
        date,
      ];
  }
}

const imprintOf = (record: Book | Chapter): readonly (RichText | null)[] => [
  word(editionOf(record)),
  word(valueOf(record.publisher)),
  word(dateOf(record)),
  pagesOf(valueOf(record.pages)),
];

const degrees = { doctor: 'PhD dissertation', master: 'Master’s thesis' } as const;

function degreeOf({ degree }: Thesis): string {
  const known = valueOf(degree);
  return known === null ? 'Thesis' : degrees[known];
}

function pagesOf(pages: string | null): RichText | null {
  if (pages === null) return null;
  return labelled(/[-–,]/u.test(pages) ? 'pp.' : 'p.', pageRange(pages, mlaPages));
}

function journalOf(article: JournalArticle): readonly (RichText | null)[] {
  const journal = valueOf(article.journal);
  return [
    journal === null ? null : italicUnlessHan(journalName(journal)),
    labelled('vol.', valueOf(article.volume)),
    labelled('no.', valueOf(article.issue)),
    labelled('no.', valueOf(article.articleNumber)),
    word(dateOf(article)),
    pagesOf(valueOf(article.pages)),
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
function readOn(record: CitableRecord, context: ReferenceContext): string | null {
  const isSite = record.kind === 'web-page' || record.kind === 'dataset';
  if (!isSite || valueOf(record.issued) !== null) return null;
  const accessedOn = accessOf(record, context);
  return ` Accessed ${accessedOn === null ? accessSlot : mlaDate(accessedOn)}.`;
}
