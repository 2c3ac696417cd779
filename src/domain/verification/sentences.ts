/** A text taken apart into what is judged one by one. */

export interface Sentence {
  /** Where it stands in the text it was taken from. */
  readonly from: number;
  readonly to: number;
}

/** Closing marks belong to the sentence they close. */
const end = /[。！？!?]+[”’」』）)》"']*|…{2,}(?=[”’」』\s]|$)[”’」』）)]*|[.](?=\s+[A-Z])/gu;

/** 一、 （一） 1. ① •: where a line begins so, it goes on from none. */
const listMark =
  /^[\s　]*(?:[•·●■◆○*\-–—]\s*|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、]\s*|\d{1,2}[.．](?!\d)\s*|[①-⑳]\s*|第[一二三四五六七八九十]{1,3}[章节条]\s+|#{1,6}\s+)/u;

/** A page number alone on its line, as in text out of a PDF. */
const pageNumber =
  /^[\s　]*(?:[-–—─·]*[\s　]*\d{1,4}[\s　]*[-–—─·]*|第[\s　]*\d{1,4}[\s　]*页(?:[\s　]*(?:[/／][\s　]*共?|共)[\s　]*\d{1,4}[\s　]*页?)?|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)[\s　]*$/iu;

/** A line that ends so goes on in no other. */
const closed = /[。！？!?；;：:…”’」』）)】》]\s*$/u;

interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Sentences of a text, in order, without the blanks and list marks before them. Lines that a
 * printed page broke are read on, over page numbers as well; any other line ends a sentence.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  return paragraphsOf(text).flatMap((paragraph) => within(text, paragraph));
}

/** Ranges of text that no line break of its own goes through. */
function paragraphsOf(text: string): readonly Sentence[] {
  const lines = linesOf(text);
  const full = brokenWidth(lines);
  const paragraphs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  let last = '';
  for (const line of lines) {
    if (line.text === '' && wide(last) < full) open = null;
    if (line.text === '' || pageNumber.test(line.text)) continue;
    const goesOn = wide(last) >= full && !closed.test(last) && !listMark.test(line.text);
    if (goesOn && open) open.to = line.to;
    else {
      open = { from: line.from, to: line.to };
      paragraphs.push(open);
    }
    last = line.text;
  }
  return paragraphs;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n\f\u2028\u2029]+|\n(?=\n)|\r\n(?=\r\n)/gu)) {
    const [line] = match;
    lines.push({
      from: match.index,
      to: match.index + line.length,
      text: line.trim() === '' ? '' : line,
    });
  }
  return lines;
}

const wide = (line: string): number => [...line.trim()].length;

/**
 * How long a line is at least that was broken to fit a page; without end where lines are not:
 * several of the same length, or nearly so, that end within a sentence.
 */
function brokenWidth(lines: readonly Line[]): number {
  const open = lines
    .filter(({ text }) => !closed.test(text))
    .map(({ text }) => wide(text))
    .filter((width) => width >= 15 && width <= 60)
    .sort((a, b) => b - a);
  const widest = open[Math.floor(open.length / 10)]!;
  const alike = open.filter((width) => width >= widest - 4).length;
  return alike >= 3 ? widest - 6 : Infinity;
}

/** Nobody writes longer sentences: what comes without a full stop for so long is taken apart at commas, or anywhere. */
const longest = 600;

function inPieces(text: string, from: number, to: number): readonly Sentence[] {
  const pieces: Sentence[] = [];
  let start = from;
  while (to - start > longest) {
    const most = text.slice(start, start + longest);
    const comma = Math.max(...[...'，；、,; '].map((mark) => most.lastIndexOf(mark)));
    const stop = start + (comma > longest / 4 ? comma + 1 : longest);
    pieces.push({ from: start, to: stop });
    start = stop;
  }
  return [...pieces, { from: start, to }];
}

function within(text: string, { from, to }: Sentence): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const paragraph = text.slice(from, to);
  let start = 0;
  const add = (stop: number): void => {
    const piece = paragraph.slice(start, stop);
    const mark = start === 0 ? (listMark.exec(piece)?.[0].length ?? 0) : 0;
    const blank = /^[\s　]*/u.exec(piece.slice(mark))?.[0].length ?? 0;
    const kept = piece.trimEnd().length;
    if (kept > mark + blank) {
      const [first, last] = [from + start + mark + blank, from + start + kept];
      sentences.push(...inPieces(text, first, last));
    }
    start = stop;
  };
  // An entry of a list of references is judged as a whole.
  if (paragraph.length > longest || !isReference(paragraph)) {
    for (const match of paragraph.matchAll(end)) add(match.index + match[0].length);
  }
  add(paragraph.length);
  return sentences;
}

/**
 * True of a line that carries a type of document as GB/T 7714 marks it, `[EB/OL]`, `[J]`, or that
 * gives the address of a practice in a language of Latin letters.
 */
export const isReference = (line: string): boolean =>
  /[[［](?:EB|DS|DB|J|N|M|R|D|A|Z|C|S|P)(?:[/／](?:OL|CD|MM))?[\]］]/u.test(line) ||
  (/\/practices\/[a-z0-9-]+/u.test(line) &&
    (line.match(/[a-z]/giu)?.length ?? 0) * 2 > line.replace(/\s/gu, '').length);
