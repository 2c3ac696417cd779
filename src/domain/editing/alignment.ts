import { withoutBlanks } from '#domain/grounds/attribution.ts';

/**
 * Where some words stand in a source as an editor sees it: characters of a block counted from 0,
 * blanks and what cannot be seen left out, the cells of a table one after the other.
 */
export interface Spot {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** The same in the paragraphs of the document as the gate reads it. */
export interface Stretch {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A source as it was taken in, laid beside the document it came from: its blocks may have been
 * cleaned, and a table is one block there and many paragraphs here.
 */
export interface Alignment {
  /** The block each paragraph of the document stands in; null for one that is shown nowhere. */
  readonly blockOf: readonly (number | null)[];
  /** Where a stretch is shown; nothing for what is shown nowhere. */
  readonly spotsOf: (stretch: Stretch) => readonly Spot[];
  /** The stretches of the document that some words of a block are. */
  readonly stretchesOf: (spot: Spot) => readonly Stretch[];
}

/** `blocks` and `document` hold the texts of each, blanks and all. */
export function alignmentOf(blocks: readonly string[], document: readonly string[]): Alignment {
  const shown = joined(blocks.map(folded));
  const read = document.map(folded);
  const starts = startsIn(shown.text, read);
  const unitOf = (paragraph: number, at: number): number | null => {
    const start = starts[paragraph];
    const folds = read[paragraph]?.unitOf;
    if (start === null || start === undefined || !folds) return null;
    const unit = folds.findIndex((from) => from >= at);
    return start + (unit < 0 ? folds.length : unit);
  };
  return {
    blockOf: starts.map((start) => (start === null ? null : (shown.block[start] ?? null))),
    spotsOf: ({ paragraph, start, end }) => {
      const [first, behind] = [unitOf(paragraph, start), unitOf(paragraph, end)];
      const spots: Spot[] = [];
      for (let unit = first ?? 0; unit < (behind ?? 0); unit += 1) {
        const [block, at] = [shown.block[unit]!, shown.at[unit]!];
        const last = spots.at(-1);
        if (last?.block === block) spots[spots.length - 1] = { ...last, to: at + 1 };
        else spots.push({ block, from: at, to: at + 1 });
      }
      return spots;
    },
    stretchesOf: ({ block, from, to }) =>
      starts.flatMap((start, paragraph): Stretch[] => {
        const units = read[paragraph]?.unitOf ?? [];
        if (start === null) return [];
        const here = units.filter((_at, unit) => {
          const [ofBlock, at] = [shown.block[start + unit], shown.at[start + unit] ?? -1];
          return ofBlock === block && at >= from && at < to;
        });
        const [first, last] = [here[0], here.at(-1)];
        return first === undefined || last === undefined
          ? []
          : [{ paragraph, start: first, end: last + 1 }];
      }),
  };
}

interface Folded {
  readonly text: string;
  /** Of each unit of the text, where it comes from in the text without blanks. */
  readonly unitOf: readonly number[];
}

/** In one width, as both would be after cleaning. */
function folded(text: string): Folded {
  const bare = withoutBlanks(text);
  const unitOf: number[] = [];
  let result = '';
  let at = 0;
  for (const character of bare) {
    const plain = character.normalize('NFKC').replace(/[\s\p{Co}\uFFFD]/gu, '');
    for (let unit = 0; unit < plain.length; unit += 1) unitOf.push(at);
    result += plain;
    at += character.length;
  }
  return { text: result, unitOf };
}

function joined(parts: readonly Folded[]): {
  readonly text: string;
  readonly block: readonly number[];
  readonly at: readonly number[];
} {
  const block: number[] = [];
  const at: number[] = [];
  for (const [index, { unitOf }] of parts.entries()) {
    for (const unit of unitOf) {
      block.push(index);
      at.push(unit);
    }
  }
  return { text: parts.map(({ text }) => text).join(''), block, at };
}

/** A paragraph as short as this is not looked for farther off than that: it would be another's words. */
const short = { units: 20, farthest: 200 } as const;

/** Paragraphs one behind the other, each from where the one before ended; what is not found is passed over. */
function startsIn(text: string, paragraphs: readonly Folded[]): readonly (number | null)[] {
  let from = 0;
  return paragraphs.map((paragraph) => {
    const at = paragraph.text === '' ? -1 : text.indexOf(paragraph.text, from);
    const isOther = paragraph.text.length < short.units && at - from > short.farthest;
    if (at < 0 || isOther) return null;
    from = at + paragraph.text.length;
    return at;
  });
}
