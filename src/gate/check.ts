import type { Fault } from '#gate/fault.ts';
import { readLibrary, type Library, type Surroundings } from '#gate/library.ts';
import type { AttributionData, CheckedRecord, ContentFiles } from '#gate/records.ts';
import type { DocumentGist, Gist } from '#gate/verdict-cache.ts';
import { strangeText, unseenCharacters } from '#gate/rules/characters.ts';
import { everydayCircles, unknownMeanings } from '#gate/rules/everyday-words.ts';
import { attributions } from '#gate/rules/attributions.ts';
import { figuresAgree } from '#gate/rules/figures.ts';
import { groundsHold } from '#gate/rules/grounds.ts';
import { paragraphIds, paragraphsRegistered } from '#gate/rules/ledgers.ts';
import { allProvinces, cycles, equalIds, equalWords, parentLevels } from '#gate/rules/lists.ts';
import { hostileAddresses } from '#gate/rules/links.ts';
import { blanksInGuides, markupInFields } from '#gate/rules/fields-markup.ts';
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
  blanksInGuides,
  publishedSealed,
  publishedUnchanged,
  retirements,
  signatures,
  groundsHold,
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

/** Rules about addresses given to readers, and about source documents: not about single practices. */
const frameRules: readonly Rule[] = [vanished, redirects, attributions];

/** All faults of the content, by file and line; `sources` are the texts it was written from, by name. */
export const checkContent = (
  files: ContentFiles,
  today: string,
  sources: ReadonlyMap<string, string> | null = null,
): Fault[] => {
  const surroundings = { settled: [], ids: [], sources: sources && { texts: sources } };
  return judgeParts([() => files], today, surroundings).faults;
};

export interface Judgement {
  /** By file and line. */
  readonly faults: Fault[];
  /** Of all practices that were judged or are known to be sound, for the next time. */
  readonly gists: readonly Gist[];
  /** Of all source documents that were read or are known to be sound. */
  readonly documents: readonly DocumentGist[];
}

/** Judges the content without the practices that are known to be sound, of which `files` holds nothing. */
export const judgeContent = (
  files: ContentFiles,
  today: string,
  settled: readonly Gist[],
): Judgement => judgeParts([() => files], today, { settled, ids: [] });

/**
 * What another process found of a part: the gists of its practices where all are sound for
 * themselves, null where that has to be judged here.
 */
export type Finding = readonly Gist[] | null;

/**
 * Judges content that is read part by part, since a large library does not fit into memory. The
 * first part holds all that is no practice. Behind a part with faults nothing more is read.
 */
export function judgeParts(
  parts: readonly (() => ContentFiles)[],
  today: string,
  surroundings: Surroundings,
): Judgement {
  const judging = judgingParts(parts, today, surroundings);
  let step = judging.next();
  while (!step.done) step = judging.next(null);
  return step.value;
}

/**
 * The same where others may have judged: before a part behind the first is read, its place is
 * given out, and what was found of it taken in. Equal content is judged equally, whoever helps:
 * a part that is not known to be sound, or has a title that an earlier one has, is judged here.
 */
export function* judgingParts(
  parts: readonly (() => ContentFiles)[],
  today: string,
  surroundings: Surroundings,
): Generator<number, Judgement, Finding> {
  let first: Library | null = null;
  let gists = surroundings.settled;
  let documents = surroundings.documents ?? [];
  for (const [index, read] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found: Finding = index === 0 ? null : yield index;
    let faults: Fault[];
    if (first && found && isWhole(surroundings) && !shareTitle(gists, found)) {
      surroundings.passedOver?.(index);
      gists = [...gists, ...found];
      faults = isLast ? apply(wholeLibraryRules, { ...first, gists }, today) : [];
    } else {
      const judged = judgePart(read(), { first, isLast, gists }, today, surroundings);
      if (!first)
        documents = [...documents, ...judged.library.listed.attributions.map(documentGist)];
      first ??= judged.library;
      gists = judged.library.gists;
      faults = judged.faults;
    }
    if (faults.length > 0) {
      return {
        faults: faults.sort((a, b) => compare(a.file, b.file) || lineOf(a) - lineOf(b)),
        gists,
        documents,
      };
    }
  }
  return { faults: [], gists, documents };
}

/** What is found of a part behind the first, whose library holds the lists; for a process that helps. */
export function findingOf(
  files: ContentFiles,
  first: Library,
  today: string,
  surroundings: Surroundings,
): Finding {
  const part = { first, isLast: false, gists: [] };
  const { library, faults } = judgePart(files, part, today, surroundings);
  return faults.length === 0 && isWhole(surroundings) ? library.gists : null;
}

/**
 * All faults of practices that are still being typed, whose library holds the lists: whether they
 * are on record is left open.
 */
export const faultsOfTyped = (
  files: ContentFiles,
  first: Library,
  today: string,
  surroundings: Surroundings,
): Fault[] =>
  judgePart(files, { first, isLast: false, gists: surroundings.settled }, today, {
    ...surroundings,
    registers: false,
  }).faults.sort((a, b) => lineOf(a) - lineOf(b));

const documentGist = ({ id, data }: CheckedRecord<AttributionData>): DocumentGist => ({
  id,
  source: data.file,
  practices: data.articles.flatMap(({ practice }) => practice ?? []),
});

const isWhole = ({ unreadable = [] }: Surroundings): boolean => unreadable.length === 0;

function shareTitle(gists: readonly Gist[], others: readonly Gist[]): boolean {
  const titles = new Set(gists.map(({ title }) => title));
  return others.some(({ title }) => titles.has(title));
}

const apply = (rules: readonly Rule[], library: Library, today: string): Fault[] =>
  rules.flatMap((rule) => rule(library, today));

interface PartToJudge {
  /** What was read first, with the lists; null where this is that. */
  readonly first: Library | null;
  readonly isLast: boolean;
  /** Of the practices judged or known before. */
  readonly gists: readonly Gist[];
}

function judgePart(
  files: ContentFiles,
  { first, isLast, gists }: PartToJudge,
  today: string,
  surroundings: Surroundings,
): { library: Library; faults: Fault[] } {
  const { library, faults: ofShape } = readLibrary(files, {
    ...surroundings,
    settled: gists,
    first,
  });
  const unseen = unseenCharacters(files);
  // What nobody can see is told first: it is why a value reads as another.
  const told = new Set(unseen.map(({ file, line }) => `${file}:${line}`));
  const faults = ofShape.filter(({ file, line }) => !told.has(`${file}:${line}`));
  const dangling = danglingIds(library);
  faults.push(...unseen, ...strangeText(library, files));
  const ofFrame = first ? [] : apply(frameRules, library, today);
  // While a practice is missing, its entries only seem unused: who deleted them would lose more.
  const isComplete =
    isWhole(surroundings) && faults.length === 0 && dangling.length === 0 && ofFrame.length === 0;
  faults.push(...dangling, ...apply(recordRules, library, today));
  // Words that are used nowhere or defined nowhere are told once every file is sound in itself.
  if (isComplete) faults.push(...undefinedJargon(library));
  if (isComplete && isLast) {
    faults.push(
      ...apply(wholeLibraryRules, { ...(first ?? library), gists: library.gists }, today),
    );
  }
  faults.push(...ofFrame);
  if (faults.length === 0) faults.push(...signedAsRequired(library));
  // What still has faults will change, so the registers are asked for last.
  if (isWhole(surroundings) && faults.length === 0 && surroundings.registers !== false) {
    faults.push(...paragraphsRegistered(library));
    if (faults.length === 0) faults.push(...publishedRegistered(library));
    if (faults.length === 0 && !first) faults.push(...idsRegistered(library));
  }
  return { library, faults };
}

const lineOf = ({ line }: Fault): number => line ?? 0;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
