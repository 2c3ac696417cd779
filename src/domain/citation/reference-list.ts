/**
 * The works one text cites, in one style: in which order they are listed, which of them need a letter,
 * and what stands for each in the text. The only place that decides any of it.
 */
import { noteHead, noteMark } from '#domain/citation/note-marks.ts';
import {
  creatorsOf,
  type CitableRecord,
  type Creator,
  type Locator,
  type ReferenceContext,
  type WebPage,
} from '#domain/citation/record.ts';
import { compose, plain, type RichText } from '#domain/citation/rich-text.ts';
import { citedThrough, type Original } from '#domain/citation/secondary.ts';
import {
  formatEntry,
  formatInText,
  isNumbered,
  isOfNotes,
  type CitationStyleId,
} from '#domain/citation/styles.ts';
import { valueOf } from '#domain/practice/fact.ts';

/** One mention of a work: our page, or the original through it. */
export interface Mention {
  readonly page: WebPage;
  readonly original: Original | null;
  /** Null where the whole is meant or the place is not known. */
  readonly locator: Locator | null;
}

/** What stands in the text. */
export interface ReferenceMark {
  /** Place of its entry in the list, from 1. */
  readonly number: number;
  /** `[3]第7段`, `（治理实践库编辑组，2026a）`, `③`. */
  readonly text: string;
}

/** How a list of references reads: numbered, in the order of names, or the notes of the text. */
export type ListForm = 'numbered' | 'sorted' | 'notes';

export const listFormOf = (style: CitationStyleId): ListForm =>
  isNumbered(style) ? 'numbered' : isOfNotes(style) ? 'notes' : 'sorted';

/** What stands before an entry of a list that is written as text. */
export const listHead = (style: CitationStyleId, number: number): string =>
  ({ numbered: `[${number}] `, sorted: '', notes: noteHead(style, number) })[listFormOf(style)];

export interface ReferenceList {
  readonly entries: readonly RichText[];
  /** As many as mentions. */
  readonly marks: readonly ReferenceMark[];
}

/** Equal mentions have one entry. `accessedOn` is the reader's own day, null in what a build makes. */
export function referenceList(
  mentions: readonly Mention[],
  style: CitationStyleId,
  accessedOn: string | null,
): ReferenceList {
  const letters = lettersOf(mentions, style);
  const contextOf = ({ page }: Mention, locator: Locator | null): ReferenceContext => ({
    accessedOn,
    letter: letters.get(page.id),
    ...(locator === null ? {} : { locator }),
  });
  const works = worksOf(mentions, style, contextOf);
  const order = listFormOf(style) === 'sorted' ? [...works].sort(byEntry(style)) : works;
  const numbers = new Map(order.map(({ key }, index) => [key, index + 1]));
  return {
    entries: order.map(({ entry }) => entry),
    marks: mentions.map((mention) => {
      const number = numbers.get(keyOf(mention, style, contextOf)) ?? 0;
      const context = { ...contextOf(mention, mention.locator), number };
      return { number, text: plain(markOf(mention, style, context)) };
    }),
  };
}

interface Work {
  readonly key: string;
  readonly mention: Mention;
  readonly entry: RichText;
}

type ContextOf = (mention: Mention, locator: Locator | null) => ReferenceContext;

/** A note is written for each place; a list names a work once, and its place if there is but one. */
function worksOf(
  mentions: readonly Mention[],
  style: CitationStyleId,
  contextOf: ContextOf,
): readonly Work[] {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention, style, contextOf);
    byKey.set(key, [...(byKey.get(key) ?? []), mention]);
  }
  return [...byKey].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const isOnePlace = others.every(({ locator }) => locator?.anchor === first.locator?.anchor);
    const context = contextOf(first, isOnePlace ? first.locator : null);
    return [{ key, mention: first, entry: entryOf(first, style, context) }];
  });
}

const keyOf = (mention: Mention, style: CitationStyleId, contextOf: ContextOf): string =>
  plain(entryOf(mention, style, contextOf(mention, isOfNotes(style) ? mention.locator : null)));

const entryOf = (
  { page, original }: Mention,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText =>
  original === null
    ? formatEntry(page, style, context)
    : citedThrough(original, page, style, context).reference;

/** The number of a note where the style has no mark of its own. */
function markOf(mention: Mention, style: CitationStyleId, context: ReferenceContext): RichText {
  const { page, original } = mention;
  const inText =
    original === null
      ? formatInText(page, style, context)
      : citedThrough(original, page, style, context).inText;
  return inText ?? compose([noteMark(style, context.number ?? 1)]);
}

/**
 * Pages that differ and whose marks would read the same are told apart by a, b, c in the order of the list
 * (GB/T 7714-2015 10.2.4, APA 8.19; Chicago likewise).
 */
function lettersOf(
  mentions: readonly Mention[],
  style: CitationStyleId,
): ReadonlyMap<string, string> {
  if (listFormOf(style) !== 'sorted') return new Map();
  const pages = [...new Map(mentions.map(({ page }) => [page.id, page])).values()];
  const alike = new Map<string, WebPage[]>();
  for (const page of pages) {
    const mark = plain(formatInText(page, style, { accessedOn: null }) ?? []);
    alike.set(mark, [...(alike.get(mark) ?? []), page]);
  }
  return new Map(
    [...alike.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) =>
        [...group].sort(inOrder(style)).map((page, index) => [page.id, letter(index)] as const),
      ),
  );
}

/** a … z, aa, ab … */
const letter = (index: number): string =>
  (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) +
  String.fromCodePoint('a'.charCodeAt(0) + (index % 26));

const collation = new Intl.Collator('zh-CN', { numeric: true });

/**
 * By name, then by year, undated first; of one year APA goes by day (9.47), the others by title, of which
 * GB/T 7714 says nothing. GB/T 7714 lists works in Chinese before others.
 */
const inOrder =
  (style: CitationStyleId) =>
  (a: CitableRecord, b: CitableRecord): number => {
    const dateOf = (record: CitableRecord): string => {
      const on = valueOf(record.issued)?.on ?? '';
      return style === 'apa-7' ? on : on.slice(0, 4);
    };
    const languageOf = (record: CitableRecord): string =>
      style.startsWith('gbt') && record.language === 'en' ? '2' : '1';
    const pairs = [
      [languageOf(a), languageOf(b)],
      [namesOf(a, style), namesOf(b, style)],
      ...(style === 'mla-9' ? [] : [[dateOf(a), dateOf(b)] as const]),
      [valueOf(a.title)?.text ?? '', valueOf(b.title)?.text ?? ''],
      [a.id, b.id],
    ] as const;
    return pairs.reduce((found, [one, other]) => found || collation.compare(one, other), 0);
  };

/** Chinese names by their reading; English styles go by Latin letters. */
function namesOf(record: CitableRecord, style: CitationStyleId): string {
  const creators = creatorsOf(record);
  if (style.startsWith('gbt')) return creators.map(({ name }) => name).join(' ');
  return creators.map(latinOf).join(' ');
}

const latinOf = ({ latin, name }: Creator): string =>
  latin === null
    ? name
    : typeof latin === 'string'
      ? latin
      : `${latin.family} ${latin.given ?? ''}`;

/** An original is listed under its own author where the style lists it at all. */
const byEntry =
  (style: CitationStyleId) =>
  (a: Work, b: Work): number => {
    const listed = ({ mention: { page, original } }: Work): CitableRecord =>
      original === null || style === 'apa-7' || style === 'mla-9' ? page : original.record;
    return inOrder(style)(listed(a), listed(b));
  };
