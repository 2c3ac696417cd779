import { apaInText, apaReference } from '#domain/citation/apa.ts';
import { bookMarkNote, type BookMarkForm } from '#domain/citation/book-marks.ts';
import { chicagoInText, chicagoNote, chicagoReference } from '#domain/citation/chicago.ts';
import { gbtEntry, gbtInText, gbtReference, type GbtForm } from '#domain/citation/gbt-7714.ts';
import { mlaInText, mlaReference } from '#domain/citation/mla.ts';
import type { CitableRecord, ReferenceContext } from '#domain/citation/record.ts';
import type { RichText } from '#domain/citation/rich-text.ts';

export type CitationStyleId =
  | 'gbt-7714-2025-numeric'
  | 'gbt-7714-2025-author-date'
  | 'gbt-7714-2025-note'
  | 'gbt-7714-2015-numeric'
  | 'law-journals-note'
  | 'social-sciences-note'
  | 'apa-7'
  | 'mla-9'
  | 'chicago-18-author-date'
  | 'chicago-18-note';

/** How a language speaks of the styles. */
export interface StyleWords {
  readonly label: string;
  /** What a reader should know before using it. */
  readonly note: string;
}

/**
 * In the order readers see them; the first is the default. The names are remembered in the reader's
 * browser: permanent.
 */
export const citationStyles: readonly CitationStyleId[] = [
  'gbt-7714-2025-numeric',
  'gbt-7714-2025-author-date',
  'gbt-7714-2025-note',
  'gbt-7714-2015-numeric',
  'law-journals-note',
  'social-sciences-note',
  'apa-7',
  'mla-9',
  'chicago-18-author-date',
  'chicago-18-note',
];

interface Formatter {
  readonly reference: (record: CitableRecord, context: ReferenceContext) => RichText;
  readonly inText: ((record: CitableRecord, context: ReferenceContext) => RichText | null) | null;
}

const gbt = (form: GbtForm): Formatter => ({
  reference: (record, context) => gbtReference(record, form, context),
  inText: (record, context) => gbtInText(record, form, context),
});

const inBookMarks = (form: BookMarkForm): Formatter => ({
  reference: (record, context) => bookMarkNote(record, form, context),
  inText: null,
});

/** The variants of GB/T 7714 on offer. */
export const gbtForms = {
  'gbt-7714-2025-numeric': { edition: 2025, order: 'numeric' },
  'gbt-7714-2025-author-date': { edition: 2025, order: 'author-date' },
  'gbt-7714-2025-note': { edition: 2025, order: 'note' },
  'gbt-7714-2015-numeric': { edition: 2015, order: 'numeric' },
} as const satisfies Partial<Record<CitationStyleId, GbtForm>>;

const formatters: Readonly<Record<CitationStyleId, Formatter>> = {
  'gbt-7714-2025-numeric': gbt(gbtForms['gbt-7714-2025-numeric']),
  'gbt-7714-2025-author-date': gbt(gbtForms['gbt-7714-2025-author-date']),
  'gbt-7714-2025-note': gbt(gbtForms['gbt-7714-2025-note']),
  'gbt-7714-2015-numeric': gbt(gbtForms['gbt-7714-2015-numeric']),
  'law-journals-note': inBookMarks('law'),
  'social-sciences-note': inBookMarks('society'),
  'apa-7': { reference: apaReference, inText: apaInText },
  'mla-9': { reference: mlaReference, inText: mlaInText },
  'chicago-18-author-date': { reference: chicagoReference, inText: chicagoInText },
  'chicago-18-note': { reference: chicagoNote, inText: null },
};

/** The entry of a reference list, or the full note where the style has notes. */
export const formatReference = (
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText => formatters[style].reference(record, context);

/** The same without the number a numeric style puts before it: where a list numbers itself. */
export const formatEntry = (
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText =>
  style in gbtForms
    ? gbtEntry(record, gbtForms[style as keyof typeof gbtForms], context)
    : formatReference(record, style, context);

/** The mark that stands in the running text, or null for a style of notes. */
export const formatInText = (
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText | null => formatters[style].inText?.(record, context) ?? null;

/** Styles that number the sources of a text in the order of their first mention. */
export const isNumbered = (style: CitationStyleId): boolean => style.endsWith('numeric');

/** Styles whose references stand at the foot of the page. */
export const isOfNotes = (style: CitationStyleId): boolean => style.endsWith('note');
