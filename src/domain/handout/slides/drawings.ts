import type { HandoutBlock } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import { station } from '#domain/handout/office/text-width.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { pieceOf, shortened } from '#domain/handout/slides/condense.ts';
import { places } from '#domain/handout/slides/master.ts';
import type { Box, Shape, Side } from '#domain/handout/slides/shapes.ts';
import {
  fitting,
  heightOf,
  plainParagraph,
  type SlideParagraph,
} from '#domain/handout/slides/text.ts';

type DrawingBlock = Extract<HandoutBlock, { kind: 'drawing' }>;

const most = 10;
const gap = 34;
/** Below it nothing is read from the last row. */
const smallest = 14;
const paddings = { steps: 10, loop: 10, tiers: 4 } as const;

/** A drawing as boxes and arrows that hold on to them. What is beyond the tenth station stands in the notes. */
export function drawingShapes({ form, items }: DrawingBlock, words: OfficeWords): Shape[] {
  const shown = items.slice(0, most);
  // Relations of shapes count from the title, which stands first.
  const { boxes, size: fits } = form === 'tiers' ? tiers(shown) : stations(shown, form);
  // What fits in no size is cut at the smallest.
  const size = fits === 0 ? smallest : fits;
  const shapes = shown.map((item, index) =>
    form === 'tiers'
      ? tierShape(item, index, boxes[index] ?? places.body, size)
      : stationShape(item, index, boxes[index] ?? places.body, size),
  );
  return [...shapes, ...(form === 'tiers' ? [] : arrows(boxes, form, words))];
}

interface Laid {
  readonly boxes: readonly Box[];
  readonly size: number;
}

function tiers(items: readonly string[]): Laid {
  const boxes = tierBoxes(items.length);
  return { boxes, size: commonSize(items, boxes, 'tiers') };
}

/** As low as their text allows in a size that is read from the last row. */
function stations(items: readonly string[], form: 'steps' | 'loop'): Laid {
  const tries = [110, 150, 190, 240, 300].map((rowHeight): Laid => {
    const boxes = stationBoxes(items.length, form, rowHeight);
    return { boxes, size: commonSize(items, boxes, form) };
  });
  const largest = Math.max(...tries.map(({ size }) => size));
  const laid = largest === 0 ? tries[tries.length - 1] : tries.find(({ size }) => size === largest);
  return laid ?? { boxes: [], size: smallest };
}

/** Stations stand in one row up to five, in two beyond; those of a loop go round in two. */
function stationBoxes(count: number, form: 'steps' | 'loop', wanted: number): Box[] {
  const { x, y, width, height } = places.body;
  const above = form === 'loop' || count > 5 ? Math.ceil(count / 2) : count;
  const below = count - above;
  const rows = below === 0 ? 1 : 2;
  const rowHeight = Math.min(wanted, (height - 44 * (rows - 1)) / rows);
  const top = y + (height - rowHeight * rows - 44 * (rows - 1)) / 2;
  const boxWidth = Math.min(300, (width - gap * (above - 1)) / above);
  const rowWidth = above * boxWidth + (above - 1) * gap;
  const left = x + (width - rowWidth) / 2;
  return Array.from({ length: count }, (_, index) => {
    const isBelow = index >= above;
    // The second row of a loop runs back, so that its end stands below the beginning.
    const column = !isBelow
      ? index
      : form === 'loop'
        ? spread(below - 1 - (index - above), below, above)
        : index - above;
    return {
      x: left + column * (boxWidth + gap),
      y: isBelow ? top + rowHeight + 44 : top,
      width: boxWidth,
      height: rowHeight,
    };
  });
}

/** Places of a shorter row below a longer one: its ends stand below theirs. */
const spread = (place: number, count: number, columns: number): number =>
  count === 1 ? (columns - 1) / 2 : (place * (columns - 1)) / (count - 1);

function arrows(boxes: readonly Box[], form: 'steps' | 'loop', words: OfficeWords): Shape[] {
  const count = boxes.length;
  const pairs = boxes.slice(1).map((_, index) => [index, index + 1] as const);
  const all = form === 'loop' && count > 1 ? [...pairs, [count - 1, 0] as const] : pairs;
  return all.map(([from, to]) => {
    const [start, end] = facing(boxes[from], boxes[to]);
    return {
      kind: 'arrow',
      name: words.arrow(from + 1, to + 1),
      from: [from + 1, start],
      to: [to + 1, end],
    };
  });
}

/** The sides at which two boxes look at each other. */
function facing(from: Box | undefined, to: Box | undefined): readonly [Side, Side] {
  if (from === undefined || to === undefined) return ['right', 'left'];
  if (from.y < to.y) return ['bottom', 'top'];
  if (from.y > to.y) return ['top', 'bottom'];
  return from.x < to.x ? ['right', 'left'] : ['left', 'right'];
}

function tierBoxes(count: number): Box[] {
  const { x, y, width, height } = places.body;
  const step = Math.min(110, height / Math.max(1, count));
  const narrowing = Math.min(48, 240 / Math.max(1, count));
  const top = y + (height - step * count) / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: x + index * narrowing,
    y: top + index * step,
    width: width - 2 * index * narrowing,
    height: step - 6,
  }));
}

type Station = ReturnType<typeof station>;

const stationText = ({ name, text }: Station, index: number, size: number): SlideParagraph[] => [
  {
    size,
    runs: [
      { text: `${index + 1} `, colour: palette.muted, isBold: true },
      ...(name === null ? [] : [{ text: name, colour: palette.accent, isBold: true }]),
    ],
  },
  ...(text === '' ? [] : [plainParagraph(text, textSize(size), { before: 4 })]),
];

const textSize = (size: number): number => Math.max(12, Math.round(size * 0.8));

const tierText = ({ name, text }: Station, size: number): SlideParagraph[] => [
  {
    size,
    runs: [
      ...(name === null ? [] : [{ text: `${name}${text === '' ? '' : '\u3000'}`, isBold: true }]),
      { text },
    ],
  },
];

const textOf = (form: DrawingBlock['form'], given: Station, index: number, size: number) =>
  form === 'tiers' ? tierText(given, size) : stationText(given, index, size);

/** All stations of a drawing in one size: the largest at which each fits; 0 where one fits at none. */
function commonSize(
  items: readonly string[],
  boxes: readonly Box[],
  form: DrawingBlock['form'],
): number {
  const sizes = [22, 20, 18, 16, 15, smallest];
  return (
    sizes.find((size) =>
      items.every((item, index) => {
        const box = boxes[index] ?? places.body;
        return (
          fitting(
            [size],
            () => textOf(form, station(item), index, size),
            inner(box, form).width,
            inner(box, form).height,
          ) !== null
        );
      }),
    ) ?? 0
  );
}

const inner = (
  { width, height }: Box,
  form: DrawingBlock['form'],
): { width: number; height: number } => ({
  width: width - 2 * paddings[form],
  height: height - 2 * paddings[form],
});

/** The text of a station, cut where it does not fit even so. */
function fitted(
  form: DrawingBlock['form'],
  item: string,
  index: number,
  box: Box,
  size: number,
): readonly SlideParagraph[] {
  const room = inner(box, form);
  const { name, text } = station(item);
  const whole = textOf(form, { name, text }, index, size);
  if (heightOf(whole, room.width) <= room.height) return whole;
  if (form === 'tiers') {
    const cut = shortened(item, room.width, room.height, size);
    return tierText({ name: null, text: cut }, size);
  }
  const head = shortened(name ?? '', room.width - size, room.height / 2, size);
  const above = heightOf(stationText({ name: head, text: '' }, index, size), room.width) + 4;
  const cut = shortened(text, room.width, room.height - above, textSize(size));
  const short = { name: name === null ? null : head, text: cut };
  return pieceOf(stationText(short, index, size), room.width, room.height);
}

const tierShape = (item: string, index: number, box: Box, size: number): Shape => ({
  kind: 'text',
  name: `${index + 1}`,
  box,
  fill: palette.tones[Math.min(index, palette.tones.length - 1)] ?? palette.tint,
  anchor: 'middle',
  padding: paddings.tiers,
  paragraphs: fitted('tiers', item, index, box, size).map((paragraph) => ({
    ...paragraph,
    align: 'center' as const,
  })),
});

const stationShape = (item: string, index: number, box: Box, size: number): Shape => ({
  kind: 'text',
  name: `${index + 1}`,
  form: 'roundRect',
  box,
  fill: palette.tint,
  outline: palette.accent,
  padding: paddings.steps,
  paragraphs: fitted('steps', item, index, box, size),
});
