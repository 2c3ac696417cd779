import { crc32 } from '#domain/bytes/crc32.ts';
import { joinedBytes } from '#domain/bytes/joined-bytes.ts';

/** A picture of few colours: of each pixel, row by row, which colour it has. */
export interface PalettePicture {
  readonly width: number;
  readonly height: number;
  /** `0xrrggbb`, at most 256. */
  readonly colours: readonly number[];
  readonly pixels: Uint8Array;
}

/** Packs as zlib does (RFC 1950). Whoever wants the same bytes on any machine packs in JavaScript. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

const grey = 0;
const indexed = 3;

/** A PNG (ISO/IEC 15948) with as few bits a pixel as its colours need. */
export function palettePng(
  { width, height, colours, pixels }: PalettePicture,
  deflate: Deflate,
): Uint8Array {
  const bits = [1, 2, 4].find((count) => colours.length <= 1 << count) ?? 8;
  const stride = Math.ceil((width * bits) / 8) + 1;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const [row, first] = [y * stride + 1, y * width];
    for (let x = 0, bit = 0; x < width; x += 1, bit += bits) {
      const at = row + (bit >> 3);
      rows[at] = rows[at]! | (pixels[first + x]! << (8 - bits - (bit & 7)));
    }
  }
  const palette = colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]);
  return pngFile({ width, height, bits, kind: indexed }, [
    chunk('PLTE', Uint8Array.from(palette)),
    chunk('IDAT', deflate(rows)),
  ]);
}

/** A PNG of black and white, of rows as they stand in it: a byte 0, then a bit a pixel, 1 for white. */
export const blackAndWhitePng = (side: number, rows: Uint8Array, deflate: Deflate): Uint8Array =>
  pngFile({ width: side, height: side, bits: 1, kind: grey }, [chunk('IDAT', deflate(rows))]);

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly kind: number;
}

function pngFile(header: Header, chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, header.width);
  view.setUint32(4, header.height);
  bytes[8] = header.bits;
  bytes[9] = header.kind;
  return joinedBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', bytes),
    ...chunks,
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A chunk of a PNG (5.3): length, name, data, check. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
