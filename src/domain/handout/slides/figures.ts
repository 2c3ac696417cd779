import type { HandoutFigure } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { pieceOf, shortened } from '#domain/handout/slides/condense.ts';
import { places } from '#domain/handout/slides/master.ts';
import type { Shape } from '#domain/handout/slides/shapes.ts';
import { fitting, plainParagraph, type SlideParagraph } from '#domain/handout/slides/text.ts';

const gap = 20;
const padding = 16;
const caveatHeight = 128;

/** Up to three numbers side by side, each with what it counts; below it what must be known first. */
export function figureShapes(figures: readonly HandoutFigure[], words: OfficeWords): Shape[] {
  const { x, y, width: all, height } = places.body;
  const width = (all - gap * (figures.length - 1)) / figures.length;
  const hasCaveats = figures.some(({ caveat }) => caveat !== null);
  const cardHeight = hasCaveats ? height - caveatHeight : 230;
  return figures.flatMap((figure, index) => {
    const left = x + index * (width + gap);
    const own = figure.caveat === null && hasCaveats ? height : cardHeight;
    const card: Shape = {
      kind: 'text',
      name: shortened(`${figure.amount} ${figure.counts}`, 400, 20, 14),
      box: { x: left, y, width, height: own },
      fill: palette.tint,
      padding,
      anchor: 'middle',
      paragraphs: cardText(figure, width - 2 * padding, own - 2 * padding),
    };
    if (figure.caveat === null) return [card];
    const room = { width: width - 2 * padding, height: caveatHeight - 20 };
    return [
      card,
      {
        kind: 'text',
        name: words.caveat,
        box: { x: left, y: y + cardHeight, width, height: caveatHeight },
        fill: palette.accentTint,
        padding: 10,
        anchor: 'middle',
        paragraphs: caveatText(words.caveat + words.colon, figure.caveat, room),
      },
    ];
  });
}

function cardText(
  { amount, counts, context }: HandoutFigure,
  width: number,
  height: number,
): readonly SlideParagraph[] {
  const make =
    (what: string, where: string | null) =>
    (size: number): SlideParagraph[] => [
      plainParagraph(amount, size, { isBold: true, colour: palette.accent }),
      plainParagraph(what, Math.max(14, Math.round(size * 0.42)), { isBold: true, before: 6 }),
      ...(where === null
        ? []
        : [
            plainParagraph(where, Math.max(12, Math.round(size * 0.32)), {
              colour: palette.muted,
              before: 6,
            }),
          ]),
    ];
  const sizes = [60, 52, 44, 40, 36, 32, 28, 24, 20];
  return (
    fitting(sizes, make(counts, context), width, height) ??
    pieceOf(
      make(
        shortened(counts, width, height * 0.3, 14),
        context === null ? null : shortened(context, width, height * 0.2, 12),
      )(20),
      width,
      height,
    )
  );
}

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
