import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { blackAndWhitePng, palettePng } from '#domain/bytes/png.ts';

/** Colours of a picture as a reader of PNG sees them, `0xrrggbb`. */
function seen(png: Uint8Array): { width: number; height: number; colours: readonly number[] } {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return {
    width,
    height,
    colours: Array.from({ length: width * height }, (_, at) => data.readUInt32BE(at * 4) >>> 8),
  };
}

test('a picture of few colours is read as it was meant, however many bits a pixel takes', () => {
  for (const count of [1, 2, 3, 4, 5, 16, 17, 256]) {
    const [width, height] = [7, 41];
    const colours = Array.from({ length: count }, (_, index) => index * 0x0100ff);
    const pixels = Uint8Array.from({ length: width * height }, (_, at) => (at * 5) % count);
    const png = palettePng({ width, height, colours, pixels }, deflateSync);
    assert.deepEqual(seen(png), {
      width,
      height,
      colours: Array.from(pixels, (index) => colours[index]),
    });
  }
});

test('a picture of black and white is read as it was meant', () => {
  const rows = Uint8Array.of(0, 0b1010_0000, 0, 0b0100_0000, 0, 0b1110_0000);
  const [black, white] = [0, 0xffffff];
  assert.deepEqual(seen(blackAndWhitePng(3, rows, deflateSync)).colours, [
    ...[white, black, white],
    ...[black, white, black],
    ...[white, white, white],
  ]);
});
