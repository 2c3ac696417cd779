/** What is reported of a sentence: where our words stand, and what differs, ready to be shown. */
import { kindNumber } from '#domain/search/kinds.ts';
import type { StrayFigure } from '#domain/verification/cited-figures.ts';
import type { CheckedReference, ReferenceFault } from '#domain/verification/references.ts';
import { practicePath } from '#domain/site/paths.ts';
import type { Judgement, Part, Verdict } from '#domain/verification/judge.ts';
import { addressAt, widened, type LibraryText } from '#domain/verification/library-text.ts';

/** A stretch of a text as it is shown. */
export interface Piece {
  readonly text: string;
  /** `same` as in the other text; else it differs from what stands there, or nothing does. */
  readonly kind: 'same' | 'differs' | 'lacks' | 'other';
}

export interface Passage {
  readonly practice: string;
  readonly title: string;
  /** Address of the practice's page, at the block. */
  readonly href: string;
  /** 段号 of the paragraph; null where the words stand beside the prose. */
  readonly number: number | null;
  /** Heading over it; empty at the head of the page. */
  readonly section: string;
}

export interface ShownPart {
  readonly passage: Passage;
  /** The sentence, as far as it is this part, and what stands in the library. */
  readonly theirs: readonly Piece[];
  readonly ours: readonly Piece[];
  readonly isExact: boolean;
}

/** A sentence of an earlier edition. */
export interface FormerWording {
  /** The last that had it, and the one that stands. */
  readonly edition: number;
  readonly now: number;
  /** What became of its paragraph where it left the prose; null where it stands, in other words. */
  readonly left: string | null;
}

/**
 * `former`: exactly as an earlier edition had it. `reference` and `misquoted`: a reference to a practice
 * that is right, or is not. `figure`: numbers under our name that we do not have.
 */
export type FoundVerdict = Verdict | 'former' | 'reference' | 'misquoted' | 'figure';

export interface Finding {
  readonly verdict: FoundVerdict;
  readonly former: FormerWording | null;
  /** What is wrong with a reference. */
  readonly faults: readonly (ReferenceFault | { readonly kind: 'no-practice' })[];
  /** Numbers given under our name that are not ours. */
  readonly strays: readonly StrayFigure[];
  /** True where the practice was withdrawn. */
  readonly isRetired: boolean;
  readonly sentence: string;
  readonly parts: readonly ShownPart[];
  readonly alsoIn: readonly Passage[];
  readonly sameSigns: boolean;
  readonly isTraditional: boolean;
  readonly isWhole: boolean;
  readonly isGrave: boolean;
}

export const findingOf = (sentence: string, judgement: Judgement): Finding => ({
  verdict: judgement.verdict,
  former: null,
  faults: [],
  strays: [],
  isRetired: judgement.parts.some(({ text }) => text.isRetired),
  sentence,
  parts: judgement.parts.map((part) => shownPart(sentence, judgement, part)),
  alsoIn: judgement.alsoIn.map(({ text, at }) => passageAt(text, at)),
  sameSigns: judgement.sameSigns,
  isTraditional: judgement.letters.isTraditional,
  isWhole: judgement.isWhole,
  isGrave: judgement.isGrave,
});

export function passageAt(text: LibraryText, at: number): Passage {
  const block = text.blockOf[at]!;
  const address = addressAt(text, at);
  let section = '';
  const paragraphs = new Set<string>();
  for (const [kind, id, words] of text.blocks.slice(0, block + 1)) {
    if (kind === kindNumber('heading')) section = words;
    if (isParagraph(id)) paragraphs.add(id);
  }
  return {
    practice: text.id,
    title: text.title,
    href: practicePath(text.id) + (address === '' ? '' : `#${address}`),
    number: isParagraph(address) ? paragraphs.size : null,
    section,
  };
}

const isParagraph = (address: string): boolean => address.startsWith('p-');

function shownPart(sentence: string, { letters, verdict }: Judgement, part: Part): ShownPart {
  const { text, ours, oursTo, steps } = part;
  const { from, to } = letters;
  const theirSlice = (start: number, end: number): string =>
    sentence.slice(start === 0 ? 0 : from[start], end >= from.length ? sentence.length : from[end]);
  const passage = passageAt(text, ours);
  if (steps !== null) {
    const at = (kind: string): Piece['kind'] => (kind === 'same' ? 'same' : 'differs');
    return {
      passage,
      isExact: false,
      theirs: steps.map((step) => ({
        text: step.from === step.to ? '' : theirSlice(part.from + step.from, part.from + step.to),
        kind: step.from === step.to ? 'lacks' : at(step.kind),
      })),
      ours: steps.map((step) => ({
        text: ourSlice(text, ours + step.ours, ours + step.oursTo),
        kind: step.ours === step.oursTo ? 'lacks' : at(step.kind),
      })),
    };
  }
  const [start, end] = verdict === 'exact' ? [ours, oursTo] : widened(text, ours, oursTo, 2);
  const around = (piece: Piece): Piece[] => (piece.text === '' ? [] : [piece]);
  return {
    passage,
    isExact: true,
    theirs: [{ text: sentence.slice(from[part.from], to[part.to - 1]), kind: 'same' }],
    ours: [
      ...around({ text: ourSlice(text, start, ours), kind: 'other' }),
      { text: ourSlice(text, ours, oursTo), kind: 'same' },
      ...around({ text: ourSlice(text, oursTo, end), kind: 'other' }),
    ],
  };
}

/** As it stands, with the signs behind it up to the next letter; a blank where another block begins. */
function ourSlice(text: LibraryText, start: number, end: number): string {
  let slice = '';
  for (let at = start; at < end; at += 1) {
    const block = text.blockOf[at]!;
    const whole = text.blocks[block]?.[2] ?? '';
    const isLast = text.blockOf[at + 1] !== block;
    slice += whole.slice(text.from[at], isLast ? whole.length : text.from[at + 1]);
    if (isLast && at + 1 < end) slice += ' ';
  }
  return slice;
}

/**
 * A sentence that an earlier edition had letter by letter, beside what stands at its place now.
 * `text` is the practice, `key` the field or paragraph it stood in.
 */
export function formerFinding(
  sentence: string,
  judgement: Judgement,
  { text, key, wording }: { text: LibraryText; key: string; wording: FormerWording },
): Finding {
  const near = judgement.parts.filter((part) => part.text === text);
  const first = text.blocks.findIndex(([, address]) => address === key);
  const at = Math.max(0, first < 0 ? 0 : text.blockOf.indexOf(first));
  const end = first < 0 ? at : text.blockOf.lastIndexOf(first) + 1;
  const whole: ShownPart = {
    passage: passageAt(text, at),
    isExact: false,
    theirs: [{ text: sentence, kind: 'differs' }],
    ours: [{ text: ourSlice(text, at, end), kind: 'other' }],
  };
  const parts = near.map((part) => shownPart(sentence, judgement, part));
  return {
    ...findingOf(sentence, judgement),
    verdict: 'former',
    former: wording,
    isRetired: text.isRetired,
    parts: parts.length > 0 ? parts : [whole],
    alsoIn: [],
    sameSigns: true,
  };
}

const nothingMore = {
  former: null,
  faults: [],
  strays: [],
  isRetired: false,
  alsoIn: [],
  sameSigns: true,
  isTraditional: false,
  isWhole: true,
  isGrave: false,
} as const;

/** A line that cites a practice; null where the practice it names is not there. */
export function referenceFinding(sentence: string, checked: CheckedReference | null): Finding {
  if (!checked) {
    const faults = [{ kind: 'no-practice' }] as const;
    return { ...nothingMore, verdict: 'misquoted', sentence, faults, parts: [] };
  }
  const { practice, title, steps, given, right, faults } = checked;
  const isRight = faults.length === 0;
  const slice = (text: string, from: number, to: number, kind: string): Piece => ({
    text: text.slice(from, to),
    kind: from === to ? 'lacks' : kind === 'same' ? 'same' : 'differs',
  });
  const part: ShownPart = {
    passage: { practice, title, href: practicePath(practice), number: null, section: '' },
    isExact: isRight,
    theirs: steps.map(({ from, to, kind }) => slice(given, from, to, kind)),
    ours: steps.map(({ ours, oursTo, kind }) => slice(right, ours, oursTo, kind)),
  };
  return {
    ...nothingMore,
    verdict: isRight ? 'reference' : 'misquoted',
    sentence,
    faults,
    parts: [part],
  };
}

/** A sentence that gives numbers of a practice in its own words. */
export const figureFinding = (
  sentence: string,
  text: LibraryText,
  strays: readonly StrayFigure[],
): Finding => ({
  ...nothingMore,
  verdict: 'figure',
  sentence,
  strays,
  isGrave: true,
  isRetired: text.isRetired,
  parts: [],
  alsoIn: [passageAt(text, 0)],
});
