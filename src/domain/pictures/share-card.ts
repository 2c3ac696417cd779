/** The picture of a page that a chat shows beside a link: a card of the catalogue. */
import { mix } from '#domain/site/accent.ts';
import { canWrite, linesOf, widthOf, type Letters } from '#domain/pictures/lines.ts';

/** What a card says. */
export interface ShareCard {
  /** Kind of page and place, `实践 · 安徽 · 蚌埠`; empty where the library itself is shown. */
  readonly kind: string;
  readonly title: string;
  /** The library's own name. */
  readonly library: string;
  /** The library's own colour, `#rrggbb`; null for that of the house. */
  readonly accent: string | null;
}

/** A filled rectangle, in whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A text from a point on its base line. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** What a card is drawn of: boxes, each over those before, and lines over them all. */
export interface CardDrawing {
  readonly boxes: readonly Box[];
  /** On the colour of the card, `cardColour`. */
  readonly lines: readonly Line[];
}

/** In pixels: as 1.91 to 1 as chats want it, and as small as the largest of them takes. */
export const shareSize = { width: 600, height: 315 } as const;

/** The light theme of `styles/tokens.css`. */
const house = {
  paper: '#fbf9f5',
  card: '#fffefb',
  ink: '#1f1c19',
  muted: '#655e56',
  rule: '#ddd6ca',
  accent: '#a8321f',
} as const;

export const cardColour = house.card;

const edge = 28;
const margin = 56;
const column = shareSize.width - 2 * margin;
/** The base line of what stands at the foot. */
const foot = 268;

/** The largest size in which the title fits is taken. */
const sizes = [
  { size: 42, most: 2 },
  { size: 36, most: 2 },
  { size: 31, most: 3 },
  { size: 27, most: 4 },
] as const;

/** One without words where a letter is not there or the title too long. */
export function shareCard(card: ShareCard, letters: Letters): CardDrawing {
  const { boxes, lines } = wordsOf(card, letters) ?? wordless;
  return { boxes: [...ground(card.accent ?? house.accent), ...boxes], lines };
}

function wordsOf(
  { kind, title, library, accent }: ShareCard,
  letters: Letters,
): CardDrawing | null {
  if (![kind, title, library].every((text) => canWrite(text, letters))) return null;
  const width = column;
  if (widthOf(kind, 18, letters) > width || widthOf(library, 19, letters) > width - 20) return null;
  for (const { size, most } of sizes) {
    const lines = linesOf(title, { size, width, most }, letters);
    if (!lines) continue;
    const leading = Math.round(size * 1.36);
    // In the middle between what stands above and below.
    const top = Math.round(163 - ((lines.length - 1) * leading) / 2 + size * 0.36);
    const { ink, muted } = house;
    const behind = Math.round(margin + widthOf(library, 19, letters) + 6);
    return {
      boxes: [
        box(margin, 236, column, 1, house.rule),
        box(behind, foot - 6, 7, 7, accent ?? house.accent),
      ],
      lines: [
        { text: kind, x: margin, y: 74, size: 18, colour: muted },
        ...lines.map((text, index) => ({
          text,
          x: margin,
          y: top + index * leading,
          size,
          colour: ink,
        })),
        { text: library, x: margin, y: foot, size: 19, colour: ink },
      ],
    };
  }
  return null;
}

/** A card whose words are bars: nothing in it can be a box that stands for a letter. */
const wordless: CardDrawing = {
  boxes: [
    box(margin, 84, 235, 17, house.ink),
    ...[134, 164, 194, 224].flatMap((y, index) => [
      box(margin, y, 35, 7, house.rule),
      box(margin + 55, y, [210, 130, 250, 120][index] ?? 0, 7, house.muted),
      box(margin, y + 18, column, 1, house.rule),
    ]),
  ],
  lines: [],
};

function ground(accent: string): readonly Box[] {
  const { width, height } = shareSize;
  return [
    box(0, 0, width, height, house.paper),
    box(edge, edge, width - 2 * edge, height - 2 * edge, house.rule),
    box(edge + 1, edge + 1, width - 2 * edge - 2, height - 2 * edge - 2, house.card),
    box(edge, edge, width - 2 * edge, 6, accent),
  ];
}

function box(x: number, y: number, width: number, height: number, colour: string): Box {
  return { x, y, width, height, colour };
}

/** Sixteen colours, half a byte a pixel: what a card is drawn in and the shades where letters end. */
export function shareColours(own: string | null): readonly string[] {
  const { paper, card, ink, muted, rule } = house;
  const accent = own ?? house.accent;
  return [
    ...[paper, card, rule, accent, mix(accent, 0.5, card)],
    ...[1, 2, 3, 4, 5, 6, 7].map((share) => mix(ink, share / 7, card)),
    ...[1, 2, 3, 4].map((share) => mix(muted, share / 4, card)),
  ];
}
