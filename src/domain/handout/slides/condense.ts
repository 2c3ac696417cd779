import { widthOf } from '#domain/handout/office/text-width.ts';
import {
  heightOf,
  lineHeight,
  markIndent,
  type SlideParagraph,
  type SlideRun,
} from '#domain/handout/slides/text.ts';

/**
 * How much of a paragraph stands on a slide, by whole sentences; the notes hold all of it. A
 * sentence too long for that is cut, and the cut is marked.
 */
export function leadOf(text: string, enough: number, ellipsis: string): string {
  const single = text.replace(/\s+/gu, ' ').trim();
  if (widthOf(single) <= enough * 1.25) return single;
  const sentences = single.match(/[^。！？!?]*[。！？!?]+[”’』」）)]*|[^。！？!?]+$/gu) ?? [single];
  let lead = '';
  for (const sentence of sentences) {
    if (lead !== '' && widthOf(lead + sentence) > enough) break;
    lead += sentence;
  }
  if (widthOf(lead) <= enough * 1.4) return lead;
  const [head] = cutAt([...lead], enough, 1);
  return `${head.replace(/[，、；：,;:]$/u, '')}${ellipsis}`;
}

/** Characters that belong to the one before them, and must not be parted from it. */
const clings = /^[\p{M}\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]$/u;

/** The part of a text that takes so many lines of so many em, and what is left. */
function cutAt(
  characters: readonly string[],
  measure: number,
  lines: number,
): readonly [head: string, rest: readonly string[]] {
  let line = 1;
  let width = 0;
  for (const [index, character] of characters.entries()) {
    const isBreak = character === '\n';
    const own = isBreak ? 0 : widthOf(character);
    if (isBreak || width + own > measure) {
      const next = line + 1;
      if (next > lines && !clings.test(character) && characters[index - 1] !== '\u200d')
        return [characters.slice(0, index).join(''), characters.slice(index)];
      line = next;
      width = 0;
    }
    width += own;
  }
  return [characters.join(''), []];
}

/** A text that fits into a box of so many points, cut and marked where it has to be. */
export function shortened(text: string, width: number, height: number, size: number): string {
  const single = text.replace(/\s+/gu, ' ').trim();
  const lines = Math.max(1, Math.floor(height / (size * lineHeight)));
  const measure = width / size - 1;
  const [all, rest] = cutAt([...single], measure, lines);
  if (rest.length === 0) return all;
  const characters = [...all];
  return `${characters.slice(0, Math.max(1, characters.length - 2)).join('')}…`;
}

/** Paragraphs in as many pages as they need. One that is longer than a page goes on over the next. */
export function paged(
  paragraphs: readonly SlideParagraph[],
  width: number,
  height: number,
  most = Infinity,
): SlideParagraph[][] {
  const pages: SlideParagraph[][] = [];
  let current: SlideParagraph[] = [];
  const turn = (): void => {
    if (current.length > 0) pages.push(current);
    current = [];
  };
  for (const paragraph of paragraphs) {
    if (current.length >= most || heightOf([...current, paragraph], width) > height) turn();
    let rest: SlideParagraph | null = paragraph;
    while (rest !== null && heightOf([rest], width) > height) {
      const [head, tail]: readonly [SlideParagraph, SlideParagraph | null] = split(
        rest,
        width,
        height,
      );
      pages.push([head]);
      rest = tail;
    }
    if (rest !== null) current.push(rest);
  }
  turn();
  return pages;
}

/** What fits on one page. */
export const pieceOf = (
  paragraphs: readonly SlideParagraph[],
  width: number,
  height: number,
): SlideParagraph[] => paged(paragraphs, width, height)[0] ?? [];

function split(
  paragraph: SlideParagraph,
  width: number,
  height: number,
): readonly [SlideParagraph, SlideParagraph | null] {
  const { size, mark, runs } = paragraph;
  const measure = (width - (mark === undefined ? 0 : markIndent(size))) / size - 1;
  const lines = Math.max(1, Math.floor(height / (size * lineHeight)));
  const text = runs.map((run) => run.text).join('');
  const [head, rest] = cutAt([...text], measure, lines);
  if (rest.length === 0) return [paragraph, null];
  const at = head.length;
  return [
    { ...paragraph, runs: sliced(runs, 0, at) },
    { ...paragraph, mark: undefined, runs: sliced(runs, at, text.length) },
  ];
}

/** The runs between two places of their text, counted in code units. */
function sliced(runs: readonly SlideRun[], from: number, to: number): SlideRun[] {
  const result: SlideRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') result.push({ ...run, text });
    at += run.text.length;
  }
  return result;
}
