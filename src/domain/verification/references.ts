/** References to the library's practices as they stand in a draft, checked against the record. */
import { accessSlot, accessSlotInWords, dayInWords } from '#domain/citation/access-slot.ts';
import { editors, library } from '#domain/citation/library.ts';
import type { Locator, WebPage } from '#domain/citation/record.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citationStyles, formatReference, type CitationStyleId } from '#domain/citation/styles.ts';
import { known } from '#domain/practice/fact.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { stepsBetween, type Step } from '#domain/verification/alignment.ts';
import { lettersOf } from '#domain/verification/letters.ts';

/** What a draft's address of a practice names. */
export interface CitedAddress {
  readonly practice: string;
  readonly edition: number | null;
  readonly paragraph: string | null;
  /** Everything before the path: scheme and host, and the base. */
  readonly site: string;
}

const address =
  /(https?:\/\/[^\s/]+(?:\/[^\s?#]*?)?)?\/practices\/([a-z0-9-]+)\/?(?:\?v=(\d+))?(?:#(p-[a-z0-9]+))?/u;

/** The first address of a practice in a text; null where there is none. */
export function addressIn(text: string): CitedAddress | null {
  const found = address.exec(text);
  if (!found) return null;
  const [, site = '', practice = '', edition, paragraph] = found;
  return {
    practice,
    edition: edition === undefined ? null : Number(edition),
    paragraph: paragraph ?? null,
    site,
  };
}

/** What is wrong with a reference; each with what the record has. */
export type ReferenceFault =
  | { readonly kind: 'title' | 'responsible' | 'site' | 'date'; readonly right: string }
  | { readonly kind: 'former-date' | 'former-edition' | 'no-edition'; readonly right: string }
  | { readonly kind: 'no-paragraph' | 'no-access' | 'unfilled' | 'access-before' | 'type' | 'form' }
  | { readonly kind: 'retired-paragraph'; readonly right: string }
  | { readonly kind: 'number'; readonly right: string }
  | { readonly kind: 'withdrawn'; readonly right: string };

export interface CheckedReference {
  readonly practice: string;
  readonly title: string;
  /** The style it comes nearest to, and the reference as that style has it. */
  readonly style: CitationStyleId;
  readonly right: string;
  /** From the right one to the one given, over `tidy` texts. */
  readonly steps: readonly Step[];
  readonly given: string;
  readonly faults: readonly ReferenceFault[];
}

/** On one line, without the circled number of a note at the foot of a page. */
const tidy = (line: string): string =>
  line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[①-⑳㉑-㉟㊱-㊿]\s*/u, '');

/** Checks a line that cites this practice. */
export function checkReference(line: string, practice: PracticeRecord): CheckedReference {
  const given = tidy(line);
  const own = given.slice(secondHand.exec(given)?.[0].length ?? 0);
  const cited = addressIn(own);
  const paragraphs = practice.text.flatMap((section) => section.paragraphs);
  const paragraph = paragraphs.find(({ id }) => id !== null && id === cited?.paragraph);
  const number = /第\s*(\d+)\s*段|\bparas?\.\s*(\d+)/u.exec(own);
  const counted = number ? Number(number[1] ?? number[2]) : null;
  const access = accessIn(own);
  const locator: Locator | undefined =
    paragraph?.number == null
      ? undefined
      : { paragraph: paragraph.number, anchor: paragraph.id ?? undefined };
  const context = {
    accessedOn: access,
    locator,
    number: Number(/^\[(\d+)\]/u.exec(given)?.[1] ?? 1),
    pinned: cited?.edition != null,
  };
  const record = recordOf(practice);
  const candidates = citationStyles.map((style) => {
    const right = plain(formatReference(record, style, context));
    const steps = stepsBetween(own, right);
    return { style, right, steps, unlike: unlikeIn(steps) };
  });
  const [nearest] = candidates.sort((a, b) => a.unlike - b.unlike);
  if (!nearest) throw new Error('There is no style of citation.');
  const { style, right, steps } = nearest;
  const faults = [...faultsOf({ own, practice, cited, paragraph, counted, access, style })];
  const isInForm = own.replace(/\s/gu, '') === right.replace(/\s/gu, '');
  if (faults.length === 0 && !isInForm) faults.push({ kind: 'form' });
  return { practice: practice.id, title: practice.title, style, right, steps, given: own, faults };
}

/** All before our page in a second-hand reference; notes of journals have no colon there. */
const secondHand = /^.*转引自[：:]?\s?/u;

const unlikeIn = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, { kind, from, to, ours, oursTo }) =>
      sum + (kind === 'same' ? 0 : Math.max(to - from, oursTo - ours)),
    0,
  );

const lastChange = ({ changes }: PracticeRecord): string =>
  changes.reduce((last, { changedOn }) => (changedOn > last ? changedOn : last), '');

const recordOf = (practice: PracticeRecord): WebPage => ({
  kind: 'web-page',
  id: practice.id,
  language: 'zh-CN',
  title: known({ text: practice.title, pinyin: null, translation: null }),
  creators: known([editors]),
  issued: known({ on: lastChange(practice), guessed: false }),
  address: known(practice.url),
  abstract: null,
  keywords: [],
  note: null,
  site: library,
  edition: practice.edition,
  accessedOn: null,
});

/** The day of access behind an address, as notes of journals write it. */
const readInWords = /(?<=[/a-z0-9])[，,]\s?(\d{4})年(\d{1,2})月(\d{1,2})日(?:访问)?。?$/u;

/** The last full date in square brackets, or behind the address in words. */
function accessIn(own: string): string | null {
  const dates = [...own.matchAll(/[[［](\d{4}-\d{2}-\d{2})[\]］]/gu)].map(([, date = '']) => date);
  const [, year, month = '', day = ''] = readInWords.exec(own) ?? [];
  const inWords =
    year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dates[dates.length - 1] ?? inWords;
}

interface Given {
  readonly own: string;
  readonly practice: PracticeRecord;
  readonly cited: CitedAddress | null;
  readonly paragraph: PracticeRecord['text'][number]['paragraphs'][number] | undefined;
  readonly counted: number | null;
  readonly access: string | null;
  readonly style: CitationStyleId;
}

function* faultsOf(of: Given): Generator<ReferenceFault> {
  const { own, practice, cited, paragraph, counted, access, style } = of;
  const letters = lettersOf(own).text;
  const holds = (text: string | null): boolean =>
    text !== null && letters.includes(lettersOf(text).text);
  const isOfStandard = style.startsWith('gbt');
  const isChinese = isOfStandard || style.startsWith('law') || style.startsWith('social');
  if (practice.retired) yield { kind: 'withdrawn', right: practice.retired.reason };
  if (!holds(practice.title)) yield { kind: 'title', right: practice.title };
  if (![editors.name, editors.latin].some(holds)) {
    yield {
      kind: 'responsible',
      right: isChinese ? editors.name : (editors.latin ?? editors.name),
    };
  }
  if (isOfStandard && !/[[［]EB[/／]OL[\]］]/u.test(own)) yield { kind: 'type' };
  const site = practice.url.slice(0, practice.url.lastIndexOf('/practices/'));
  if (cited && site !== '' && cited.site !== site) yield { kind: 'site', right: practice.url };
  yield* faultsOfDate(of);
  if (cited?.edition != null) {
    if (cited.edition > practice.edition)
      yield { kind: 'no-edition', right: String(practice.edition) };
    else if (cited.edition < practice.edition) {
      yield { kind: 'former-edition', right: String(practice.edition) };
    }
  }
  const left = practice.retiredParagraphs.find(({ id }) => id === cited?.paragraph);
  if (left) yield { kind: 'retired-paragraph', right: left.note };
  else if (cited?.paragraph && !paragraph) yield { kind: 'no-paragraph' };
  if (counted !== null && paragraph?.number != null && counted !== paragraph.number) {
    yield { kind: 'number', right: String(paragraph.number) };
  }
  const wantsAccess = isOfStandard || style.startsWith('social');
  if (wantsAccess && access === null) {
    const isUnfilled = [`[${accessSlot}]`, accessSlotInWords].some((slot) => own.includes(slot));
    yield { kind: isUnfilled ? 'unfilled' : 'no-access' };
  }
  if (access !== null && access < lastChange(practice)) yield { kind: 'access-before' };
}

/** The date of publication: that of the edition that stands, unless an earlier one is cited. */
function* faultsOfDate({ own, practice }: Given): Generator<ReferenceFault> {
  const last = lastChange(practice);
  const isDated = (date: string): boolean => {
    const [year = '', month = '', day = ''] = date.split('-');
    const name = monthNames[Number(month) - 1] ?? '';
    const short = name.slice(0, 3);
    const days = `0?${Number(day)}`;
    return (
      new RegExp(`[（(]${date}[）)]`, 'u').test(own) ||
      own.replace(readInWords, '').includes(dayInWords(date)) ||
      new RegExp(`${year}, ${name} ${days}\\b|${name} ${days}(?:, ${year})?\\b`, 'u').test(own) ||
      new RegExp(`\\b${days} ${short}[a-z]*\\.? ${year}`, 'u').test(own)
    );
  };
  if (isDated(last)) return;
  const former = practice.changes.find(({ changedOn }) => isDated(changedOn));
  yield former ? { kind: 'former-date', right: last } : { kind: 'date', right: last };
}

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
