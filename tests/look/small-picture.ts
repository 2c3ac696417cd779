/** Pictures as they are kept: in few colours, a third as large. */
import { zlibSync } from 'fflate';
import { PNG } from 'pngjs';
import { palettePng } from '#domain/bytes/png.ts';

/** As many as leave every colour nearer to its like than the comparison asks. */
const mostColours = 96;

/** A PNG of whatever kind as one of few colours: the most frequent as they are, others as the nearest. */
export function smallPicture(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const colourAt = (pixel: number): number => data.readUInt32BE(pixel * 4) >>> 8;
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = spread([...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour));
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, colours)]));
  const pixels = Uint8Array.from({ length: width * height }, (_, pixel) => {
    return indexes.get(colourAt(pixel)) ?? 0;
  });
  const small = palettePng({ width, height, colours, pixels }, (bytes) =>
    zlibSync(bytes, { level: 9 }),
  );
  return Buffer.from(small);
}

/** Of colours by their frequency those that are no shade of one before, in the finest step that fits. */
function spread(colours: readonly number[]): readonly number[] {
  for (let step = 1; ; step *= 1.5) {
    const kept: number[] = [];
    for (const colour of colours) {
      if (kept.length > mostColours) break;
      if (kept.every((other) => distance(colour, other) >= step * step)) kept.push(colour);
    }
    if (kept.length <= mostColours) return kept;
  }
}

function nearest(colour: number, colours: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < colours.length; index += 1) {
    const [other = 0, kept = 0] = [colours[index], colours[best]];
    if (distance(colour, other) < distance(colour, kept)) best = index;
  }
  return best;
}

/** Squared, over the three channels. */
function distance(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}
