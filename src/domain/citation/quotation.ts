import { noteHead, noteMark } from '#domain/citation/note-marks.ts';
import type { CitableRecord, ReferenceContext } from '#domain/citation/record.ts';
import { compose, roman, type RichText } from '#domain/citation/rich-text.ts';
import {
  formatInText,
  formatReference,
  isNumbered,
  type CitationStyleId,
} from '#domain/citation/styles.ts';

/**
 * Passages as a quotation: marks inside turn single, and single ones double again (GB/T 15834
 * 4.8.3.3); of several paragraphs each opens and only the last closes (4.8.3.5).
 */
export const quoted = (passages: readonly string[]): readonly string[] =>
  passages.map(
    (passage, index) => `“${turned(passage)}${index === passages.length - 1 ? '”' : ''}`,
  );

const turns: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** An apostrophe in a Latin word is no quotation mark. */
const turned = (passage: string): string =>
  passage.replace(/(?<![A-Za-z])[‘’]|’(?![A-Za-z])|[“”]/gu, (mark) => turns[mark] ?? mark);

/** A quotation as it is taken into a text of one's own. */
export interface CitedQuotation {
  /** A paragraph each, in quotation marks. */
  readonly paragraphs: readonly string[];
  /** What leads from the text to the reference, with the blank before it. */
  readonly mark: RichText;
  /** Numbers are set above the line. */
  readonly isRaised: boolean;
  readonly reference: RichText;
}

/** Passages of a page with the mark the style wants behind them, and the reference or note itself. */
export function citedQuotation(
  passages: readonly string[],
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): CitedQuotation {
  const inText = formatInText(record, style, context);
  const reference = formatReference(record, style, context);
  const paragraphs = quoted(passages);
  if (inText === null) {
    return {
      paragraphs,
      mark: roman(noteMark(style, 1)),
      isRaised: true,
      reference: compose([noteHead(style, 1), reference]),
    };
  }
  // A bracket of Latin script needs a blank before it.
  const mark = inText[0]?.text.startsWith('(') === true ? [...roman(' '), ...inText] : inText;
  return { paragraphs, mark, isRaised: isNumbered(style), reference };
}
