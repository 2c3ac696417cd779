import { zlibSync } from 'fflate';
import { correction, generate } from 'lean-qr';
import { crc32 } from '#domain/bytes/crc32.ts';
import { joinedBytes } from '#domain/bytes/joined-bytes.ts';
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
  return joinedBytes([
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
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
