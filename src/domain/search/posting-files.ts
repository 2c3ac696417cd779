import { joinedBytes } from '#domain/bytes/joined-bytes.ts';

/**
 * An inverted index in small files: for each key, which documents hold it and what is known of it
 * there. A query reads the files its own keys fall to and nothing else, however many documents
 * there are; an edit remakes the files of the keys that came, went or changed.
 *
 * Where a key falls depends on its first character. Characters that few keys begin with share
 * files; a character with more than fits one has files of its own, as many as a power of two.
 */

/** How many documents hold a key, and its documents, packed: a step from the one before and its payload, in turn. */
export interface Posting {
  readonly documents: number;
  readonly body: Uint8Array;
}

/** Where the payload of a document ends that begins at this place. */
export type PayloadEnd = (bytes: Uint8Array, at: number) => number;

/** Into how many files an index is laid; `layout` in the files that tell of it. */
export interface Layout {
  /** How many files are shared. */
  readonly shared: number;
  /** The characters with two files of their own, with four, and so on. */
  readonly own: readonly string[];
}

/** What is known of a key in one document, in bytes. */
export type Payload = readonly number[];

/** By first character: what all keys that begin with it take, in bytes before packing, roughly. */
export type Weights = ReadonlyMap<string, number>;

/**
 * What one document adds to the weight of a key: its payload, and the step to it. Keys of which
 * nothing more is known are asked for by the dozen, each in a file of its own: theirs are smaller.
 */
export const weightOf = (payload: Payload): number =>
  payload.length === 0 ? 8 : payload.length + 3;

/** What fits a file, as usual. Twice as much would be half as many files, and twice the bytes a query. */
export const usualRoom = 4096;

export const firstOf = (key: string): string => String.fromCodePoint(key.codePointAt(0) ?? 0);

export function layoutOf(weights: Weights, room = usualRoom): Layout {
  const powerFor = (bytes: number): number =>
    Math.max(0, Math.ceil(Math.log2(Math.max(1, bytes) / room)));
  const own: string[][] = [];
  let light = 0;
  for (const [character, bytes] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const power = powerFor(bytes);
    if (power === 0) light += bytes;
    else {
      while (own.length < power) own.push([]);
      own[power - 1]?.push(character);
    }
  }
  return { shared: 2 ** powerFor(light), own: own.map((characters) => characters.join('')) };
}

/** Tells the files of keys. */
export interface Filing {
  /** Name of the file that a key falls to. */
  readonly fileOf: (key: string) => string;
  /** Names of the files with all keys that begin so. */
  readonly filesOf: (beginning: string) => readonly string[];
  /** True where so many keys begin with a character that it has files of its own. */
  readonly isFrequent: (character: string) => boolean;
  /** Names of all files there are. */
  readonly all: () => readonly string[];
}

export function filingBy({ shared, own }: Layout): Filing {
  const filesByCharacter = new Map(
    own.flatMap((characters, at) =>
      [...characters].map((character): [string, number] => [character, 2 ** (at + 1)]),
    ),
  );
  const nameOf = (character: string, file: number): string =>
    `${character.codePointAt(0)?.toString(16) ?? ''}-${file}`;
  const numbers = (files: number): number[] => Array.from({ length: files }, (_, at) => at);
  return {
    fileOf(key) {
      const character = firstOf(key);
      const files = filesByCharacter.get(character);
      return files === undefined
        ? String(scattered(character) % shared)
        : nameOf(character, scattered(key) % files);
    },
    filesOf(beginning) {
      const character = firstOf(beginning);
      const files = filesByCharacter.get(character);
      return files === undefined
        ? [String(scattered(character) % shared)]
        : numbers(files).map((file) => nameOf(character, file));
    },
    isFrequent: (character) => filesByCharacter.has(character),
    all: () => [
      ...numbers(shared).map(String),
      ...[...filesByCharacter].flatMap(([character, files]) =>
        numbers(files).map((file) => nameOf(character, file)),
      ),
    ],
  };
}

/** A number that says nothing of the key, or of what stands in it between two places (FNV-1a). */
export function scattered(key: string, from = 0, to = key.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Reads numbers in sevens of bits, the lowest first; all bytes of a number but its last are 128 or more. */
export class NumberReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Throws where the bytes end early. */
  next(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error('The index ends early.');
      this.at += 1;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
      unit *= 128;
    }
  }
}

/** Adds a number; see `NumberReader`. */
export function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

type PackedPosting = Omit<Posting, 'body'> & { readonly body: Uint8Array | readonly number[] };

/** Between the keys of a file, and behind the last of them (a line feed). Neither stands in a key. */
export const keyEnd = ' ';
export const keysEnd = 10;

/** What is said in a file beside its keys, a line each. */
export type Notes = readonly string[];

/** A file of keys in their order: all keys, what is noted, documents and length of each, and the bodies. */
export function packFile(
  keys: readonly (readonly [key: string, posting: PackedPosting])[],
  notes: Notes = [],
): Uint8Array {
  const text = new TextEncoder();
  const noted = text.encode(notes.join('\n'));
  const length: number[] = [];
  writeNumber(length, noted.length);
  const sizes: number[] = [];
  for (const [, { documents, body }] of keys) {
    writeNumber(sizes, documents);
    writeNumber(sizes, body.length);
  }
  return joinedBytes([
    text.encode(`${keys.map(([key]) => key).join(keyEnd)}\n`),
    length,
    noted,
    sizes,
    ...keys.map(([, { body }]) => body),
  ]);
}

export interface PostingFile {
  /** In the order of their keys. */
  readonly postings: ReadonlyMap<string, Posting>;
  readonly notes: Notes;
}

/** Throws where the file is broken off. */
export function readFile(bytes: Uint8Array): PostingFile {
  const text = new TextDecoder();
  const end = bytes.indexOf(keysEnd);
  if (end < 0) throw new Error('The index ends early.');
  const line = text.decode(bytes.subarray(0, end));
  const keys = line === '' ? [] : line.split(keyEnd);
  const reader = new NumberReader(bytes, end + 1);
  const noted = reader.next();
  const notes = text.decode(bytes.subarray(reader.at, reader.at + noted));
  reader.at += noted;
  const sizes = keys.map(() => [reader.next(), reader.next()] as const);
  let { at } = reader;
  const postings = new Map<string, Posting>();
  keys.forEach((key, place) => {
    const [documents = 0, length = 0] = sizes[place] ?? [];
    postings.set(key, { documents, body: bytes.subarray(at, at + length) });
    at += length;
  });
  if (at > bytes.length) throw new Error('The index ends early.');
  return { postings, notes: notes === '' ? [] : notes.split('\n') };
}

/** Every document of a posting and where its payload begins. */
export function eachDocument(
  body: Uint8Array,
  endOf: PayloadEnd,
  visit: (document: number, at: number, end: number) => void,
): void {
  const reader = new NumberReader(body);
  let document = 0;
  while (!reader.isAtEnd) {
    document += reader.next();
    const end = endOf(body, reader.at);
    visit(document, reader.at, end);
    reader.at = end;
  }
}
