import { strToU8, zipSync } from 'fflate';

/** Months and hours are read in local time: made in local time, they are the same everywhere. */
const moment = new Date(1980, 0, 1);

/** The files as a zip, in their order; the same files make the same bytes on every machine and day. */
export function zipped(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const [path, content] of files)
    entries[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { level: 6, mtime: moment });
}
