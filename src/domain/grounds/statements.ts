import type { Claim, Figure, Measure } from '#domain/practice/practice.ts';
import { figureText } from '#domain/figures/figure.ts';

/** What can rest on words of the source: fields of the record, and paragraphs of the prose. */
export const statementKinds = [
  'measures',
  'figures',
  'outcomes',
  'conditions',
  'limits',
  'notStated',
  'writtenAfter',
  'writtenBefore',
  'paragraph',
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** One thing a practice says. */
export interface Statement {
  readonly of: StatementKind;
  /** Tells it from others of its kind: the name of a measure, the id of a paragraph, else its words. */
  readonly what: string;
  /** All that is said, as far as its ground depends on it. */
  readonly said: readonly (string | null)[];
  /** What is said, sentence by sentence; one for each field of the record. */
  readonly sentences: readonly string[];
  readonly figure: Figure | null;
  /** A name the source has to use. */
  readonly name: string | null;
  /** Heading in the source it was taken from; null where none is told. */
  readonly section: string | null;
  /** Ours from the start, as all that stands under 可以带走什么. */
  readonly isOurs: boolean;
  /** Where it stands in the record: a field and a number, or the number of a paragraph. */
  readonly index: number;
}

const longestHandle = 16;

/** By what a ground names its statement: names are told whole, sentences by their beginning. */
export const handleOf = ({ of, what }: Pick<Statement, 'of' | 'what'>): string =>
  of === 'measures' || of === 'figures' || of === 'paragraph'
    ? what
    : [...what].slice(0, longestHandle).join('');

interface Bound {
  readonly on: string;
  readonly evidence: string;
}

/** What statements are taken from. */
export interface Stated {
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
  readonly outcomes: readonly Claim[];
  readonly conditions: readonly Claim[];
  readonly limits: readonly Claim[];
  readonly notStated: readonly string[];
  readonly source: {
    readonly writtenAfter?: Bound | null | undefined;
    readonly writtenBefore?: Bound | null | undefined;
  };
}

export interface StatedParagraph {
  readonly id: string;
  /** As the register of paragraphs keeps it. */
  readonly text: string;
  readonly isOurs: boolean;
}

/** Everything a practice says that has a ground in its source, or is ours, in the order of the record. */
export function statementsOf(
  stated: Stated,
  paragraphs: readonly StatedParagraph[],
): readonly Statement[] {
  const plain = { figure: null, name: null, section: null, isOurs: false } as const;
  const claims = (['outcomes', 'conditions', 'limits'] as const).flatMap((of) =>
    stated[of].map(({ text, section }, index) => ({
      ...plain,
      of,
      what: text,
      said: [text, section],
      sentences: [text],
      section,
      index,
    })),
  );
  const bounds = (['writtenAfter', 'writtenBefore'] as const).flatMap((of) => {
    const bound = stated.source[of];
    if (!bound) return [];
    const { on, evidence } = bound;
    return [{ ...plain, of, what: '', said: [on, evidence], sentences: [evidence], index: 0 }];
  });
  return [
    ...stated.measures.map(({ name, how, section }, index) => ({
      ...plain,
      of: 'measures' as const,
      what: name,
      said: [name, how, section],
      sentences: [how],
      name,
      section,
      index,
    })),
    ...stated.figures.map((figure, index) => ({
      ...plain,
      of: 'figures' as const,
      what: `${figureText(figure)} ${figure.counts}`,
      said: [
        figure.value,
        figure.unit,
        figure.counts,
        figure.scope,
        figure.period,
        figure.section,
        figure.caveat,
      ],
      sentences: [figure.counts],
      figure,
      section: figure.section,
      index,
    })),
    ...claims,
    ...stated.notStated.map((text, index) => ({
      ...plain,
      of: 'notStated' as const,
      what: text,
      said: [text],
      sentences: [text],
      index,
    })),
    ...bounds,
    ...paragraphs.map(({ id, text, isOurs }, index) => ({
      ...plain,
      of: 'paragraph' as const,
      what: id,
      said: [text],
      sentences: sentencesOf(text),
      isOurs,
      index,
    })),
  ];
}

/** A text cut behind 。！？ with the closing marks that follow, and at the end of each line. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const ends = sentenceEndsOf(line);
    return ends.map((end, index) => line.slice(ends[index - 1] ?? 0, end).trim());
  });

/** Where each sentence of a line ends; none in a line of blanks. */
export function sentenceEndsOf(line: string): readonly number[] {
  const ends: number[] = [];
  for (const match of line.matchAll(/[。！？]+[”’）』」》]*(?![，、；：。！？”’）』」》])/gu)) {
    ends.push(match.index + match[0].length);
  }
  if (line.slice(ends.at(-1) ?? 0).trim() !== '') ends.push(line.length);
  return ends;
}
