import type { Fault } from '#gate/fault.ts';
import { readLibrary, type Library, type Surroundings } from '#gate/library.ts';
import type { ContentFiles } from '#gate/records.ts';
import type { Gist } from '#gate/verdict-cache.ts';
import { strangeText, unseenCharacters } from '#gate/rules/characters.ts';
import { everydayCircles, unknownMeanings } from '#gate/rules/everyday-words.ts';
import { figuresAgree } from '#gate/rules/figures.ts';
import { paragraphIds, paragraphsRegistered } from '#gate/rules/ledgers.ts';
import { allProvinces, cycles, equalIds, equalWords, parentLevels } from '#gate/rules/lists.ts';
import { hostileAddresses } from '#gate/rules/links.ts';
import { markupInFields } from '#gate/rules/markup.ts';
import { editions, repetitions } from '#gate/rules/practices.ts';
import {
  idsRegistered,
  publishedRegistered,
  publishedSealed,
  publishedUnchanged,
  redirects,
  retiredInUse,
  retirements,
  vanished,
} from '#gate/rules/published.ts';
import { proseLength } from '#gate/rules/prose.ts';
import { danglingIds } from '#gate/rules/references.ts';
import { signatures, signedAsRequired } from '#gate/rules/reviews.ts';
import { authorNames, sourceDates, sourceNotes } from '#gate/rules/sources.ts';
import { danglingSeeAlso, undefinedJargon, unusedTerms } from '#gate/rules/terms.ts';
import { unusedEntries } from '#gate/rules/usage.ts';
import { misprints, punctuation } from '#gate/rules/wording.ts';

/** One rule: what it finds wrong in a library, on a given day (`yyyy-mm-dd`). */
export type Rule = (library: Library, today: string) => Fault[];

/** Rules that hold for each record, whatever is wrong with others. */
const recordRules: readonly Rule[] = [
  equalIds,
  equalWords,
  cycles,
  parentLevels,
  allProvinces,
  repetitions,
  sourceNotes,
  editions,
  sourceDates,
  authorNames,
  proseLength,
  figuresAgree,
  hostileAddresses,
  paragraphIds,
  markupInFields,
  publishedSealed,
  publishedUnchanged,
  retirements,
  signatures,
  punctuation,
  misprints,
  everydayCircles,
];

/** Rules about what is used or defined nowhere: they wait until every file is sound in itself. */
const wholeLibraryRules: readonly Rule[] = [
  unusedEntries,
  unusedTerms,
  danglingSeeAlso,
  unknownMeanings,
  retiredInUse,
];

/** Rules about addresses that were given to readers; they look at all but the practices themselves. */
const addressRules: readonly Rule[] = [vanished, redirects];

/** All faults of the content, by file and line. */
export const checkContent = (files: ContentFiles, today: string): Fault[] =>
  judgeContent(files, today, []).faults;

export interface Judgement {
  /** By file and line. */
  readonly faults: Fault[];
  /** Of all practices that were judged or are known to be sound, for the next time. */
  readonly gists: readonly Gist[];
}

/** Judges the content without the practices that are known to be sound, of which `files` holds nothing. */
export const judgeContent = (
  files: ContentFiles,
  today: string,
  settled: readonly Gist[],
): Judgement => judgeParts([() => files], today, { settled, ids: [] });

/**
 * Judges content that is read part by part, since a large library does not fit into memory. The
 * first part holds all that is no practice. Behind a part with faults nothing more is read.
 */
export function judgeParts(
  parts: readonly (() => ContentFiles)[],
  today: string,
  surroundings: Surroundings,
): Judgement {
  let first: Library | null = null;
  let gists = surroundings.settled;
  const isWhole = (): boolean => (surroundings.unreadable ?? []).length === 0;
  for (const [index, read] of parts.entries()) {
    const files = read();
    const { library, faults: ofShape } = readLibrary(files, {
      ...surroundings,
      settled: gists,
      first,
    });
    const unseen = unseenCharacters(files);
    // What nobody can see is told first: it is why a value reads as another.
    const told = new Set(unseen.map(({ file, line }) => `${file}:${line}`));
    const faults = ofShape.filter(({ file, line }) => !told.has(`${file}:${line}`));
    const apply = (rules: readonly Rule[], to: Library): Fault[] =>
      rules.flatMap((rule) => rule(to, today));
    first ??= library;
    gists = library.gists;
    const dangling = danglingIds(library);
    faults.push(...unseen, ...strangeText(library, files));
    const isComplete = isWhole() && faults.length === 0 && dangling.length === 0;
    faults.push(...dangling, ...apply(recordRules, library));
    // Words that are used nowhere or defined nowhere are told once every file is sound in itself.
    if (isComplete) faults.push(...undefinedJargon(library));
    if (isComplete && index === parts.length - 1) {
      faults.push(...apply(wholeLibraryRules, { ...first, gists }));
    }
    if (index === 0) faults.push(...apply(addressRules, library));
    if (faults.length === 0) faults.push(...signedAsRequired(library));
    // What still has faults will change, so the registers are asked for last.
    if (isWhole() && faults.length === 0 && surroundings.registers !== false) {
      faults.push(...paragraphsRegistered(library));
      if (faults.length === 0) faults.push(...publishedRegistered(library));
      if (faults.length === 0 && index === 0) faults.push(...idsRegistered(library));
    }
    if (faults.length > 0) {
      return {
        faults: faults.sort((a, b) => compare(a.file, b.file) || lineOf(a) - lineOf(b)),
        gists,
      };
    }
  }
  return { faults: [], gists };
}

const lineOf = ({ line }: Fault): number => line ?? 0;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
