/** The numbers of notes at the foot of a page. */
import type { CitationStyleId } from '#domain/citation/styles.ts';

/** ① to ㊿, as notes of Chinese journals are numbered; there are no more of them. */
function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : `[${number}]`;
}

/** Whether a style circles its numbers: what is written in Chinese does. */
export const isCircled = (style: CitationStyleId): boolean => !style.startsWith('chicago');

/** The number in the text. */
export const noteMark = (style: CitationStyleId, number: number): string =>
  isCircled(style) ? circled(number) : String(number);

/** The number before the note itself, with what parts them. */
export const noteHead = (style: CitationStyleId, number: number): string =>
  isCircled(style) ? `${circled(number)} ` : `${number}. `;
