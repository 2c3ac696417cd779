/**
 * Text as a proofreader compares it: its letters and figures alone, each with its place. Blanks, line
 * breaks and the form of signs say nothing; whatever changes a number does.
 */
import { fold, noTraditional, scriptOf, type SimplifiedBy } from '#domain/search/fold.ts';

export interface Letters {
  /** Folded; as many UTF-16 units as `from` and `to` have entries. */
  readonly text: string;
  /** Where in the original the character begins that a letter comes from. */
  readonly from: readonly number[];
  /** Where it ends. */
  readonly to: readonly number[];
  /** True where a Traditional character was taken for the Simplified one. */
  readonly isTraditional: boolean;
}

/** With fewer letters a sentence is nobody's. */
export const leastLetters = 6;

/** Stands between two numbers that only a sign keeps apart: 第2、3条 is not 第23条. */
export const apart = '|';

const digit = /\d/;
/** What makes another number of the digits around it. */
const inNumbers: Readonly<Record<string, string>> = {
  '.': '.',
  ':': ':',
  '/': '/',
  '-': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '~': '-',
  '∼': '-',
  '〜': '-',
};
const alwaysRead = /^[%‰℃°+×√\p{Sc}]$/u;

export function lettersOf(original: string, simplified: SimplifiedBy = noTraditional): Letters {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  let isTraditional = false;
  /** Signs since the last letter, folded. */
  let signs = '';
  let at = 0;
  const add = (letters: string, start: number, end: number): void => {
    for (let unit = 0; unit < letters.length; unit += 1) {
      from.push(start);
      to.push(end);
    }
    text += letters;
  };
  for (const character of original) {
    const start = at;
    at += character.length;
    const plain = character === '○' || character === '◯' ? '〇' : fold(character);
    const letters = simplified.get(plain) ?? plain;
    if (letters !== plain) isTraditional = true;
    if (scriptOf(plain) === 'han') {
      signs = '';
      add(letters, start, at);
      continue;
    }
    if (alwaysRead.test(plain)) {
      add(plain, start, at);
      signs = '';
      continue;
    }
    if (
      scriptOf(plain.charAt(0)) === 'none' &&
      [...plain].every((one) => scriptOf(one) === 'none')
    ) {
      signs += plain;
      continue;
    }
    if (signs !== '' && digit.test(letters.charAt(0)) && digit.test(text.charAt(text.length - 1))) {
      const between = betweenDigits(signs, original.slice(start));
      add(between, start, start);
    }
    signs = '';
    add(letters, start, at);
  }
  return { text, from, to, isTraditional };
}

/** What stands between two digits that such signs keep apart. */
function betweenDigits(signs: string, rest: string): string {
  const plain = signs.replace(/ /g, '').replace(/[\r\n]+/g, '');
  if (plain === '') return '';
  if (plain === ',' && /^\d{3}(?!\d)/.test(rest.normalize('NFKC'))) return '';
  const [first = ''] = plain;
  const isOne = [...plain].every((sign) => sign === first);
  return (isOne ? inNumbers[first] : undefined) ?? apart;
}

/** How strongly signs part what stands before from what follows. */
export type Break = 0 | 1 | 2 | 3;

const sentenceEnd = /[。！？!?\n\r]/u;
const clauseEnd = /[，；：,;:…—（）()\t]/u;
const anySign = /[^\s]/u;

/** 3 between sentences, 2 between clauses, 1 at any other sign, 0 within a word. */
export const breakOf = (between: string): Break => {
  if (sentenceEnd.test(between)) return 3;
  if (clauseEnd.test(between)) return 2;
  return anySign.test(between) ? 1 : 0;
};

/** The break before each letter, and behind the last. */
export function breaksOf(original: string, { from, to }: Letters): Uint8Array {
  const breaks = new Uint8Array(from.length + 1);
  breaks[0] = 3;
  breaks[from.length] = 3;
  for (let at = 1; at < from.length; at += 1) {
    const [end = 0, start = 0] = [to[at - 1], from[at]];
    if (start > end) breaks[at] = breakOf(original.slice(end, start));
  }
  return breaks;
}

const quoteMarks = /["'“”„‟‘’「」『』＂＇﹁﹂﹃﹄]/gu;

/** Letters and signs, without blanks and whatever form a sign has: two texts of which one reads as the other. */
export const withSigns = (original: string, simplified: SimplifiedBy = noTraditional): string =>
  fold(original.replace(quoteMarks, '"'), simplified)
    .replace(/\s+/gu, '')
    .replace(/[–—−―─]+/gu, '-')
    .replace(/(?:\.{3,}|…+|⋯+)/gu, '…')
    .replace(/[•·‧・]/gu, '·')
    .replace(/[。．｡]/gu, '.')
    .replace(/、/gu, ',');
