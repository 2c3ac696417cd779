/**
 * SHA-256 (FIPS 180-4), a piece at a time. Browsers have one of their own only where the address is
 * of https, and theirs wants a file whole.
 */
export interface Sha256 {
  readonly update: (bytes: Uint8Array) => void;
  /** The digest in 64 hexadecimal digits; nothing may be added behind it. */
  readonly digest: () => string;
}

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
};
const primes: number[] = [];
for (let n = 2; primes.length < 64; n += 1) if (isPrime(n)) primes.push(n);
/** The first 32 bits of the fraction of a root. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const constants = Int32Array.from(primes, (n) => fraction(Math.cbrt(n)));
const start = primes.slice(0, 8).map((n) => fraction(Math.sqrt(n)));

const blockSize = 64;

export function sha256(): Sha256 {
  const state = Int32Array.from(start);
  const words = new Int32Array(64);
  const block = new Uint8Array(blockSize);
  const view = new DataView(block.buffer);
  let filled = 0;
  let length = 0;

  const fillWords = (from: DataView, at: number): void => {
    for (let i = 0; i < 16; i += 1) words[i] = from.getInt32(at + 4 * i);
    mix(state, words);
  };

  function update(bytes: Uint8Array): void {
    length += bytes.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(blockSize - filled, bytes.length);
      block.set(bytes.subarray(0, at), filled);
      filled += at;
      if (filled < blockSize) return;
      fillWords(view, 0);
      filled = 0;
    }
    const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + blockSize <= bytes.length; at += blockSize) fillWords(whole, at);
    block.set(bytes.subarray(at), 0);
    filled = bytes.length - at;
  }

  function digest(): string {
    const bits = BigInt(length) * 8n;
    const padding = new Uint8Array((filled < 56 ? 56 : 120) - filled + 8);
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits);
    update(padding);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  return { update, digest };
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

type Eight = [number, number, number, number, number, number, number, number];

function mix(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15]!;
    const b = w[i - 2]!;
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = [...state] as Eight;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = (state[i]! + value) | 0;
  });
}
