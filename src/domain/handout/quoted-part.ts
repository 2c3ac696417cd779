/** Words and numbers of a source that are taken alone: cited through our page. */
import type { BasketItem } from '#domain/handout/basket.ts';
import type { HandoutBlock, HandoutPart } from '#domain/handout/document.ts';
import {
  addressOf,
  blockOf,
  editionOf,
  figureOf,
  lineOf,
  paragraphAt,
  type Composing,
} from '#domain/handout/practice-part.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

type ParagraphItem = Extract<BasketItem, { readonly kind: 'paragraph' }>;
type FigureItem = Extract<BasketItem, { readonly kind: 'figure' }>;

/** A part with what makes it less than what was asked for, in a sentence; null where nothing does. */
export interface QuotedPart {
  readonly part: HandoutPart;
  readonly fault: string | null;
}

export function paragraphPart(
  record: PracticeRecord,
  item: ParagraphItem,
  composing: Composing,
): QuotedPart {
  const { handout } = composing.words;
  const standing = paragraphAt(record, item.paragraph);
  const gone = record.retiredParagraphs.find(({ id }) => id === item.paragraph);
  const now = gone?.now == null ? undefined : paragraphAt(record, gone.now);
  const fault = standing
    ? null
    : gone
      ? `${handout.gone(gone.retiredOn, gone.note)}${now ? handout.goneTo : ''}`
      : handout.missing.paragraph;
  return quoted(record, item.title, standing ?? now, fault, composing);
}

export function figurePart(
  record: PracticeRecord,
  item: FigureItem,
  composing: Composing,
): QuotedPart {
  const { references, words } = composing;
  const printed = record.figures.filter(({ value, unit }) => `${value}${unit}` === item.amount);
  const figure = printed.find(({ counts }) => counts === item.counts) ?? printed[0];
  if (!figure)
    return quoted(record, item.title, undefined, words.handout.missing.figure, composing);
  const shown = figureOf(figure, record, composing);
  const mark = references.original(record, locatorOf(shown.place?.number, figure.paragraph));
  return {
    fault: null,
    part: {
      ...headOf(record, item.title, composing),
      blocks: [{ kind: 'figures', figures: [shown] }],
      references: [mark],
    },
  };
}

function quoted(
  record: PracticeRecord,
  title: string | null,
  paragraph: ReturnType<typeof paragraphAt>,
  fault: string | null,
  composing: Composing,
): QuotedPart {
  const { words, references } = composing;
  const label = words.handout.editorsNote;
  const note: HandoutBlock[] = fault === null ? [] : [{ kind: 'note', label, paragraphs: [fault] }];
  const head = headOf(record, title, composing);
  if (!paragraph) {
    return { fault, part: { ...head, blocks: note, references: [references.page(record)] } };
  }
  const block = blockOf(paragraph, record, composing);
  const mark = references.original(record, locatorOf(paragraph.number ?? undefined, paragraph.id));
  return { fault, part: { ...head, blocks: [...note, block], references: [mark] } };
}

const headOf = (record: PracticeRecord, title: string | null, composing: Composing) => ({
  title: title ?? record.title,
  line: lineOf(record, composing),
  edition: editionOf(record, composing),
  address: addressOf(record.url, composing),
});

const locatorOf = (paragraph: number | undefined, anchor: string | null) =>
  paragraph === undefined || anchor === null ? null : { paragraph, anchor };
