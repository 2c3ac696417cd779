import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { zlibSync } from 'fflate';
import { palettePng } from '#domain/bytes/png.ts';
import { shareCard, shareColours, shareSize, type ShareCard } from '#domain/pictures/share-card.ts';
import { readLetters } from '#pictures/letters.ts';

/** From the folder of the project: compiled, this stands elsewhere. */
const packages = createRequire(resolve('package.json'));

let started: Promise<void> | null = null;

/**
 * The picture of a page as PNG. Drawn in WebAssembly and packed in JavaScript, for its bytes are to
 * be the same on every machine.
 */
export async function sharePicture(card: ShareCard): Promise<Uint8Array> {
  started ??= initWasm(readFileSync(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await started;
  const drawing = new Resvg(shareCard(card, readLetters()), {
    font: { loadSystemFonts: false },
  });
  const drawn = drawing.render();
  const colours = shareColours(card.accent).map((colour) => Number.parseInt(colour.slice(1), 16));
  const pixels = nearestOf(drawn.pixels, colours);
  drawn.free();
  drawing.free();
  return palettePng({ ...shareSize, colours, pixels }, (rows) => zlibSync(rows, { level: 2 }));
}

/** For each pixel, of four bytes, which of the colours it is next to; shades that are alike go together. */
function nearestOf(rgba: Uint8Array, colours: readonly number[]): Uint8Array {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const pixels = new Uint8Array(words.length);
  const known = new Int8Array(1 << 15).fill(-1);
  let [before, index] = [-1, 0];
  for (let pixel = 0; pixel < words.length; pixel += 1) {
    const word = words[pixel] ?? 0;
    if (word !== before) {
      before = word;
      const [red, green, blue] = [rgba[pixel * 4], rgba[pixel * 4 + 1], rgba[pixel * 4 + 2]];
      const shade = shadeOf(red ?? 0, green ?? 0, blue ?? 0);
      index = known[shade] ?? -1;
      if (index < 0) {
        index = nearest(((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0), colours);
        known[shade] = index;
      }
    }
    pixels[pixel] = index;
  }
  return pixels;
}

/** The five highest bits of each channel. */
const shadeOf = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

function nearest(colour: number, colours: readonly number[]): number {
  const distances = colours.map((other) =>
    [16, 8, 0].reduce((sum, at) => sum + (((colour >> at) & 255) - ((other >> at) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
