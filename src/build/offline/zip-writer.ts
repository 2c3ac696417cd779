import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { joinedBytes } from '#domain/bytes/joined-bytes.ts';
import {
  directoryEntry,
  dosDate,
  endOfArchive,
  localHeader,
  type ZipEntry,
} from '#domain/copies/zip-format.ts';

export interface ZipWriter {
  /** Adds a file; in memory stands no more than this one and the names of those before. */
  readonly add: (name: string, bytes: Uint8Array) => void;
  /** Writes the directory and closes the file. */
  readonly end: () => void;
  /** Closes the file as it is. */
  readonly abandon: () => void;
}

/** Writes a zip: the same files on the same day (`yyyy-mm-dd`) give the same bytes. */
export function openZip(path: string, day: string): ZipWriter {
  const file = openSync(path, 'w');
  const date = dosDate(day);
  const directory: Uint8Array[] = [];
  let offset = 0;
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    offset += bytes.length;
  };
  return {
    add: (name, bytes) => {
      const deflated = deflateRawSync(bytes, { level: 9 });
      const isDeflated = deflated.length < bytes.length;
      const data = isDeflated ? deflated : bytes;
      const entry: ZipEntry = {
        name,
        isDeflated,
        crc32: crc32(bytes),
        packed: data.length,
        size: bytes.length,
        offset,
      };
      directory.push(directoryEntry(entry, date));
      write(localHeader(entry, date, crc32(data)));
      write(data);
    },
    end: () => {
      const directoryOffset = offset;
      const bytes = joinedBytes(directory);
      write(bytes);
      write(
        endOfArchive({
          entries: directory.length,
          directorySize: bytes.length,
          directoryOffset,
        }),
      );
      closeSync(file);
    },
    abandon: () => closeSync(file),
  };
}
