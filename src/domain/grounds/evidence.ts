import type { ArticleText } from '#domain/grounds/article-text.ts';
import { placeNumbers, withoutBlanks } from '#domain/grounds/attribution.ts';
import { coverageOf, type Ground } from '#domain/grounds/grounds.ts';
import { spanOf, type NoSpan } from '#domain/grounds/passage.ts';
import type { Statement } from '#domain/grounds/statements.ts';
import { matchesOf } from '#domain/words/matches.ts';

/** Why a ground does not bear what it is said to bear. */
export type EvidenceProblem =
  /** The article has no such place. */
  | { readonly kind: 'noPlace'; readonly passage: number }
  /** The words do not stand there; where else they do, or null. */
  | {
      readonly kind: NoSpan;
      readonly passage: number;
      readonly elsewhere: string | null;
    }
  /** The figure does not stand in its passages, as it is printed. */
  | { readonly kind: 'figure'; readonly wanted: string; readonly elsewhere: string | null }
  /** Words in quotation marks, a title, a number or a name that the passages of a sentence lack. */
  | {
      readonly kind: 'quotation' | 'number' | 'name';
      readonly wanted: string;
      readonly sentence: number;
      readonly elsewhere: string | null;
    }
  /** A word said to stand nowhere stands in the article. */
  | {
      readonly kind: 'present';
      readonly absence: number;
      readonly wanted: string;
      readonly elsewhere: string;
    };

/** Letters, digits and marks in one width, every quotation mark as a double one, no blanks. */
export const comparable = (text: string): string =>
  withoutBlanks(text)
    .replace(/[！-～]/g, (character) => character.normalize('NFKC'))
    .replace(/[‘「『]/g, '“')
    .replace(/[’」』]/g, '”');

/** The part of a text behind its digits is cut off, and names keep only what is written. */
const written = (text: string): string => comparable(text).replace(/[^\p{L}\p{N}%]/gu, '');

/** Judges a ground against the article its practice is written from. */
export function evidenceProblems(
  statement: Statement,
  ground: Ground,
  article: ArticleText,
  /** Names of the practice's measures: where a sentence uses one, its passages do. */
  names: readonly string[],
): readonly EvidenceProblem[] {
  const problems: EvidenceProblem[] = [];
  const passages = ground.passages ?? [];
  const texts = passages.map((passage, index) => {
    const paragraph = article.paragraphs.get(passage.at);
    if (paragraph === undefined) {
      problems.push({ kind: 'noPlace', passage: index });
      return '';
    }
    const span = spanOf(paragraph, passage);
    if (typeof span === 'object') return paragraph.slice(span.start, span.end);
    const elsewhere = span === 'absent' ? placeOf(article, passage.from) : null;
    problems.push({ kind: span, passage: index, elsewhere });
    return '';
  });
  // What cannot be found bears nothing, and nothing more can be said of it.
  if (problems.length > 0) return problems;
  problems.push(...presentWords(ground, article, texts));
  const bearing = (sentence: number): string[] =>
    texts.filter((_text, index) => passages[index]?.for?.includes(sentence) ?? true);
  const { ours } = coverageOf(statement, ground);
  const { figure } = statement;
  if (figure && passages.length > 0 && !texts.some((text) => holdsFigure(text, figure))) {
    const wanted = `${figure.value}${figure.unit}`;
    problems.push({ kind: 'figure', wanted, elsewhere: placeOf(article, figure.value) });
  }
  for (const [index, sentence] of statement.sentences.entries()) {
    const borne = bearing(index + 1);
    if (borne.length === 0 || ours.includes(index + 1)) continue;
    for (const { kind, wanted, fits } of usedIn(sentence, statement, names)) {
      if (borne.some(fits) || fits(borne.join(''))) continue;
      const elsewhere = [...article.paragraphs].find(([, text]) => fits(text))?.[0] ?? null;
      // A name that stands nowhere is ours. A date bound also speaks of what stands outside the source.
      if ((kind === 'name' || isBound(statement)) && elsewhere === null) continue;
      problems.push({ kind, wanted, sentence: index + 1, elsewhere });
    }
  }
  return problems;
}

const isBound = ({ of }: Pick<Statement, 'of'>): boolean =>
  of === 'writtenAfter' || of === 'writtenBefore';

interface Used {
  readonly kind: 'quotation' | 'number' | 'name';
  readonly wanted: string;
  readonly fits: (passage: string) => boolean;
}

/** What of a sentence has to stand in its passages, character for character. */
function usedIn(sentence: string, { of, name }: Statement, names: readonly string[]): Used[] {
  const quotations = quotationsIn(sentence).map((wanted): Used => ({
    kind: 'quotation',
    wanted,
    fits: (passage) => holdsQuotation(passage, wanted),
  }));
  const outside = comparable(sentence).replace(/[“《][^”》]*[”》]/gu, '　');
  // What a figure counts may name other figures, which are checked in the prose.
  const numbers =
    of === 'figures' || isBound({ of })
      ? []
      : matchesOf(/\d+(?:\.\d+)?%?/g, outside).map(([wanted]): Used => ({
          kind: 'number',
          wanted,
          fits: (passage) => holdsNumber(comparable(passage), wanted),
        }));
  const named = [
    ...(name === null ? [] : [name]),
    ...(of === 'paragraph' ? names.filter((one) => written(sentence).includes(written(one))) : []),
  ].map((wanted): Used => ({
    kind: 'name',
    wanted,
    fits: (passage) => holdsName(passage, wanted),
  }));
  return [...quotations, ...numbers, ...named];
}

/** What stands in “ ” or 《 》, the innermost and the outermost; the marks at its end are ours. */
export function quotationsIn(text: string): readonly string[] {
  const found: string[] = [];
  const open: number[] = [];
  const marked = withoutBlanks(text);
  for (let at = 0; at < marked.length; at += 1) {
    const mark = marked[at] ?? '';
    if ('“《'.includes(mark)) open.push(at);
    if ('”》'.includes(mark) && open.length > 0) {
      const start = open.pop() ?? 0;
      if (open.length === 0) found.push(marked.slice(start + 1, at));
    }
  }
  return found;
}

/** Quotation marks of either kind are left out; …… stands for words left out. */
export function holdsQuotation(passage: string, quotation: string): boolean {
  const text = comparable(passage).replace(/[“”]/g, '');
  let from = 0;
  for (const piece of quotation.split(/…+/u)) {
    const wanted = comparable(piece)
      .replace(/[“”]/g, '')
      .replace(/[,。;:、!?]+$/u, '');
    const at = text.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length;
  }
  return true;
}

function holdsFigure(passage: string, figure: { value: string; unit: string }): boolean {
  const text = comparable(passage);
  const [value, unit] = [comparable(figure.value), comparable(figure.unit)];
  for (let at = numberAt(text, value, 0); at >= 0; at = numberAt(text, value, at + 1)) {
    if (text.includes(unit, at + value.length)) return true;
  }
  return false;
}

const holdsNumber = (text: string, wanted: string): boolean => numberAt(text, wanted, 0) >= 0;

/** The number as a whole: 13 is not in 2013 nor in 13.5. */
function numberAt(text: string, wanted: string, from: number): number {
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isInside = /^\d/.test(wanted) && /[\d.]$/.test(text.slice(0, at));
    const goesOn = /\d$/.test(wanted) && /^\.?\d/.test(text.slice(at + wanted.length));
    if (!isInside && !goesOn) return at;
  }
  return -1;
}

/** A name may be put together: each of its pieces stands there. */
function holdsName(passage: string, name: string): boolean {
  const text = written(passage);
  return (
    text.includes(written(name)) ||
    comparable(name)
      .split(/[^\p{L}\p{N}]+|[与和及]/u)
      .filter((piece) => piece !== '')
      .every((piece) => text.includes(piece))
  );
}

function presentWords(
  ground: Ground,
  article: ArticleText,
  passages: readonly string[],
): EvidenceProblem[] {
  return (ground.absent ?? []).flatMap(({ words }, absence) =>
    words.flatMap((word): EvidenceProblem[] => {
      const wanted = comparable(word);
      const here = [...article.paragraphs].find(
        ([, text]) => timesIn(comparable(text), wanted) > timesWithin(text, passages, wanted),
      );
      return here ? [{ kind: 'present', absence, wanted: word, elsewhere: here[0] }] : [];
    }),
  );
}

/** How often a word stands in a paragraph inside passages that are given for it. */
const timesWithin = (paragraph: string, passages: readonly string[], word: string): number =>
  passages
    .filter((passage) => passage !== '' && paragraph.includes(passage))
    .reduce((sum, passage) => sum + timesIn(comparable(passage), word), 0);

const timesIn = (text: string, word: string): number => text.split(word).length - 1;

function placeOf(article: ArticleText, words: string): string | null {
  const wanted = withoutBlanks(words);
  return [...article.paragraphs].find(([, text]) => text.includes(wanted))?.[0] ?? null;
}

/** Whether an article has a place, going by its attribution alone. */
export function hasPlace(places: readonly (string | null)[], place: string): boolean {
  if (places.includes(place)) return true;
  const { section, paragraph } = placeNumbers(place);
  return places.some((known) => {
    if (known === null) return false;
    const numbers = placeNumbers(known);
    return numbers.section === section && (paragraph === null || numbers.paragraph === paragraph);
  });
}
