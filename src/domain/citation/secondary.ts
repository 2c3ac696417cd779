import { apaReference, yearOf as apaYear } from '#domain/citation/apa.ts';
import { bookMarkClause, bookMarkNote, type BookMarkForm } from '#domain/citation/book-marks.ts';
import {
  chicagoClause,
  chicagoNote,
  chicagoReference,
  yearOf as chicagoYear,
} from '#domain/citation/chicago.ts';
import { inBrackets, shortNames } from '#domain/citation/english.ts';
import { gbtEntry, gbtInTextThrough, type GbtForm } from '#domain/citation/gbt-7714.ts';
import {
  openInReferences,
  originalOf,
  toCitable,
  type Publication,
} from '#domain/citation/library.ts';
import { mlaInText, mlaReference } from '#domain/citation/mla.ts';
import {
  abbreviatedParagraphs,
  type CitableRecord,
  type ReferenceContext,
  type WebPage,
} from '#domain/citation/record.ts';
import { compose, type RichText } from '#domain/citation/rich-text.ts';
import { gbtForms, type CitationStyleId } from '#domain/citation/styles.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** How to cite the original article for a reader who has seen only our digest of it. */
export interface SecondaryCitation {
  /** Reference list entry or note. */
  readonly reference: RichText;
  /** Mark in the running text where the style puts the debt there, else null. */
  readonly inText: RichText | null;
}

export const secondaryCitation = (
  practice: Practice,
  style: CitationStyleId,
  context: ReferenceContext & Publication,
): SecondaryCitation =>
  citedThrough(
    { record: originalOf(practice), open: openInReferences(practice.source, context.words.source) },
    toCitable(practice, context),
    style,
    context,
  );

/** The same for an original and a page of ours at hand. */
export const citedThrough = (
  original: Original,
  page: WebPage,
  style: CitationStyleId,
  context: ReferenceContext,
): SecondaryCitation => forms[style](original, page, context);

export interface Original {
  readonly record: CitableRecord;
  /** What of it is still to be found: `原刊名、年、期待考`; null where nothing is. */
  readonly open: string | null;
}

type Form = (original: Original, page: WebPage, context: ReferenceContext) => SecondaryCitation;

const gbt =
  (form: GbtForm): Form =>
  (original, page, context) => ({
    reference: quotedFrom(original, page, form, context),
    inText: gbtInTextThrough(original.record, page, form, context),
  });

/** Original, what is 待考, then our page in full. A house form. */
function quotedFrom(
  { record, open }: Original,
  page: WebPage,
  form: GbtForm,
  context: ReferenceContext,
): RichText {
  const colon = form.edition === 2015 ? ': ' : '：';
  return compose([
    gbtEntry(record, form, { accessedOn: context.accessedOn }),
    open === null ? ' ' : ` [${open}]. `,
    `转引自${colon}`,
    gbtEntry(page, form, context),
  ]);
}

/** As both journals' rules have it: the work, then 转引自 and what was read. The bracket is ours. */
const bookMarks =
  (form: BookMarkForm): Form =>
  ({ record, open }, page, context) => ({
    reference: compose([
      bookMarkClause(record, form, { accessedOn: context.accessedOn }),
      open === null ? null : `[${open}]`,
      '，转引自',
      bookMarkNote(page, form, context),
    ]),
    inText: null,
  });

/** Chicago has no comma between author and year, but one before `n.d.`. */
function authorAndYear(record: CitableRecord, context: ReferenceContext): string {
  const names = shortNames(record, 'and');
  const year = chicagoYear(record, context);
  if (names === null) return year;
  return `${names}${/^\d/.test(year) ? '' : ','} ${year}`;
}

/** APA 8.6 lists only the work that was read and names the original in the text; MLA likewise; Chicago prints both. */
const forms: Readonly<Record<CitationStyleId, Form>> = {
  'gbt-7714-2025-numeric': gbt(gbtForms['gbt-7714-2025-numeric']),
  'gbt-7714-2025-author-date': gbt(gbtForms['gbt-7714-2025-author-date']),
  'gbt-7714-2025-note': gbt(gbtForms['gbt-7714-2025-note']),
  'gbt-7714-2015-numeric': gbt(gbtForms['gbt-7714-2015-numeric']),
  'law-journals-note': bookMarks('law'),
  'social-sciences-note': bookMarks('society'),
  'apa-7': ({ record }, page, context) => ({
    reference: apaReference(page, context),
    inText: debtInText([shortNames(record, '&'), apaYear(record, {})], 'as cited in', [
      shortNames(page, '&'),
      apaYear(page, context),
      paragraph('para', context),
    ]),
  }),
  'mla-9': ({ record }, page, context) => ({
    reference: mlaReference(page, context),
    inText: inBrackets([
      `${shortNames(record, 'and') ?? ''}, qtd. in `,
      ...mlaInText(page, context).map(({ text, italic }) => [
        { text: text.replace(/^\(|\)$/gu, ''), italic },
      ]),
    ]),
  }),
  'chicago-18-author-date': ({ record }, page, context) => ({
    reference: compose([
      chicagoReference(record, { accessedOn: null }),
      ' Quoted in ',
      chicagoReference(page, context),
    ]),
    inText: debtInText([authorAndYear(record, { accessedOn: null })], 'quoted in', [
      authorAndYear(page, context),
      paragraph('para', context),
    ]),
  }),
  'chicago-18-note': ({ record }, page, context) => ({
    reference: compose([
      chicagoClause(record, { accessedOn: null }),
      ', quoted in ',
      chicagoNote(page, context),
    ]),
    inText: null,
  }),
};

const paragraph = (label: string, { locator }: ReferenceContext): string | null =>
  locator === undefined ? null : abbreviatedParagraphs(label, locator);

function debtInText(
  original: readonly (string | null)[],
  words: string,
  page: readonly (string | null)[],
): RichText {
  const row = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null).join(', ');
  return inBrackets([row([...original, `${words} ${row(page)}`])]);
}
