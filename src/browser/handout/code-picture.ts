import { zlibSync } from 'fflate';
import { correction, generate } from 'lean-qr';
import { longestCode } from '#browser/handout/handout-address.ts';

const quiet = 4;
const dots = 8;

/** An address as a QR code in a PNG of one bit a dot; null where there is none, or none that fits. */
export function codePicture(address: string | null): Uint8Array | null {
  if (address === null || address.length > longestCode) return null;
  let code: ReturnType<typeof generate>;
  try {
    code = generate(address, { minCorrectionLevel: correction.M });
  } catch {
    return null;
  }
  const side = (code.size + quiet * 2) * dots;
  const stride = Math.ceil(side / 8);
  const rows = new Uint8Array(side * (stride + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (!code.get(Math.floor(x / dots) - quiet, Math.floor(y / dots) - quiet)) {
        const at = y * (stride + 1) + 1 + (x >> 3);
        rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
      }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  header[8] = 1;
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A chunk of a PNG (ISO/IEC 15948, 5.3): length, name, data, check. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** CRC-32 as PNG defines it (annex D). */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
