import { relative, sep } from 'node:path';
import { stateOf } from '#cache/file-state.ts';
import { sharedWording, type SharedWording } from '#domain/words/copied-wording.ts';
import { readSource, sourceFiles } from '#reading/kept-sources.ts';
import { sourcesFolder } from '#reading/site-file.ts';

/** The texts practices are written from, where they are kept on this machine. */
export interface SourcesAtHand {
  /** What each file says, by its name below the folder of the sources. */
  readonly texts: ReadonlyMap<string, string>;
}

interface KnownSources extends SourcesAtHand {
  readonly look: string;
  readonly wording: SharedWording;
  /** Files that cannot be read. */
  readonly unread: readonly string[];
}

/** Tells one state of the sources in `folder` from another; a dash where none are at hand. */
export function lookOfSources(root: string, folder = sourcesFolder(root)): string {
  const files = folder === null ? [] : sourceFiles(folder);
  return files.map((file) => `${file} ${stateOf(file)}`).join('\n') || '-';
}

/** Large, and asked for with each part of a library. */
let last: KnownSources | null = null;

/** Null where none are at hand. */
export function readSources(root: string): KnownSources | null {
  const folder = sourcesFolder(root);
  if (folder === null) return null;
  const look = lookOfSources(root, folder);
  if (look === '-') return null;
  if (last?.look === look) return last;
  const read = sourceFiles(folder).map((file) => ({ file, text: readSource(file) }));
  last = {
    look,
    texts: new Map(
      read.flatMap(({ file, text }): [string, string][] =>
        text === null ? [] : [[relative(folder, file).split(sep).join('/'), text]],
      ),
    ),
    wording: sharedWording(read.flatMap(({ text }) => text ?? [])),
    unread: read.flatMap(({ file, text }) => (text === null ? [file] : [])),
  };
  return last;
}
