import { joinedBytes } from '#domain/bytes/joined-bytes.ts';
import {
  eachDocument,
  firstOf,
  keyEnd,
  keysEnd,
  NumberReader,
  packFile,
  weightOf,
  writeNumber,
  type Payload,
  type PayloadEnd,
  type Posting,
} from '#domain/search/posting-files.ts';

/** What some documents hold: a file of all their keys, as in `posting-files.ts`, and its weights. */
export interface PostingPart {
  /** In memory that threads share. */
  readonly file: Uint8Array;
  readonly weights: ReadonlyMap<string, number>;
}

/** What one key holds, as far as it has been gathered. */
interface Held {
  documents: number;
  last: number;
  weight: number;
  readonly bytes: number[];
}

/** Gathers what documents hold, which come in the order of their numbers. */
export class PostingGatherer {
  readonly #held = new Map<string, Held>();

  /** `isCounted` says whether it is one of those that a key's `documents` count. */
  add(document: number, payloads: ReadonlyMap<string, Payload>, isCounted = true): void {
    payloads.forEach((payload, key) => {
      let of = this.#held.get(key);
      if (of === undefined) {
        of = { documents: 0, last: 0, weight: 0, bytes: [] };
        this.#held.set(key, of);
      }
      const { bytes } = of;
      writeNumber(bytes, document - of.last);
      for (let at = 0; at < payload.length; at += 1) bytes.push(payload[at] ?? 0);
      of.last = document;
      of.weight += weightOf(payload);
      if (isCounted) of.documents += 1;
    });
  }

  end(): PostingPart {
    const keys = [...this.#held].sort(([a], [b]) => (a < b ? -1 : 1));
    const weights = new Map<string, number>();
    for (const [key, { weight }] of keys) {
      const first = firstOf(key);
      weights.set(first, (weights.get(first) ?? 0) + weight);
    }
    const packed = packFile(
      keys.map(([key, { documents, bytes }]) => [key, { documents, body: bytes }]),
    );
    const file = new Uint8Array(new SharedArrayBuffer(packed.length));
    file.set(packed);
    return { file, weights };
  }
}

/** Goes through a part key by key, without holding more of it than the bytes it is. */
class PartReader {
  readonly #line: string;
  readonly #sizes: NumberReader;
  #keyAt = 0;
  #bodyAt: number;
  #length = 0;
  documents = 0;
  /** Null behind the last. */
  key: string | null = null;

  constructor(file: Uint8Array) {
    const end = file.indexOf(keysEnd);
    this.#line = Buffer.from(file.buffer, file.byteOffset, end).toString();
    // No part has notes, whose length is one byte then.
    this.#sizes = new NumberReader(file, end + 2);
    const keys = this.#line === '' ? 0 : this.#line.split(keyEnd).length;
    const behind = new NumberReader(file, end + 2);
    for (let left = keys * 2; left > 0; left -= 1) behind.next();
    this.#bodyAt = behind.at;
    this.next();
  }

  get body(): Uint8Array {
    return this.#sizes.bytes.subarray(this.#bodyAt, this.#bodyAt + this.#length);
  }

  next(): void {
    this.#bodyAt += this.#length;
    if (this.#keyAt >= this.#line.length) {
      this.key = null;
      return;
    }
    const end = this.#line.indexOf(keyEnd, this.#keyAt);
    this.key = this.#line.slice(this.#keyAt, end < 0 ? undefined : end);
    this.#keyAt = end < 0 ? this.#line.length : end + 1;
    this.documents = this.#sizes.next();
    this.#length = this.#sizes.next();
  }
}

/**
 * The keys of all parts, which hold documents in the order of their numbers, one character after
 * another; of those that are not `wanted` nothing is joined.
 */
export function* joinParts(
  files: readonly Uint8Array[],
  endOf: PayloadEnd,
  isWanted: (character: string) => boolean,
): Generator<readonly [character: string, keys: [key: string, posting: Posting][]]> {
  const readers = files.map((file) => new PartReader(file));
  for (;;) {
    let first: string | null = null;
    for (const { key } of readers) {
      if (key !== null && (first === null || key < first)) first = key;
    }
    if (first === null) return;
    const character = firstOf(first);
    const isOurs = isWanted(character);
    const held = new Map<string, { documents: number; bodies: Uint8Array[] }>();
    for (const reader of readers) {
      while (reader.key?.startsWith(character)) {
        if (isOurs) {
          const of = held.get(reader.key) ?? { documents: 0, bodies: [] };
          of.documents += reader.documents;
          of.bodies.push(reader.body);
          held.set(reader.key, of);
        }
        reader.next();
      }
    }
    if (!isOurs) continue;
    yield [
      character,
      [...held].map(([key, { documents, bodies }]) => [
        key,
        { documents, body: joinBodies(bodies, endOf) },
      ]),
    ];
  }
}

/** The first step of a body is counted from 0; in a joined one it goes on from the last document before. */
function joinBodies(bodies: readonly Uint8Array[], endOf: PayloadEnd): Uint8Array {
  const [only] = bodies;
  if (only && bodies.length === 1) return only;
  let last = 0;
  return joinedBytes(
    bodies.flatMap((body) => {
      const reader = new NumberReader(body);
      const step: number[] = [];
      writeNumber(step, reader.next() - last);
      eachDocument(body, endOf, (document) => {
        last = document;
      });
      return [step, body.subarray(reader.at)];
    }),
  );
}
