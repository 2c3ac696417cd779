import type { Fault } from '#gate/fault.ts';
import { readLibrary, type Library } from '#gate/library.ts';
import type { ContentFiles } from '#gate/records.ts';
import type { Gist } from '#gate/settled.ts';
import { figuresAgree } from '#gate/rules/figures.ts';
import { paragraphIds, paragraphsRegistered } from '#gate/rules/ledgers.ts';
import { allProvinces, cycles, equalIds, equalWords, parentLevels } from '#gate/rules/lists.ts';
import {
  editions,
  numbersAsTyped,
  repetitions,
  sourceNotes,
  writtenBounds,
} from '#gate/rules/practices.ts';
import { proseLength } from '#gate/rules/prose.ts';
import { danglingIds } from '#gate/rules/references.ts';
import { danglingSeeAlso, undefinedJargon, unusedTerms } from '#gate/rules/terms.ts';
import { unusedEntries } from '#gate/rules/usage.ts';
import { misprints, punctuation } from '#gate/rules/wording.ts';

/** One rule: what it finds wrong in a library, on a given day (`yyyy-mm-dd`). */
export type Rule = (library: Library, today: string) => Fault[];

/** Rules that hold for each record, whatever is wrong with others. */
const recordRules: readonly Rule[] = [
  danglingIds,
  equalIds,
  equalWords,
  cycles,
  parentLevels,
  allProvinces,
  repetitions,
  numbersAsTyped,
  sourceNotes,
  editions,
  writtenBounds,
  proseLength,
  figuresAgree,
  paragraphIds,
  punctuation,
  misprints,
];

/** Rules about what is used or defined nowhere: they wait until every file is sound in itself. */
const wholeLibraryRules: readonly Rule[] = [
  unusedEntries,
  unusedTerms,
  undefinedJargon,
  danglingSeeAlso,
];

/** What is asked only of a library without any other fault. */
const lastRules: readonly Rule[] = [paragraphsRegistered];

/** All faults of the content, by file and line. */
export const checkContent = (files: ContentFiles, today: string): Fault[] =>
  judgeContent(files, today, []).faults;

/**
 * Judges the content without the practices that are known to be sound, of which `files` holds
 * nothing. Returns the gists of all practices, for the next time.
 */
export function judgeContent(
  files: ContentFiles,
  today: string,
  settled: readonly Gist[],
): { faults: Fault[]; gists: readonly Gist[] } {
  const { library, faults: ofFiles } = readLibrary(files, settled);
  const apply = (rules: readonly Rule[]): Fault[] => rules.flatMap((rule) => rule(library, today));
  const faults = [...ofFiles, ...apply(recordRules)];
  const incomplete = ofFiles.length > 0 || danglingIds(library).length > 0;
  if (!incomplete) faults.push(...apply(wholeLibraryRules));
  if (faults.length === 0) faults.push(...apply(lastRules));
  faults.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { faults, gists: library.gists };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
