import { crc32 } from '#domain/bytes/crc32.ts';
import {
  copyMark,
  dataOffset,
  directoryEntry,
  dosDate,
  endOfArchive,
  entryHeaderSize,
  localHeader,
  localHeaderSize,
  placeOf,
  readDirectory,
  readEnd,
  sameBytes,
  type ReadEntry,
} from '#domain/copies/zip-format.ts';

/** Why an archive cannot be checked at all. */
export type Unreadable = 'no-archive' | 'cut' | 'overlapping';

export class UnreadableArchive extends Error {
  readonly reason: Unreadable;
  constructor(reason: Unreadable) {
    super(reason);
    this.reason = reason;
  }
}

/** The end of an archive stands in its last bytes, with a comment of up to 64 KiB before the end. */
const longestEnd = 66_000;
const windowSize = 4 << 20;

export interface Archive {
  /** In the order in which they stand in the file. */
  readonly entries: readonly ReadEntry[];
  /** Whether the archive was made by `npm run pack` and by nothing else since. */
  readonly isOurs: boolean;
  /** Whether the archive's own list of its files is other than it was written. */
  readonly isListDamaged: boolean;
  /**
   * The bytes of an entry, unpacked, piece by piece and never more than the entry says. False where
   * they cannot be had, or what stands around them is other than it was written.
   */
  readonly read: (entry: ReadEntry, take: (bytes: Uint8Array) => void) => Promise<boolean>;
}

/** Opens an archive without reading it whole. Throws `UnreadableArchive`. */
export async function openArchive(file: Blob): Promise<Archive> {
  const bytesOf = windowed(file);
  const tail = await bytesOf(Math.max(0, file.size - longestEnd), file.size);
  const end = readEnd(tail, file.size);
  if (!end) {
    const head = await bytesOf(0, Math.min(4, file.size));
    throw new UnreadableArchive(head[0] === 0x50 && head[1] === 0x4b ? 'cut' : 'no-archive');
  }
  const directoryEnd = file.size - end.tail.length;
  const isOurs = isNearly(end.comment, copyMark);
  const from = await directoryStart(bytesOf, end, directoryEnd);
  if (from === null) throw new UnreadableArchive('cut');
  const directory = (await bytesOf(from, directoryEnd)).slice();
  const entries = [...readDirectory(directory)].sort((a, b) => a.offset - b.offset);
  refuseOverlap(entries, from);
  const date = commonest(entries.map((entry) => entry.date)) ?? dosDate('1980-01-01');
  const expectedEnd = endOfArchive({
    entries: entries.length,
    directorySize: directoryEnd - from,
    directoryOffset: from,
  });
  const isWritten = (entry: ReadEntry): boolean =>
    !isOurs || sameBytes(entry.bytes, directoryEntry(entry, date));
  return {
    entries,
    isOurs,
    isListDamaged: isOurs && (!sameBytes(end.tail, expectedEnd) || !isGapless(entries, from)),
    read: async (entry, take) => {
      if (!entry.isReadable || !isWritten(entry)) return false;
      const head = await bytesOf(entry.offset, Math.min(from, entry.offset + localHeaderSize));
      const data = dataOffset(head, entry);
      if (data === null || data + entry.packed > from) return false;
      const header = (await bytesOf(entry.offset, data)).slice();
      let seal = 0;
      const sealed = async function* () {
        for await (const piece of pieces(bytesOf, data, data + entry.packed)) {
          if (isOurs) seal = crc32(piece, seal);
          yield piece;
        }
      };
      const isUnpacked = await unpack(entry, sealed(), take);
      return isUnpacked && (!isOurs || sameBytes(header, localHeader(entry, date, seal)));
    },
  };
}

type BytesOf = (from: number, to: number) => Promise<Uint8Array>;

/** Reads some megabytes at a time, for most entries are small and stand one behind the other. */
function windowed(file: Blob): BytesOf {
  let start = 0;
  let window = new Uint8Array();
  return async (from, to) => {
    if (from < start || to > start + window.length) {
      const end = Math.min(file.size, Math.max(to, from + windowSize));
      window = new Uint8Array(await file.slice(from, end).arrayBuffer());
      start = from;
    }
    return window.subarray(from - start, to - start);
  };
}

async function* pieces(bytesOf: BytesOf, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += windowSize) {
    yield await bytesOf(at, Math.min(to, at + windowSize));
  }
}

/** The directory stands before the end; where the end is damaged one of its two numbers may be right. */
async function directoryStart(
  bytesOf: BytesOf,
  end: { readonly directoryOffset: number; readonly directorySize: number },
  directoryEnd: number,
): Promise<number | null> {
  for (const start of [end.directoryOffset, directoryEnd - end.directorySize]) {
    if (start < 0 || start + entryHeaderSize > directoryEnd) continue;
    const [p, k, one, two] = await bytesOf(start, start + 4);
    if (p === 0x50 && k === 0x4b && one === 1 && two === 2) return start;
  }
  return null;
}

/** Entries that share their bytes are a bomb's: little to read, and no end of it to unpack. */
function refuseOverlap(entries: readonly ReadEntry[], directory: number): void {
  let end = 0;
  let overlapping = 0;
  for (const { offset, packed, name } of entries) {
    if (offset < end) overlapping += 1;
    end = Math.max(end, Math.min(directory, offset + localHeaderSize + name.length + packed));
  }
  // One or two are a damaged number; those entries are found to be damaged when they are read.
  if (overlapping > mostDamaged) throw new UnreadableArchive('overlapping');
}

const mostDamaged = 50;

/** Whether entry stands behind entry, from the first byte of the archive to its directory. */
function isGapless(entries: readonly ReadEntry[], directory: number): boolean {
  let at = 0;
  for (const entry of entries) {
    if (entry.offset !== at) return false;
    at += placeOf(entry);
  }
  return at === directory;
}

async function unpack(
  { isDeflated, size, packed }: ReadEntry,
  bytes: AsyncIterable<Uint8Array>,
  take: (bytes: Uint8Array) => void,
): Promise<boolean> {
  let taken = 0;
  const takeSome = (some: Uint8Array): void => {
    taken += some.length;
    if (taken > size) throw new RangeError('More than the entry says.');
    take(some);
  };
  try {
    if (!isDeflated) {
      if (packed !== size) return false;
      for await (const piece of bytes) takeSome(piece);
      return taken === size;
    }
    const { Inflate } = await import('fflate');
    const inflate = new Inflate(takeSome);
    let left = packed;
    // In small pieces, so that what little bytes grow to is seen before it fills the memory.
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; at += pieceSize) {
        const some = piece.subarray(at, at + pieceSize);
        left -= some.length;
        inflate.push(some, left === 0);
      }
    }
    return taken === size;
  } catch {
    return false;
  }
}

const pieceSize = 64 << 10;

const isNearly = (text: string, other: string): boolean =>
  text.length === other.length && [...text].filter((one, at) => one !== other[at]).length <= 2;

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
