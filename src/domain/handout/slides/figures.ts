import type { HandoutFigure } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import { widthOf } from '#domain/handout/office/text-width.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { pieceOf, shortened } from '#domain/handout/slides/condense.ts';
import { places } from '#domain/handout/slides/master.ts';
import type { Shape } from '#domain/handout/slides/shapes.ts';
import {
  fitting,
  heightOf,
  plainParagraph,
  type SlideParagraph,
} from '#domain/handout/slides/text.ts';

const gap = 20;
const padding = 16;
const caveatHeight = 128;

/** Up to three numbers side by side, each with what it counts; below it what must be known first. */
export function figureShapes(figures: readonly HandoutFigure[], words: OfficeWords): Shape[] {
  const { x, y, width: all, height } = places.body;
  const width = (all - gap * (figures.length - 1)) / figures.length;
  const hasCaveats = figures.some(({ caveat }) => caveat !== null);
  const cardHeight = hasCaveats ? height - caveatHeight : 230;
  const heightOfCard = ({ caveat }: HandoutFigure): number =>
    caveat === null && hasCaveats ? height : cardHeight;
  const room = width - 2 * padding;
  // All numbers of a slide in one size.
  const size = sizes.find((tried) =>
    figures.every(
      (figure) =>
        heightOf(cardText(figure, tried), room) <= heightOfCard(figure) - 2 * padding &&
        widthOf(figure.amount) * tried <= room,
    ),
  );
  return figures.flatMap((figure, index) => {
    const left = x + index * (width + gap);
    const own = heightOfCard(figure);
    const card: Shape = {
      kind: 'text',
      name: shortened(`${figure.amount} ${figure.counts}`, 400, 20, 14),
      box: { x: left, y, width, height: own },
      fill: palette.tint,
      padding,
      paragraphs:
        size === undefined ? cutText(figure, room, own - 2 * padding) : cardText(figure, size),
    };
    if (figure.caveat === null) return [card];
    const caveatRoom = { width: width - 20, height: caveatHeight - 20 };
    return [
      card,
      {
        kind: 'text',
        name: words.caveat,
        box: { x: left, y: y + cardHeight, width, height: caveatHeight },
        fill: palette.accentTint,
        padding: 10,
        anchor: 'middle',
        paragraphs: caveatText(words.caveat + words.colon, figure.caveat, caveatRoom),
      },
    ];
  });
}

const sizes = [60, 52, 44, 40, 36, 32, 28, 24, 20];

const cardText = ({ amount, counts, context }: HandoutFigure, size: number): SlideParagraph[] => [
  plainParagraph(amount, size, { isBold: true, colour: palette.accent }),
  plainParagraph(counts, Math.max(14, Math.round(size * 0.42)), { isBold: true, before: 6 }),
  ...(context === null
    ? []
    : [
        plainParagraph(context, Math.max(12, Math.round(size * 0.32)), {
          colour: palette.muted,
          before: 6,
        }),
      ]),
];

/** What has no room at the smallest size is cut; the notes hold it whole. */
const cutText = (figure: HandoutFigure, width: number, height: number): SlideParagraph[] =>
  pieceOf(
    cardText(
      {
        ...figure,
        counts: shortened(figure.counts, width, height * 0.3, 14),
        context:
          figure.context === null ? null : shortened(figure.context, width, height * 0.2, 12),
      },
      20,
    ),
    width,
    height,
  );

function caveatText(
  label: string,
  caveat: string,
  room: { readonly width: number; readonly height: number },
): readonly SlideParagraph[] {
  const make =
    (text: string) =>
    (size: number): SlideParagraph[] => [
      { size, runs: [{ text: label, isBold: true, colour: palette.accent }, { text }] },
    ];
  return (
    fitting([16, 15, 14, 13, 12], make(caveat), room.width, room.height) ??
    make(shortened(caveat, room.width, room.height - 20, 12))(12)
  );
}
