import { joinedBytes } from '#domain/bytes/joined-bytes.ts';

/**
 * The zip format as copies are written and read (PKWARE APPNOTE 6.3.10): names in UTF-8, deflate or
 * stored, one date for all, no extra fields but those of zip64 and a seal. A copy's bytes follow from
 * its files alone, so whatever differs from what is written here has been changed.
 */
export interface ZipEntry {
  readonly name: string;
  /** Whether the bytes are deflated; otherwise they are stored. */
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly packed: number;
  readonly size: number;
  /** Where its header stands in the file. */
  readonly offset: number;
}

/** Comment at the end of an archive that is a copy of a library. */
export const copyMark = 'governance-practice-library copy 1';

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
export const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;

export const localHeaderSize = 30;
export const entryHeaderSize = 46;
export const endSize = 22;
const end64Size = 56;
export const locatorSize = 20;

const utf8Flag = 0x0800;
const most16 = 0xffff;
const most32 = 0xffffffff;

const encoder = new TextEncoder();

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Little-endian fields, each with its number of bytes. */
function fields(...values: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** The date of a file as MS-DOS writes it, at midnight; `day` is `yyyy-mm-dd`, from 1980 on. */
export function dosDate(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return ((year - 1980) << 9) | (month << 5) | date;
}

/** What the header of an entry and its line in the directory say alike. */
const saidOfEntry = (
  { isDeflated, crc32, packed, size }: ZipEntry,
  date: number,
  nameLength: number,
): readonly Field[] => [
  [2, utf8Flag],
  [2, isDeflated ? 8 : 0],
  [2, 0],
  [2, date],
  [4, crc32],
  [4, packed],
  [4, size],
  [2, nameLength],
];

/** An extra field of our own, which other programs pass over. */
const sealField = 0x4c47;
const sealSize = 8;

/**
 * What stands before the bytes of an entry. `seal` is the CRC-32 of the bytes as they are packed:
 * of damaged ones some unpack to the right file and are refused by stricter programs.
 */
export function localHeader(entry: ZipEntry, date: number, seal: number): Uint8Array<ArrayBuffer> {
  const bytes = encoder.encode(entry.name);
  const head = fields([4, localSignature], [2, 20], ...saidOfEntry(entry, date, bytes.length), [
    2,
    sealSize,
  ]);
  return joinedBytes([head, bytes, fields([2, sealField], [2, 4], [4, seal])]);
}

/** How many bytes of an archive written here an entry takes up. */
export const placeOf = ({ name, packed }: ZipEntry): number =>
  localHeaderSize + encoder.encode(name).length + sealSize + packed;

/** The entry in the directory at the end of the archive. */
export function directoryEntry(entry: ZipEntry, date: number): Uint8Array<ArrayBuffer> {
  const { name, offset } = entry;
  const bytes = encoder.encode(name);
  const isFar = offset >= most32;
  const extra = isFar ? fields([2, 1], [2, 8], [8, offset]) : new Uint8Array();
  const head = fields(
    [4, entrySignature],
    [2, isFar ? 45 : 20],
    [2, isFar ? 45 : 20],
    ...saidOfEntry(entry, date, bytes.length),
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, isFar ? most32 : offset],
  );
  return joinedBytes([head, bytes, extra]);
}

/** Where the directory stands, and how much it holds. */
export interface ZipEnd {
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
}

/** What stands behind the directory. */
export function endOfArchive({ entries, directorySize, directoryOffset }: ZipEnd) {
  const isLarge = entries >= most16 || directorySize >= most32 || directoryOffset >= most32;
  const comment = encoder.encode(copyMark);
  const end = fields(
    [4, endSignature],
    [2, 0],
    [2, 0],
    [2, Math.min(entries, most16)],
    [2, Math.min(entries, most16)],
    [4, Math.min(directorySize, most32)],
    [4, Math.min(directoryOffset, most32)],
    [2, comment.length],
  );
  if (!isLarge) return joinedBytes([end, comment]);
  const end64 = fields(
    [4, end64Signature],
    [8, end64Size - 12],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, directorySize],
    [8, directoryOffset],
  );
  const locator = fields(
    [4, locator64Signature],
    [4, 0],
    [8, directoryOffset + directorySize],
    [4, 1],
  );
  return joinedBytes([end64, locator, end, comment]);
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** The last part of an archive, as far as it is needed to find the directory. */
export interface ReadEnd extends ZipEnd {
  readonly comment: string;
  /** Bytes of the archive from the end of the directory on. */
  readonly tail: Uint8Array;
}

/**
 * Reads the end of an archive from its last bytes (`tail`, of a file of `fileSize` bytes). Null
 * where these hold no end of an archive that closes with the file.
 */
export function readEnd(tail: Uint8Array, fileSize: number): ReadEnd | null {
  const view = viewOf(tail);
  const at = endIn(tail, view);
  if (at === null) return null;
  const comment = new TextDecoder().decode(tail.subarray(at + endSize));
  const locator = at - locatorSize;
  if (locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
    const end64 = long(view, locator + 8) - (fileSize - tail.length);
    if (end64 < 0 || end64 + end64Size > locator) return null;
    return {
      entries: long(view, end64 + 32),
      directorySize: long(view, end64 + 40),
      directoryOffset: long(view, end64 + 48),
      comment,
      tail: tail.subarray(end64),
    };
  }
  return {
    entries: view.getUint16(at + 10, true),
    directorySize: view.getUint32(at + 12, true),
    directoryOffset: view.getUint32(at + 16, true),
    comment,
    tail: tail.subarray(at),
  };
}

/** Where the end begins: by its signature, or by the mark of a copy where the signature is damaged. */
function endIn(tail: Uint8Array, view: DataView): number | null {
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    const isEnd = view.getUint32(at, true) === endSignature;
    if (isEnd && at + endSize + view.getUint16(at + 20, true) === tail.length) return at;
  }
  const mark = encoder.encode(copyMark);
  const markAt = tail.length - mark.length;
  const isMarked = markAt >= endSize && sameBytes(tail.subarray(markAt), mark);
  return isMarked ? markAt - endSize : null;
}

/** An entry as a directory tells of it. */
export interface ReadEntry extends ZipEntry {
  /** False where it is encrypted or packed in a way that no browser unpacks. */
  readonly isReadable: boolean;
  readonly date: number;
  /** Its own bytes in the directory. */
  readonly bytes: Uint8Array;
}

/**
 * The entries of a directory. Where one cannot be read the next that can is looked for, and the
 * name of the damaged one is missing among them.
 */
export function readDirectory(directory: Uint8Array): readonly ReadEntry[] {
  const view = viewOf(directory);
  const entries: ReadEntry[] = [];
  let at = 0;
  while (at + entryHeaderSize <= directory.length) {
    if (view.getUint32(at, true) !== entrySignature) {
      at += 1;
      continue;
    }
    const entry = readEntry(directory, view, at);
    if (entry && !isGarbled(entry.name)) entries.push(entry);
    const end = at + (entry?.bytes.length ?? entryHeaderSize);
    const isFollowed =
      end === directory.length ||
      (end + 4 < directory.length && view.getUint32(end, true) === entrySignature);
    at = isFollowed ? end : at + entryHeaderSize;
  }
  return entries;
}

/** Archives made by programs in China without the flag for UTF-8 have their names in GB 18030. */
const nameDecoder = (flags: number): TextDecoder =>
  new TextDecoder(flags & utf8Flag ? 'utf-8' : 'gb18030');

const isGarbled = (name: string): boolean => /[\u0000-\u001f\ufffd]/.test(name);

function readEntry(directory: Uint8Array, view: DataView, at: number): ReadEntry | null {
  const nameEnd = at + entryHeaderSize + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const end = extraEnd + view.getUint16(at + 32, true);
  if (end > directory.length) return null;
  const [size = 0, packed = 0, offset = 0] = wideFields(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  return {
    name: nameDecoder(flags).decode(directory.subarray(at + entryHeaderSize, nameEnd)),
    isDeflated: method === 8,
    isReadable: (method === 8 || method === 0) && (flags & 1) === 0,
    crc32: view.getUint32(at + 16, true),
    date: view.getUint16(at + 14, true),
    packed,
    size,
    offset,
    bytes: directory.subarray(at, end),
  };
}

/** Puts the numbers of a zip64 field in place of those that did not fit in four bytes. */
function wideFields(
  view: DataView,
  from: number,
  to: number,
  numbers: readonly number[],
): readonly number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== most32 || next + 8 > to) return number;
      next += 8;
      return long(view, next - 8);
    });
  }
  return numbers;
}

/** Where the bytes of an entry begin, by its header in place; null where there is no header. */
export function dataOffset(header: Uint8Array, { offset }: ZipEntry): number | null {
  const view = viewOf(header);
  if (header.length < localHeaderSize || view.getUint32(0, true) !== localSignature) return null;
  return offset + localHeaderSize + view.getUint16(26, true) + view.getUint16(28, true);
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
