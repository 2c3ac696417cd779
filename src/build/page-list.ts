import { readDigested, writeDigested, type DigestedText } from '#cache/digested-file.ts';
import { nameWithKey, type RenderedFile } from '#build/site-files.ts';

/** Pages as they are written down, a line each. */
export type PageList = DigestedText;

/** How the pages there are to be differ from those that stand. */
export interface Listing<Page extends RenderedFile> {
  /** Pages that do not stand as they are to be, in their order. */
  readonly wanted: readonly Page[];
  /** Files that stand and are no pages any more. */
  readonly gone: readonly string[];
  /** Of all pages there are to be. */
  readonly list: PageList;
  readonly count: number;
}

/**
 * Writes down all pages there are to be, a line each, and tells what differs from those of the list
 * `standing`: a large library has a hundred thousand, and an edit changes some dozens.
 */
export function listPages<Page extends RenderedFile>(
  pages: readonly Page[],
  { file, standing }: { readonly file: string; readonly standing: PageList | null },
): Listing<Page> {
  const lines = pages.map(nameWithKey);
  const before = standing === null ? [] : linesOf(standing);
  const [stood, stands] = [new Set(before), new Set(lines)];
  const wanted = pages.filter((page, place) => page.key === null || !stood.has(lines[place] ?? ''));
  const come = new Set(wanted.map((page) => page.file));
  const gone = before
    .filter((line) => !stands.has(line))
    .map((line) => fileOf(line))
    .filter((name) => !come.has(name));
  const list = writeDigested(file, lines.join('\n'));
  return { wanted, gone, list, count: pages.length };
}

/** The pages of a list. Throws where it is not as it was written. */
export const readPageList = (list: PageList): readonly RenderedFile[] =>
  linesOf(list).map((line) => {
    const key = line.slice(fileOf(line).length + 1);
    return { file: fileOf(line), key: key === String(null) ? null : key };
  });

/** Whether a list is as it was written. */
export function isWholeList(list: PageList): boolean {
  try {
    linesOf(list);
    return true;
  } catch {
    return false;
  }
}

function linesOf(list: PageList): readonly string[] {
  const text = readDigested(list);
  return text === '' ? [] : text.split('\n');
}

/** Keys have no space in them. */
const fileOf = (line: string): string => line.slice(0, line.lastIndexOf(' '));
