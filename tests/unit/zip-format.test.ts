import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  copyMark,
  dataOffset,
  directoryEntry,
  dosDate,
  endOfArchive,
  localHeader,
  placeOf,
  readDirectory,
  readEnd,
  type ZipEntry,
} from '#domain/copies/zip-format.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

const date = dosDate('2026-11-29');
const entry: ZipEntry = {
  name: '甲.txt',
  isDeflated: true,
  crc32: 0x11223344,
  packed: 0x0102,
  size: 0x0304,
  offset: 0x0506,
};
const stored: ZipEntry = { ...entry, name: 'b', isDeflated: false, offset: 0x07 };
const far: ZipEntry = { ...entry, offset: 5_000_000_000 };

/** Of APPNOTE 4.3.7, 4.3.12, 4.3.16, 4.3.14 and 4.3.15, a field a blank; the name is 甲.txt. */
const written = {
  header: '504b0304 1400 0008 0800 0000 7d5d 44332211 02010000 04030000 0700 0800',
  seal: '474c 0400 ddccbbaa',
  stored: '504b0304 1400 0008 0000 0000 7d5d 44332211 02010000 04030000 0100 0800',
  entry:
    '504b0102 1400 1400 0008 0800 0000 7d5d 44332211 02010000 04030000 0700 0000 0000 0000 0000 00000000 06050000',
  far: '504b0102 2d00 2d00 0008 0800 0000 7d5d 44332211 02010000 04030000 0700 0c00 0000 0000 0000 00000000 ffffffff',
  farOffset: '0100 0800 00f2052a01000000',
  end: '504b0506 0000 0000 0200 0200 70000000 09080000 2200',
  end64:
    '504b0606 2c00000000000000 2d00 2d00 00000000 00000000 7011010000000000 7011010000000000 7000000000000000 00f2052a01000000',
  locator: '504b0607 00000000 70f2052a01000000 01000000',
  largeEnd: '504b0506 0000 0000 ffff ffff 70000000 ffffffff 2200',
};
const name = hex(Buffer.from('甲.txt'));
const mark = hex(Buffer.from(copyMark));
const bytes = (...parts: readonly string[]): string => parts.join('').replaceAll(' ', '');

test('a copy is written as the zip format says, byte for byte', () => {
  const seal = 0xaabbccdd;
  assert.equal(hex(localHeader(entry, date, seal)), bytes(written.header, name, written.seal));
  assert.equal(hex(localHeader(stored, date, seal)), bytes(written.stored, '62', written.seal));
  assert.equal(hex(directoryEntry(entry, date)), bytes(written.entry, name));
  const end = { entries: 2, directorySize: 0x70, directoryOffset: 0x0809 };
  assert.equal(hex(endOfArchive(end)), bytes(written.end, mark));
  assert.equal(placeOf(entry), hex(localHeader(entry, date, seal)).length / 2 + entry.packed);
});

test('a copy beyond four gigabytes, or of very many files, is written in zip64', () => {
  assert.equal(hex(directoryEntry(far, date)), bytes(written.far, name, written.farOffset));
  const large = { entries: 70_000, directorySize: 0x70, directoryOffset: 5_000_000_000 };
  assert.equal(
    hex(endOfArchive(large)),
    bytes(written.end64, written.locator, written.largeEnd, mark),
  );
  const size = endOfArchive({ entries: 2, directorySize: 2, directoryOffset: 2 }).length;
  const least = { entries: 0xfffe, directorySize: 0xfffffffe, directoryOffset: 0xfffffffe };
  assert.equal(endOfArchive(least).length, size);
  for (const [field, value] of Object.entries(least)) {
    const end = endOfArchive({ ...least, [field]: value + 1 });
    assert.equal(end.length, size + 76, field);
  }
});

test('what was written is read back, in zip64 too', () => {
  const directory = joined(
    ...[entry, far, { ...stored, offset: 0xffffffff }].map((one) => directoryEntry(one, date)),
  );
  const read = readDirectory(directory);
  assert.deepEqual(
    read.map(({ bytes, ...said }) => ({ ...said, length: bytes.length })),
    [
      { ...entry, isReadable: true, date, length: 53 },
      { ...far, isReadable: true, date, length: 65 },
      { ...stored, offset: 0xffffffff, isReadable: true, date, length: 59 },
    ],
  );
  for (const end of [
    { entries: 0x0102, directorySize: 0x030405, directoryOffset: 0x06070809 },
    { entries: 70_000, directorySize: 0x030405, directoryOffset: 5_000_000_000 },
  ]) {
    const tail = endOfArchive(end);
    const fileSize = end.directoryOffset + end.directorySize + tail.length;
    const before = new Uint8Array(9);
    assert.deepEqual(readEnd(joined(before, tail), fileSize), {
      ...end,
      comment: copyMark,
      tail: Buffer.from(tail),
    });
  }
});

test('an end in zip64 that stands nowhere in the file is no end', () => {
  const end = { entries: 70_000, directorySize: 0x70, directoryOffset: 5_000_000_000 };
  const tail = endOfArchive(end);
  const fileSize = end.directoryOffset + end.directorySize + tail.length;
  assert.equal(readEnd(tail, fileSize + 1), null);
  assert.equal(readEnd(tail, fileSize - 1), null);
  assert.equal(readEnd(tail.subarray(1), fileSize), null);
});

test('the end is found by the mark of a copy where its own sign is damaged', () => {
  const end = { entries: 3, directorySize: 4, directoryOffset: 5 };
  const tail = endOfArchive(end);
  tail[0] = 0;
  assert.deepEqual(readEnd(tail, 99), { ...end, comment: copyMark, tail });
  assert.equal(readEnd(tail.subarray(1), 99), null);
  assert.equal(readEnd(tail.subarray(0, -1), 99), null);
  const zeros = endOfArchive({ entries: 0, directorySize: 0, directoryOffset: 0 });
  assert.equal(readEnd(zeros.subarray(0, 22), 99), null);
});

test('entries behind a damaged one are read still, and the damaged one is missing', () => {
  const lines = ['a', 'b', 'c'].map((name) => directoryEntry({ ...stored, name }, date));
  const names = (directory: Uint8Array): string =>
    readDirectory(directory)
      .map(({ name }) => name)
      .join('');
  const changed = (which: number, at: number, value: number): Uint8Array =>
    joined(...lines.map((line, index) => (index === which ? line.with(at, value) : line)));
  assert.equal(names(joined(...lines)), 'abc');
  assert.equal(names(changed(1, 0, 0)), 'ac');
  // A name, an extra field and a comment that would be longer than they are.
  assert.equal(names(changed(0, 28, 40)), 'bc');
  assert.equal(names(changed(0, 29, 1)), 'bc');
  assert.equal(names(changed(1, 30, 20)), 'abc');
  assert.equal(names(changed(2, 32, 1)), 'ab');
  assert.equal(names(changed(1, 46, 0x07)), 'ac');
  assert.equal(names(joined(...lines).subarray(0, -1)), 'ab');
  assert.equal(names(joined(new Uint8Array(3), ...lines)), 'abc');
});

test('extra fields of other programs are passed over, and comments of entries too', () => {
  const line = directoryEntry(far, date);
  const extra = Buffer.from('99990300aabbcc', 'hex');
  const withOthers = joined(line.subarray(0, 53), extra, line.subarray(53), Buffer.from('说明'));
  withOthers.set([extra.length + 12, 0, 6, 0], 30);
  const [read, next] = readDirectory(joined(withOthers, directoryEntry(stored, date)));
  assert.equal(read?.offset, far.offset);
  assert.equal(read.bytes.length, withOthers.length);
  assert.equal(next?.name, 'b');
  // A zip64 field shorter than it has to be leaves the number as it stands.
  const short = line.subarray(0, -1);
  short.set([11, 0], 30);
  assert.equal(readDirectory(short)[0]?.offset, 0xffffffff);
});

test('what is encrypted or packed in another way is said to be unreadable', () => {
  const line = directoryEntry(entry, date);
  const isReadable = (at: number, value: number): boolean | undefined =>
    readDirectory(line.with(at, value))[0]?.isReadable;
  assert.equal(isReadable(10, 8), true);
  assert.equal(isReadable(10, 0), true);
  assert.equal(isReadable(10, 12), false);
  assert.equal(isReadable(8, 1), false);
  assert.equal(isReadable(8, 2), true);
});

test('the bytes of an entry begin behind its header, wherever it stands', () => {
  const header = localHeader(entry, date, 0);
  assert.equal(dataOffset(header, entry), entry.offset + header.length);
  assert.equal(dataOffset(header.subarray(0, 30), entry), entry.offset + header.length);
  assert.equal(dataOffset(header.subarray(0, 29), entry), null);
  assert.equal(dataOffset(header.with(0, 0), entry), null);
});
