/**
 * A basket in an address: behind `#`, which no server sees. `1.` stands before deflated text, `0.`
 * before text as it is, for browsers that cannot deflate; both in the alphabet of base64url, which
 * no chat program cuts. Chromium 86 knows `CompressionStream`.
 */
import { readBasket, writeBasket, type ReadBasket } from '#domain/handout/basket-file.ts';
import type { Basket } from '#domain/handout/basket.ts';

/** Longer ones are cut by mail and chat programs. */
export const longestAddress = 2000;

/** What a phone still reads from paper; handouts name no longer address. */
export const longestCode = 500;

export async function fragmentOf(basket: Basket): Promise<string> {
  const bytes = new TextEncoder().encode(writeBasket(basket));
  return typeof CompressionStream === 'undefined'
    ? `0.${toText(bytes)}`
    : `1.${toText(await through(bytes, new CompressionStream('deflate')))}`;
}

/** True where an address carries a basket, whole or damaged. */
export const carriesBasket = (fragment: string): boolean => /^#[0-9]+\./.test(fragment);

export async function basketOf(fragment: string): Promise<ReadBasket> {
  const [, version = '', text = ''] = /^#([0-9]+)\.(.*)$/.exec(fragment) ?? [];
  try {
    const bytes = fromText(text);
    if (version === '0') return readBasket(decode(bytes));
    if (version === '1') {
      return readBasket(decode(await through(bytes, new DecompressionStream('deflate'))));
    }
    return { basket: null, faults: [{ kind: 'later', version: Number(version) }] };
  } catch {
    return { basket: null, faults: [{ kind: 'unreadable' }] };
  }
}

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** A basket of 200 items has some 20 kB; whatever is larger is not ours. */
const mostBytes = 4_000_000;

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told by the reader.
  void writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
    if (size > mostBytes) throw new RangeError('more than a basket holds');
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromText(text: string): Uint8Array {
  const decoded = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
