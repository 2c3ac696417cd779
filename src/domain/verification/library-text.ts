/** What a practice's page says, as it is compared with a text: one run of letters, block after block. */
import type { BlockEntry } from '#domain/search/data.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import type { Payload } from '#domain/search/posting-files.ts';
import { fingerprintsOf } from '#domain/verification/fingerprints.ts';
import { apart, breaksOf, lettersOf, type Letters } from '#domain/verification/letters.ts';

export interface LibraryText {
  readonly id: string;
  readonly title: string;
  /** True of a practice that was withdrawn. */
  readonly isRetired: boolean;
  readonly blocks: readonly BlockEntry[];
  /** Letters of all blocks; between the numbers of two blocks stands `apart`. */
  readonly letters: string;
  /** Before each letter, and behind the last; see `breaksOf`. Blocks are as far apart as sentences. */
  readonly breaks: Uint8Array;
  /** Block of each letter. */
  readonly blockOf: Uint16Array;
  /** Where its character stands in the text of its block, and where that ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function libraryText(
  id: string,
  blocks: readonly BlockEntry[],
  isRetired = false,
): LibraryText {
  const parts = blocks.map(([, , text], block) => ({ block, text, letters: lettersOf(text) }));
  let letters = '';
  const breaks: number[] = [];
  const blockOf: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { block, text, letters: own } of parts) {
    if (own.text === '') continue;
    if (isNumberOn(letters, own.text)) {
      letters += apart;
      breaks.push(3);
      blockOf.push(block);
      from.push(0);
      to.push(0);
    }
    letters += own.text;
    addAll(breaks, breaksOf(text, own), own);
    for (let at = 0; at < own.text.length; at += 1) {
      blockOf.push(block);
      from.push(own.from[at]!);
      to.push(own.to[at]!);
    }
  }
  breaks.push(3);
  return {
    id,
    title: blocks.find(([kind]) => kind === kindNumber('title'))?.[2] ?? id,
    isRetired,
    blocks,
    letters,
    breaks: Uint8Array.from(breaks),
    blockOf: Uint16Array.from(blockOf),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
  };
}

/** The break behind the last letter of a block is said by the first of the next. */
function addAll(breaks: number[], own: Uint8Array, { text }: Letters): void {
  for (let at = 0; at < text.length; at += 1) breaks.push(own[at]!);
}

/** What the index of passages holds of a practice: its fingerprints, of which nothing more is known. */
export function passagesOf(blocks: readonly BlockEntry[]): Map<string, Payload> {
  let letters = '';
  for (const [, , text] of blocks) {
    const own = lettersOf(text).text;
    letters += isNumberOn(letters, own) ? apart + own : own;
  }
  return new Map(fingerprintsOf(letters).map(({ key }) => [key, nothing]));
}

/** True where a block ends in a number and the next begins with one. */
const isNumberOn = (before: string, after: string): boolean =>
  /^\d/.test(after) && /\d/.test(before.charAt(before.length - 1));

const nothing: Payload = [];

/** The original between two places of the letters; a line break where a block ends. */
export function originalOf(text: LibraryText, start: number, end: number): string {
  const lines: string[] = [];
  let at = start;
  while (at < end) {
    const block = text.blockOf[at]!;
    let last = at;
    while (last + 1 < end && text.blockOf[last + 1] === block) last += 1;
    lines.push((text.blocks[block]?.[2] ?? '').slice(text.from[at], text.to[last]));
    at = last + 1;
  }
  return lines.join('\n');
}

/** The address of the block that a letter stands in, without `#`; empty where it has none. */
export const addressAt = (text: LibraryText, at: number): string =>
  text.blocks[text.blockOf[at]!]?.[1] ?? '';

/** The whole clause or sentence around a passage: from the last break of at least `least` to the next. */
export function widened(
  { breaks }: LibraryText,
  start: number,
  end: number,
  least: number,
): readonly [start: number, end: number] {
  let [from, to] = [start, end];
  while (breaks[from]! < least) from -= 1;
  while (breaks[to]! < least) to += 1;
  return [from, to];
}
