/** What APA, MLA and Chicago share: names, titles, dates and page ranges in English. */
import {
  creatorsOf,
  datePartsOf,
  type CitableRecord,
  type Creator,
  type Named,
  type RecordLanguage,
  type Title,
} from '#domain/citation/record.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import {
  compose,
  fullStop,
  italicUnlessHan,
  roman,
  type RichText,
} from '#domain/citation/rich-text.ts';

/** A title that cannot be printed. House marks in place of the title. */
const missingTitle = { unknown: '[title unknown]', none: '[untitled]' } as const;

/** A slot for the reader's day where a style needs it and it is not known. */
export const accessSlot = '[access date]';

export interface PrintedTitle {
  /** Pinyin an editor has checked, else the title as it stands: never romanised by a program. */
  readonly text: string;
  /** ` [Translation]`, or empty. */
  readonly gloss: string;
  readonly isMissing: boolean;
}

export function printedTitle(record: CitableRecord): PrintedTitle {
  if (typeof record.title === 'string')
    return { text: missingTitle[record.title], gloss: '', isMissing: true };
  const { text, pinyin, translation } = record.title.value;
  return {
    text: pinyin ?? text,
    gloss: translation === null ? '' : ` [${translation}]`,
    isMissing: false,
  };
}

export const printedName = ({ name, latin }: Named): string => latin ?? name;

export const journalName = ({ text, pinyin }: Title): string => pinyin ?? text;

/**
 * `“Title.”` — the mark stands inside the quotation marks, and inside a quotation that ends the title;
 * a full stop yields to a mark the title ends in. A translation follows in brackets and takes the mark.
 */
export function quoted({ text, gloss, isMissing }: PrintedTitle, mark: '.' | ',' | ''): RichText {
  const closing = mark === '.' ? fullStop(text) : mark;
  if (isMissing) return roman(`${text}${mark}`);
  if (gloss !== '') return roman(`“${nested(text)}”${gloss}${mark}`);
  return roman(`“${insideQuotation(nested(text), closing)}”`);
}

/** `*Title*.` of a work that stands alone; a translation follows in brackets and takes the mark. */
export function italicTitle(
  { text, gloss, isMissing }: PrintedTitle,
  mark: '.' | ',' | '',
): RichText {
  const closing = mark === '.' && gloss === '' ? fullStop(text) : mark;
  return compose([isMissing ? text : italicUnlessHan(text), gloss, closing]);
}

/** American usage sets a full stop or comma before a closing quotation mark. */
export const insideQuotation = (text: string, mark: string): string =>
  text.replace(/[”’]*$/u, (closing) => `${mark}${closing}`);

/** Double quotation marks turn single inside double ones, and back. */
const nested = (text: string): string =>
  text.replace(/[“”‘’]/gu, (mark) => ({ '“': '‘', '”': '’', '‘': '“', '’': '”' })[mark] ?? mark);

/** Small words that stay small in a headline, unless first or last. */
const articlesAndConjunctions = ['a', 'an', 'the', 'and', 'but', 'for', 'or', 'nor', 'as', 'to'];
const shortPrepositions = [
  'at',
  'by',
  'from',
  'in',
  'into',
  'of',
  'off',
  'on',
  'onto',
  'out',
  'over',
  'up',
  'upon',
  'with',
];

/** MLA writes every preposition small. */
const longPrepositions = [
  'about',
  'above',
  'across',
  'after',
  'against',
  'along',
  'among',
  'around',
  'before',
  'behind',
  'below',
  'between',
  'beyond',
  'despite',
  'during',
  'through',
  'throughout',
  'toward',
  'towards',
  'under',
  'until',
  'within',
  'without',
];

export const smallWords = {
  /** Chicago 18 writes prepositions of five letters or more with a capital. */
  chicago: new Set([...articlesAndConjunctions, ...shortPrepositions]),
  mla: new Set([...articlesAndConjunctions, ...shortPrepositions, ...longPrepositions]),
} as const;

/** Headline capitals, for English works only: pinyin and translations keep sentence case. */
export function headline(record: CitableRecord, small: ReadonlySet<string>): PrintedTitle {
  const title = printedTitle(record);
  if (title.isMissing) return title;
  return { ...title, text: headlineText(title.text, record.language, small) };
}

/** The same for the title of a book, journal or newspaper that something stands in. */
export function headlineText(
  title: string,
  language: RecordLanguage,
  small: ReadonlySet<string>,
): string {
  if (language !== 'en') return title;
  const words = title.split(' ');
  const isEdge = (index: number): boolean =>
    index === 0 || index === words.length - 1 || (words[index - 1] ?? '').endsWith(':');
  return words
    .map((word, index) => (small.has(word) && !isEdge(index) ? word : capitalised(word)))
    .join(' ');
}

const capitalised = (word: string): string =>
  word.replace(/^[\p{P}]*\p{L}/u, (start) => start.toUpperCase());

/** `Smith, John A.`; a name said family first keeps its order and needs no comma (MLA 5.10, Chicago on Chinese names). */
export const listedFirst = (creator: Creator): string =>
  isTurned(creator) ? `${creator.latin.family}, ${creator.latin.given}` : spokenName(creator);

/** `John A. Smith`, `Ouyang Jing`, 欧阳静 where no Latin form is known. */
export function spokenName(creator: Creator): string {
  if (creator.kind === 'team') return printedName(creator);
  if (creator.latin === null) return creator.name;
  const { family, given, familyFirst } = creator.latin;
  if (given === null) return family;
  return familyFirst ? `${family} ${given}` : `${given} ${family}`;
}

/** `Smith`, `Ouyang`; a team or an unsplit name in full. */
export const shortName = (creator: Creator): string =>
  creator.kind === 'person' && creator.latin !== null ? creator.latin.family : spokenName(creator);

interface Turned {
  readonly kind: 'person';
  readonly latin: { readonly family: string; readonly given: string };
}

/** Whether the list entry puts the family name before its usual place, which takes a comma. */
export const isTurned = (creator: Creator): creator is Creator & Turned =>
  creator.kind === 'person' &&
  creator.latin !== null &&
  creator.latin.given !== null &&
  !creator.latin.familyFirst;

/** `Smith`, `Smith and Lee`, `Smith et al.`; null without a creator. */
export function shortNames(record: CitableRecord, and: string): string | null {
  const [first, second, third] = creatorsOf(record);
  if (first === undefined) return null;
  if (second === undefined) return shortName(first);
  return third === undefined
    ? `${shortName(first)} ${and} ${shortName(second)}`
    : `${shortName(first)} et al.`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** As MLA shortens them: May, June and July stay, September takes four letters. */
const shortMonths = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const;

/** `September 1`, `September` or nothing. */
export function monthAndDay(date: string): string | null {
  const { month, day } = datePartsOf(date);
  if (month === null) return null;
  return [months[month - 1], day].filter((part) => part !== null).join(' ');
}

/** `September 1, 2026`, `September 2026`, `2026`. */
export function americanDate(date: string): string {
  const { year, day } = datePartsOf(date);
  const start = monthAndDay(date);
  if (start === null) return String(year);
  return day === null ? `${start} ${year}` : `${start}, ${year}`;
}

/** `1 Sept. 2026`, `Sept. 2026`, `2026`. */
export function mlaDate(date: string): string {
  const { year, month, day } = datePartsOf(date);
  return [day, month === null ? null : shortMonths[month - 1], year]
    .filter((part) => part !== null)
    .join(' ');
}

/** How many digits of the second number to print, given both numbers as printed. */
export type PageShortening = (first: string, last: string) => string;

/** MLA: the last two digits, more if they differ: 101–08, 1496–500. */
export const mlaPages: PageShortening = (first, last) => differingEnd(first, last, 2);

/** Chicago: all digits below 100 and from round hundreds; 101–8; else as MLA. */
export const chicagoPages: PageShortening = (first, last) => {
  if (first.length < 3 || first.endsWith('00')) return last;
  return differingEnd(first, last, first.slice(-2).startsWith('0') ? 1 : 2);
};

export const wholePages: PageShortening = (_first, last) => last;

/** `12–18`, with an en dash; anything but two numbers stays as it is. */
export function pageRange(pages: string, shorten: PageShortening): string {
  const [, first, last] = /^(\d+)\s*[-–]\s*(\d+)$/u.exec(pages) ?? [];
  if (first === undefined || last === undefined) return pages.replace('-', '–');
  return `${first}–${first.length === last.length ? shorten(first, last) : last}`;
}

function differingEnd(first: string, last: string, atLeast: number): string {
  let same = 0;
  while (same < last.length - atLeast && first[same] === last[same]) same += 1;
  return last.slice(same);
}

/** `2nd ed.`; a first edition goes unsaid. */
export function editionOf(record: CitableRecord): string | null {
  const edition =
    record.kind === 'web-page'
      ? String(record.edition)
      : record.kind === 'book' || record.kind === 'chapter'
        ? valueOf(record.bookEdition)
        : null;
  return edition === null || edition === '1' ? null : `${ordinal(edition)} ed.`;
}

/** `2nd`, `11th`, of a whole number. */
export function ordinal(number: string): string {
  const isTeen = /1\d$/.test(number);
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][Number(number.slice(-1))] ?? 'th');
  return `${number}${ending}`;
}

/** The name of who publishes, keeps or grants. */
export const nameIn = (fact: Fact<Named>): string | null => valueOf(mapFact(fact, printedName));

/** `Lee`, `Lee and Brown`, `Lee, Brown, and Wang`. */
export function listed(names: readonly string[], and: string): string {
  const last = names[names.length - 1] ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(', ')}${names.length > 2 ? ',' : ''} ${and} ${last}`;
}

export const inBrackets = (parts: readonly (RichText | string | null)[]): RichText =>
  compose(['(', ...parts, ')']);
