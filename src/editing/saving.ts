import { hash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { asWritten, linesChanged } from '#domain/editing/lines.ts';
import { reasonOf, refuseUnwritten } from '#editing/unwritable.ts';
import { writeWhole } from '#editing/written-whole.ts';
import { contentPath, shownName } from '#folders.ts';
import { FaultyContent } from '#reading/fault.ts';
import { decodeText } from '#reading/text-file.ts';

/** A file of the content as it stands on disk. */
export interface Standing {
  /** Lines end with `\n`; null where there is no file. */
  readonly text: string | null;
  /** Of its bytes. */
  readonly digest: string;
}

/** What stands for a file that is not there. */
const nothing = 'none';

/** Throws `FaultyContent` on a file that is no text of ours. `name` is its path in the content folder. */
export function standingOf(name: string, root = '.'): Standing {
  const bytes = bytesOf(name, root);
  if (bytes === null) return { text: null, digest: nothing };
  const text = decodeText(bytes);
  if (typeof text !== 'string') {
    throw new FaultyContent([{ ...text, file: shownName(name), field: '整个文件' }]);
  }
  return { text, digest: hash('sha256', bytes) };
}

function bytesOf(name: string, root: string): Buffer | null {
  const file = contentPath(name, root);
  return existsSync(file) ? readFileSync(file) : null;
}

export type Saving =
  | { readonly digest: string; readonly changedLines: number; readonly before: string | null }
  /** Somebody else has changed the file since it was read; nothing is written. */
  | { readonly changed: Standing };

/**
 * Writes a text in place of a file that still is as it was read. `digest` is what `standingOf` told
 * then. Refuses where the disk does, with the old file as it was.
 */
export function save(name: string, text: string, digest: string, root = '.'): Saving {
  const now = standingOf(name, root);
  if (now.digest !== digest) return { changed: now };
  const bytes = bytesOf(name, root);
  const written = asWritten(bytes?.toString('utf8') ?? '', text.replace(/\r\n?/g, '\n'));
  const result = {
    digest: hash('sha256', written),
    changedLines: linesChanged(now.text ?? '', text),
    before: now.text,
  };
  if (result.digest === digest) return result;
  try {
    writeWhole(contentPath(name, root), written);
  } catch (error) {
    refuseUnwritten(shownName(name), error);
  }
  return result;
}

/** A file as it was before something was done; null where there was none. */
export interface Before {
  readonly name: string;
  readonly before: string | null;
}

/** Files as they were, after something was refused on the way. */
export function putBack(files: readonly Before[], root = '.'): void {
  for (const { name, before } of files) {
    const now = standingOf(name, root);
    if (before !== null && now.text !== before) save(name, before, now.digest, root);
  }
}

/** Why a file could not be saved; null where nothing is known to stand in the way. */
export function obstacleTo(name: string, root = '.'): string | null {
  const file = contentPath(name, root);
  try {
    accessSync(dirname(file), constants.W_OK);
    if (existsSync(file)) {
      accessSync(file, constants.W_OK);
      if ((statSync(file).mode & 0o222) === 0) return `${shownName(name)} 设成了只读`;
    }
    return null;
  } catch (error) {
    return `${shownName(name)}：${reasonOf(error)}`;
  }
}
