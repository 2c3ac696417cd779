import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { judgeParts } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import { paragraphOf, type Fault } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { isPicture, siteImageFaults } from '#gate/site-images.ts';
import { readSettled, saveSettled, startJudging } from '#gate/settled.ts';
import { practiceKeeper } from '#prose/practice-files.ts';
import { progressOf } from '#prose/progress.ts';
import { contentPath, shownName } from '#reading/content-folder.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { readText } from '#reading/text-file.ts';
import { todayHere } from '#reading/today.ts';

export interface Report {
  readonly faults: readonly Fault[];
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
  readonly practices: number;
  /** Practices that were not looked at because others have faults. */
  readonly unread: number;
}

/** So many practices are read in one go: more would fill the memory, and hold a fault back. */
const inOneGo = 200;

/**
 * Reads `content/` below the root and applies every rule. Practices changed last are judged
 * first, and nothing is read behind a part with faults. `keeps` spares a build that follows from
 * reading all practices again. Throws only where the disk fails.
 */
export function inspectContent(root: string, { keeps = false } = {}): Report {
  const judging = startJudging(root);
  const listing = listContent(root);
  const names = listing.names.filter((name) => !isPicture(name));
  const ids = idsIn(listing, 'practices');
  const settled = readSettled(ids, root, judging);
  const known = new Set(settled.map(({ id }) => id));
  const unsettled = ids.filter((id) => !known.has(id));
  const ofPractices = new Set(ids.flatMap(namesOf));
  const others = names.filter((name) => !ofPractices.has(name));
  const present = new Set(names);
  const progress = progressOf('检查内容', unsettled.length);
  let unread = unsettled.length;
  const copied: ReturnType<typeof copiedWording>[] = [];
  const unreadable: Fault[] = [...listing.faults];
  const parts = inParts(lastChangedFirst(unsettled, root)).map((part, index) => () => {
    if (index > 0) progress.advance(inOneGo);
    unread -= part.length;
    const own = part.flatMap(namesOf).filter((name) => present.has(name));
    const { files, faults } = readFiles(root, index === 0 ? [...others, ...own] : own);
    unreadable.push(...faults);
    copied.push(copiedWording(root, files));
    return files;
  });
  // For a few practices it costs more to write the list of what is kept than to read them again.
  const keeper = keeps && unsettled.length > ids.length / 10 ? practiceKeeper(root) : null;
  const surroundings = { settled, ids, ...(keeper ? { keep: keeper.keep } : {}) };
  const { faults: ofContent, gists } = judgeParts(parts, todayHere(), surroundings);
  progress.end();
  keeper?.save();
  const silent = new Set(unreadable.map(({ file }) => file));
  const faults = [
    ...unreadable,
    // Nothing else can be said of a file that cannot be read.
    ...ofContent.filter(({ file }) => !silent.has(file)),
    ...copied.flatMap((part) => part.faults),
    ...siteImageFaults(root),
  ];
  if (faults.length === 0 && unsettled.length > 0) saveSettled(gists, root, judging);
  return {
    faults,
    notices: [...new Set(copied.flatMap(({ notice }) => notice ?? []))],
    practices: ids.length,
    unread,
  };
}

/** The files of one practice, below `content/`. */
const namesOf = (id: string): readonly string[] => [`practices/${id}.mdx`, `paragraphs/${id}.yml`];

function lastChangedFirst(ids: readonly string[], root: string): readonly string[] {
  const changed = ids.map((id) => {
    const file = contentPath(`practices/${id}.mdx`, root);
    return { id, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  return changed.sort((a, b) => b.at - a.at).map(({ id }) => id);
}

/** At least one part, each in the order of the ids. */
const inParts = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(ids.length / inOneGo)) }, (_, part) =>
    ids.slice(part * inOneGo, (part + 1) * inOneGo).sort(),
  );

/**
 * Prints the faults and ends the process with code 1 where the content has any; called before
 * anything is built, so that the last good site stays as it is.
 */
export function refuseFaultyContent(root: string): void {
  const report = inspectContent(root, { keeps: true });
  if (report.faults.length === 0) return;
  console.error(reportOf(report));
  console.error('\n网站没有重新生成，原来的 dist/ 保持不变。');
  process.exit(1);
}

/** All faults as paragraphs, with how many there are. */
export const reportOf = ({ faults, unread }: Report): string =>
  [
    `内容有 ${faults.length} 处要改：`,
    ...faults.map(paragraphOf),
    ...(unread > 0 ? [`另有 ${unread} 篇还没有查，改好以上各处再查。`] : []),
  ].join('\n\n');

/** Tells one state of the content from another, and which of its files was touched last. */
export function lookOfContent(root: string): { readonly look: string; readonly latest: string } {
  const looks = listContent(root).names.map((name) => ({
    name,
    touchedAt: statSync(contentPath(name, root), { throwIfNoEntry: false })?.ctimeMs ?? 0,
  }));
  const latest = looks.reduce((a, b) => (b.touchedAt > a.touchedAt ? b : a), {
    name: '',
    touchedAt: 0,
  });
  return { look: hash('sha256', JSON.stringify(looks)), latest: shownName(latest.name) };
}

/** What the files say; one that is no text of ours is a fault and left out. */
function readFiles(
  root: string,
  names: readonly string[],
): { files: ContentFiles; faults: readonly Fault[] } {
  const files = new Map<string, string>();
  const faults: Fault[] = [];
  for (const name of names) {
    const text = readText(contentPath(name, root));
    if (typeof text === 'string') files.set(shownName(name), text);
    else faults.push({ ...text, file: shownName(name), field: '整个文件' });
  }
  return { files, faults };
}

export const readContentFiles = (root: string): ContentFiles =>
  readFiles(root, listContent(root).names).files;
