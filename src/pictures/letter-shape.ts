import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { stepsOfSize } from '#domain/pictures/lines.ts';
import { cardColour } from '#domain/pictures/share-card.ts';

/** A letter as it is drawn on a card. */
export interface LetterToDraw {
  /** As in `Letter`. */
  readonly outline: string;
  /** In pixels. */
  readonly size: number;
  readonly colour: string;
  /** How far right of a whole pixel it stands, 0 to 1. */
  readonly shift: number;
}

/** The pixels that a letter colours: from the point on its base line, and the place of its colour in the palette. */
export interface LetterShape {
  readonly across: Int16Array;
  readonly down: Int16Array;
  readonly colours: Uint8Array;
}

/** From the folder of the project: compiled, this stands elsewhere. */
const packages = createRequire(resolve('package.json'));

let started: Promise<void> | null = null;

/** To be called before any letter is drawn. */
export function startDrawing(): Promise<void> {
  started ??= initWasm(readFileSync(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return started;
}

/** Draws a letter in the nearest of a palette's colours, `#rrggbb`. */
export function drawLetter(
  { outline, size, colour, shift }: LetterToDraw,
  palette: readonly string[],
): LetterShape {
  // Room for whatever a letter puts beyond its own width and height.
  const [left, above] = [Math.ceil(size / 2), Math.ceil(size * 1.25)];
  const [width, height] = [left + Math.ceil(size * 1.75), above + Math.ceil(size * 0.75)];
  const place = `translate(${left + shift} ${above}) scale(${size / stepsOfSize})`;
  const drawing = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<path fill="${cardColour}" d="M0 0h${width}v${height}h${-width}z"/>` +
      `<path fill="${colour}" transform="${place}" d="M0 0${outline}"/></svg>`,
    { font: { loadSystemFonts: false } },
  );
  const drawn = drawing.render();
  const rgba = drawn.pixels;
  drawn.free();
  drawing.free();
  const colours = palette.map((of) => Number.parseInt(of.slice(1), 16));
  const ground = palette.indexOf(cardColour);
  const across: number[] = [];
  const down: number[] = [];
  const places: number[] = [];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
    const place = nearest((red << 16) | (green << 8) | blue, colours);
    if (place === ground) continue;
    across.push((pixel % width) - left);
    down.push(Math.floor(pixel / width) - above);
    places.push(place);
  }
  return {
    across: Int16Array.from(across),
    down: Int16Array.from(down),
    colours: Uint8Array.from(places),
  };
}

function nearest(colour: number, colours: readonly number[]): number {
  const exact = colours.indexOf(colour);
  if (exact >= 0) return exact;
  const distances = colours.map((other) =>
    [16, 8, 0].reduce((sum, at) => sum + (((colour >> at) & 255) - ((other >> at) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
