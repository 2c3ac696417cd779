import { zlibSync } from 'fflate';
import { correction, generate } from 'lean-qr';
import { blackAndWhitePng } from '#domain/bytes/png.ts';
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
  return blackAndWhitePng(side, rows, (bytes) => zlibSync(bytes, { level: 9 }));
}
