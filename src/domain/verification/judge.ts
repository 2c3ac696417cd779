/** Tells of a sentence whether the library says it so. Nothing that differs in a letter passes as exact. */
import type { SimplifiedBy } from '#domain/search/fold.ts';
import { coreOf, stepsBetween, type Core, type Step } from '#domain/verification/alignment.ts';
import {
  breaksOf,
  leastLetters,
  lettersOf,
  withSigns,
  type Letters,
} from '#domain/verification/letters.ts';
import { originalOf, widened, type LibraryText } from '#domain/verification/library-text.ts';
import type { Shelf, Spot } from '#domain/verification/shelf.ts';

/**
 * `exact`: letter by letter, from clause to clause. `cut`: the same letters, but out of the middle of
 * a clause. `altered`: a sentence of ours, changed. `spliced`: our words out of several places as if
 * they were one. `within`: our words and, beside them, others. `foreign`: not from here. `short`: too
 * short to tell.
 */
export type Verdict = 'exact' | 'cut' | 'altered' | 'spliced' | 'within' | 'foreign' | 'short';

/** A stretch of the sentence that stands in the library, as it is or changed. */
export interface Part {
  /** Letters of the sentence. */
  readonly from: number;
  readonly to: number;
  readonly text: LibraryText;
  /** Letters of the library. */
  readonly ours: number;
  readonly oursTo: number;
  /** From the library's to the sentence's; null where they are the same. */
  readonly steps: readonly Step[] | null;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly letters: Letters;
  /** In the order of the sentence. */
  readonly parts: readonly Part[];
  /** Other practices that say exactly this. */
  readonly alsoIn: readonly Spot[];
  /** False where only signs differ, such as a comma for a full stop. */
  readonly sameSigns: boolean;
  /** True where the passage is whole sentences of ours. */
  readonly isWhole: boolean;
  /** True where a figure or a word that denies was changed, added or left out. */
  readonly isGrave: boolean;
}

/** Left out of a clause so few letters are an alteration and no quotation of a part. */
const mostDropped = 4;

/** What is ours within a longer sentence is told from so many letters on. */
const leastWithin = 12;

const grave = /[\d%‰.\-未不没无非否莫勿毋免禁拒难仅只均全各每首最尚已曾拟将可应须]/u;

export function judge(sentence: string, shelf: Shelf, simplified: SimplifiedBy): Judgement {
  const letters = lettersOf(sentence, simplified);
  const theirs = letters.text;
  const breaks = breaksOf(sentence, letters);
  const told = (
    verdict: Verdict,
    parts: readonly Part[],
    alsoIn: readonly Spot[] = [],
  ): Judgement => ({
    verdict,
    letters,
    parts,
    alsoIn,
    sameSigns: parts.every((part) => hasSameSigns(sentence, letters, part, simplified)),
    isWhole: parts.every(
      ({ text, ours, oursTo }) => text.breaks[ours] === 3 && text.breaks[oursTo] === 3,
    ),
    isGrave: parts.some((part) => isGrave(part, theirs)),
  });

  const [spot, ...others] = wholeFirst(shelf.exactly(theirs), theirs.length);
  if (spot) {
    const { text, at } = spot;
    const end = at + theirs.length;
    const isBlock = opens(text, at, 3) && opens(text, end, 3);
    if (theirs.length < leastLetters && !isBlock) return told('short', []);
    const [from, to] = widened(text, at, end, 2);
    if (from === at && to === end) {
      const alsoIn = others.filter(
        (other) => other.text !== text && opens(other.text, other.at, 2),
      );
      return told(
        'exact',
        [{ from: 0, to: theirs.length, text, ours: at, oursTo: end, steps: null }],
        onceEach(alsoIn),
      );
    }
    if (theirs.length < leastLetters) return told('short', []);
    const dropped = Math.max(at - from, to - end);
    if (dropped <= mostDropped || grave.test(text.letters.slice(from, at))) {
      return told('altered', [partOf(0, theirs.length, theirs, text, from, to)]);
    }
    return told('cut', [{ from: 0, to: theirs.length, text, ours: at, oursTo: end, steps: null }]);
  }
  if (theirs.length < leastLetters) return told('short', []);
  const parts = partsIn(theirs, breaks, 0, theirs.length, shelf);
  return told(
    verdictOf(parts, theirs, breaks),
    parts.length === 0 ? [] : shown(parts, theirs, breaks),
  );
}

const opens = ({ breaks }: LibraryText, at: number, least: number): boolean => breaks[at]! >= least;

/** Whole sentences before parts of some, and prose before what only repeats it. */
function wholeFirst(spots: readonly Spot[], length: number): readonly Spot[] {
  const worth = ({ text, at }: Spot): number => {
    const isProse = /^p-/.test(text.blocks[text.blockOf[at]!]?.[1] ?? '');
    return text.breaks[at]! + text.breaks[at + length]! + (isProse ? 0.5 : 0);
  };
  return [...spots].sort((a, b) => worth(b) - worth(a));
}

function onceEach(spots: readonly Spot[]): readonly Spot[] {
  const seen = new Set<LibraryText>();
  return spots.filter(({ text }) => !seen.has(text) && seen.add(text));
}

const partOf = (
  from: number,
  to: number,
  theirs: string,
  text: LibraryText,
  ours: number,
  oursTo: number,
): Part => {
  const mine = text.letters.slice(ours, oursTo);
  const passage = theirs.slice(from, to);
  const steps = mine === passage ? null : stepsBetween(passage, mine);
  return { from, to, text, ours, oursTo, steps };
};

/** What of a range of the sentence is ours, the longest stretch first and then what is left beside it. */
function partsIn(
  theirs: string,
  breaks: Uint8Array,
  from: number,
  to: number,
  shelf: Shelf,
): readonly Part[] {
  const passage = theirs.slice(from, to);
  let best: { part: Part; same: number } | null = null;
  for (const { text, at } of shelf.alike(passage)) {
    const start = Math.max(0, at - 24);
    const core = coreOf(passage, text.letters.slice(start, at + passage.length + 24));
    if (!core || core.same < leastLetters || (best && core.same <= best.same)) continue;
    const found = {
      ...core,
      from: from + core.from,
      to: from + core.to,
      ours: start + core.ours,
      oursTo: start + core.oursTo,
    };
    const part = rounded(trimmed(found, theirs, breaks, text), theirs, breaks, [from, to]);
    best = { part, same: core.same };
  }
  if (!best || sharedOf(best.part) < 0.6) return [];
  const { part } = best;
  return [
    ...(part.from - from >= leastLetters ? partsIn(theirs, breaks, from, part.from, shelf) : []),
    part,
    ...(to - part.to >= leastLetters ? partsIn(theirs, breaks, part.to, to, shelf) : []),
  ];
}

/** Without the letter or two by which what stands beside a passage happens to be alike as well. */
function trimmed(core: Core, theirs: string, breaks: Uint8Array, text: LibraryText): Part {
  let { from, to, ours, oursTo } = core;
  const isBreak = (at: number, mine: number): boolean =>
    breaks[at]! >= 2 || text.breaks[mine]! >= 2;
  for (let letters = 3; letters > 0; letters -= 1) {
    const isAlike = theirs.slice(from, from + letters) === text.letters.slice(ours, ours + letters);
    if (isAlike && isBreak(from + letters, ours + letters) && !isBreak(from, ours)) {
      from += letters;
      ours += letters;
      break;
    }
  }
  for (let letters = 3; letters > 0; letters -= 1) {
    const isAlike = theirs.slice(to - letters, to) === text.letters.slice(oursTo - letters, oursTo);
    if (isAlike && isBreak(to - letters, oursTo - letters) && !isBreak(to, oursTo)) {
      to -= letters;
      oursTo -= letters;
      break;
    }
  }
  return partOf(from, to, theirs, text, ours, oursTo);
}

/** Takes along the few letters by which a stretch misses the ends of its clauses: they are what was changed. */
function rounded(
  { from, to, text, ours, oursTo }: Part,
  theirs: string,
  breaks: Uint8Array,
  [least, most]: readonly [number, number],
): Part {
  let [first, last] = [from, to];
  while (first > least && breaks[first]! < 2) first -= 1;
  while (last < most && breaks[last]! < 2) last += 1;
  const [start, end] = widened(text, ours, oursTo, 2);
  const isNear = (theirGap: number, ourGap: number): boolean =>
    theirGap <= 8 && ourGap <= 8 && Math.abs(theirGap - ourGap) <= 4;
  const atStart = isNear(from - first, ours - start);
  const atEnd = isNear(last - to, end - oursTo);
  const [left, ourLeft] = atStart ? clauseBefore(first, start) : [from, ours];
  const [right, ourRight] = atEnd ? clauseAfter(last, end) : [to, oursTo];
  return partOf(left, right, theirs, text, ourLeft, ourRight);

  /** A short clause that was changed may share too little with ours to be found, but it stands at its place. */
  function clauseBefore(at: number, mine: number): readonly [number, number] {
    if (at <= least || mine === 0) return [at, mine];
    let other = at - 1;
    while (other > least && breaks[other]! < 2) other -= 1;
    const [begin] = widened(text, mine - 1, mine, 2);
    const isIt = isAlike(theirs.slice(other, at), text.letters.slice(begin, mine));
    return isIt ? clauseBefore(other, begin) : [at, mine];
  }

  function clauseAfter(at: number, mine: number): readonly [number, number] {
    if (at >= most || mine >= text.letters.length) return [at, mine];
    let other = at + 1;
    while (other < most && breaks[other]! < 2) other += 1;
    const [, stop] = widened(text, mine, mine + 1, 2);
    const isIt = isAlike(theirs.slice(at, other), text.letters.slice(mine, stop));
    return isIt ? clauseAfter(other, stop) : [at, mine];
  }
}

/** Half of the letters or more, in their order. */
function isAlike(theirs: string, ours: string): boolean {
  const most = Math.max(theirs.length, ours.length);
  if (most === 0 || most > 40) return false;
  const steps = stepsBetween(theirs, ours);
  const unlike = steps.reduce(
    (sum, step) =>
      sum + (step.kind === 'same' ? 0 : Math.max(step.to - step.from, step.oursTo - step.ours)),
    0,
  );
  return unlike * 2 <= most;
}

/** Letters of a part that are as in the library. */
const sameIn = ({ from, to, steps }: Part): number =>
  steps === null
    ? to - from
    : steps.reduce((sum, step) => sum + (step.kind === 'same' ? step.to - step.from : 0), 0);

const sharedOf = (part: Part): number =>
  sameIn(part) / Math.max(part.to - part.from, part.oursTo - part.ours);

function verdictOf(parts: readonly Part[], theirs: string, breaks: Uint8Array): Verdict {
  const length = theirs.length;
  const covered = parts.reduce((sum, part) => sum + part.to - part.from, 0);
  const same = parts.reduce((sum, part) => sum + sameIn(part), 0);
  const [only] = parts;
  if (!only) return 'foreign';
  if (parts.length > 1 && covered >= length * 0.8) return 'spliced';
  const isClean = parts.every(
    (part) =>
      part.steps === null &&
      part.to - part.from >= leastWithin &&
      breaks[part.from]! >= 1 &&
      breaks[part.to]! >= 1 &&
      opens(part.text, part.ours, 1) &&
      opens(part.text, part.oursTo, 1),
  );
  if (isClean && (covered >= length * 0.25 || covered >= 20)) return 'within';
  return same >= length * 0.5 || (same >= 16 && same >= length * 0.3) ? 'altered' : 'foreign';
}

/** One part that was changed is shown against the whole of the sentence it came of. */
function shown(parts: readonly Part[], theirs: string, breaks: Uint8Array): readonly Part[] {
  const [only] = parts;
  if (!only || parts.length > 1 || verdictOf(parts, theirs, breaks) !== 'altered') return parts;
  const [start, end] = widened(only.text, only.ours, only.oursTo, 2);
  const before = only.from > 0 || only.ours > start;
  const after = only.to < theirs.length || only.oursTo < end;
  if (!before && !after) return parts;
  return [partOf(0, theirs.length, theirs, only.text, start, end)];
}

function hasSameSigns(
  sentence: string,
  { from, to }: Letters,
  part: Part,
  simplified: SimplifiedBy,
): boolean {
  if (part.steps !== null) return true;
  const theirs = sentence.slice(from[part.from], to[part.to - 1]);
  const ours = originalOf(part.text, part.ours, part.oursTo);
  return withSigns(theirs, simplified) === withSigns(ours);
}

function isGrave({ steps, text, ours }: Part, theirs: string): boolean {
  return (steps ?? []).some(
    (step) =>
      step.kind !== 'same' &&
      (grave.test(theirs.slice(step.from, step.to)) ||
        grave.test(text.letters.slice(ours + step.ours, ours + step.oursTo))),
  );
}
