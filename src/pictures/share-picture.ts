import { zlibSync } from 'fflate';
import { palettePng } from '#domain/bytes/png.ts';
import { stepsOfSize } from '#domain/pictures/lines.ts';
import {
  shareCard,
  shareColours,
  shareSize,
  type Box,
  type Line,
  type ShareCard,
} from '#domain/pictures/share-card.ts';
import { drawLetter, startDrawing, type LetterShape } from '#pictures/letter-shape.ts';
import { readLetters } from '#pictures/letters.ts';

/**
 * The picture of a page as PNG. Letters are drawn in WebAssembly and the whole is packed in
 * JavaScript, for its bytes are to be the same on every machine.
 */
export async function sharePicture(card: ShareCard): Promise<Uint8Array> {
  await startDrawing();
  const palette = shareColours(card.accent);
  const pixels = new Uint8Array(shareSize.width * shareSize.height);
  const { boxes, lines } = shareCard(card, readLetters());
  for (const box of boxes) fill(pixels, box, palette.indexOf(box.colour));
  for (const line of lines) write(pixels, line, palette);
  const colours = palette.map((colour) => Number.parseInt(colour.slice(1), 16));
  return palettePng({ ...shareSize, colours, pixels }, (rows) => zlibSync(rows, { level: 2 }));
}

function fill(pixels: Uint8Array, { x, y, width, height }: Box, colour: number): void {
  for (let row = y; row < y + height; row += 1) {
    const start = row * shareSize.width + x;
    pixels.fill(colour, start, start + width);
  }
}

/** Letters stand between whole pixels by quarters: so what was drawn once serves again. */
const parts = 4;

/** By letter and all it is drawn in. */
const drawn = new Map<string, LetterShape>();

function write(
  pixels: Uint8Array,
  { text, x, y, size, colour }: Line,
  palette: readonly string[],
): void {
  const letters = readLetters();
  const how = [size, colour, ...palette].join(' ');
  let at = x;
  for (const letter of text) {
    const [width, outline] = letters.get(letter) ?? [0, ''];
    const quarters = Math.round(at * parts);
    const left = Math.floor(quarters / parts);
    const shift = quarters / parts - left;
    const key = `${letter}${shift} ${how}`;
    const shape = drawn.get(key) ?? drawLetter({ outline, size, colour, shift }, palette);
    drawn.set(key, shape);
    put(pixels, shape, left, y);
    at += (width * size) / stepsOfSize;
  }
}

function put(
  pixels: Uint8Array,
  { across, down, colours }: LetterShape,
  x: number,
  y: number,
): void {
  colours.forEach((colour, at) => {
    const [column, row] = [x + (across[at] ?? 0), y + (down[at] ?? 0)];
    if (column < shareSize.width && row < shareSize.height) {
      pixels[row * shareSize.width + column] = colour;
    }
  });
}
