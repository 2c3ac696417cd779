import type { GlossaryTerm } from '#domain/lists/lists.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import type { Practice, Section } from '#domain/practice/practice.ts';

/** A term found in a text; `start` and `end` count UTF-16 units, `end` excluded. */
export interface FoundTerm {
  readonly term: GlossaryTerm;
  readonly start: number;
  readonly end: number;
}

/** Finds terms in a text, in order, for a region given by its code. */
export type TermFinder = (text: string, region: string) => readonly FoundTerm[];

/**
 * Prepares the terms for finding. The longest word wins: 微法庭 is not found inside 车载微法庭, even
 * where 车载微法庭 belongs to another region and is not found itself. Titles in 《》 are left alone.
 */
export function termFinder(terms: readonly GlossaryTerm[]): TermFinder {
  const termsByWord = new Map<string, GlossaryTerm[]>();
  for (const term of terms) {
    for (const word of new Set([term.label, ...term.aliases].filter((word) => word !== ''))) {
      termsByWord.set(word, [...(termsByWord.get(word) ?? []), term]);
    }
  }
  const words = [...termsByWord.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return () => [];
  // The title comes first, so that nothing inside it is found.
  const pattern = new RegExp(['《[^》]*》?', ...words.map(escapePattern)].join('|'), 'gu');

  return (text, region) =>
    [...text.matchAll(pattern)].flatMap(({ 0: word, index: start }) => {
      const term = termsByWord.get(word)?.find((candidate) => isUsedIn(candidate, region));
      return term ? [{ term, start, end: start + word.length }] : [];
    });
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

const isUsedIn = ({ regions }: GlossaryTerm, region: string): boolean =>
  regions.length === 0 || regions.some((code) => covers(code, region));

/** A code of GB/T 2260 ends in 00 for each level left open: 340000 covers 340300 and 340322. */
const covers = (code: string, region: string): boolean =>
  region.startsWith(code.replace(/(00)+$/u, ''));

/** The practices that use each term in their prose, in the order of the practices. */
export function usesOf(
  terms: readonly GlossaryTerm[],
  practices: readonly Practice[],
): ReadonlyMap<GlossaryTerm, readonly Practice[]> {
  const uses = groupBy(practices, ({ usedTerms }) => usedTerms);
  return new Map(terms.map((term) => [term, uses.get(term.id) ?? []]));
}

/** Ids of the terms that prose uses, each once, in the order of their first use. */
export function termsUsedIn(
  sections: readonly Section[],
  find: TermFinder,
  region: string,
): string[] {
  const lines = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
  return [...new Set(lines.flatMap((line) => find(line, region).map(({ term }) => term.id)))];
}

/** A term as a page shows it. */
export interface UsedTerm {
  readonly term: GlossaryTerm;
  /** The newest practices that use it. */
  readonly uses: readonly Practice[];
  /** How many use it. */
  readonly count: number;
}

/** The terms, each with at most so many of the practices that use it. */
export function usedTerms(
  terms: readonly GlossaryTerm[],
  practices: readonly Practice[],
  most: number,
): readonly UsedTerm[] {
  const uses = usesOf(terms, practices);
  return terms.map((term) => {
    const using = uses.get(term) ?? [];
    return { term, uses: using.slice(0, most), count: using.length };
  });
}
