/** What the part of CBOR (RFC 8949) that Pagefind writes can hold. */
export type Cbor = number | string | boolean | null | readonly Cbor[];

/** Reads one value. Throws on a kind of value Pagefind does not write. */
export function readCbor(bytes: Uint8Array): Cbor {
  const text = new TextDecoder();
  let at = 0;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('The data ends early.');
    at += 1;
    return byte;
  };
  /** The number in the low five bits of a head, or in the bytes that follow it. */
  const argument = (low: number): number => {
    if (low < 24) return low;
    let value = 0;
    for (let left = 2 ** (low - 24); left > 0; left -= 1) value = value * 256 + next();
    return value;
  };
  const read = (): Cbor => {
    const head = next();
    const low = head & 31;
    switch (head >> 5) {
      case 0:
        return argument(low);
      case 1:
        return -1 - argument(low);
      case 3: {
        const end = argument(low) + at;
        const value = text.decode(bytes.subarray(at, end));
        at = end;
        return value;
      }
      case 4:
        return low === 31 ? readOpenList() : readList(argument(low));
      case 7:
        if (low === 20 || low === 21) return low === 21;
        if (low === 22) return null;
    }
    throw new Error(`The data holds what is not expected: ${head}.`);
  };
  const readList = (length: number): Cbor[] => {
    const list: Cbor[] = [];
    for (let place = 0; place < length; place += 1) list.push(read());
    return list;
  };
  const readOpenList = (): Cbor[] => {
    const list: Cbor[] = [];
    while (bytes[at] !== 0xff) list.push(read());
    at += 1;
    return list;
  };
  return read();
}
