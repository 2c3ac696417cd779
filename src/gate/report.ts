import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeContent } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import { paragraphOf, type Fault } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { readSettled, saveSettled } from '#gate/settled.ts';

export interface Report {
  readonly faults: readonly Fault[];
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
  readonly practices: number;
}

/** Reads `content/` below the root and applies every rule. Throws only where the disk fails. */
export function inspectContent(root: string): Report {
  const names = contentNames(root);
  const ids = names.flatMap((name) => /^practices\/([^/]+)\.mdx$/.exec(name)?.slice(1) ?? []);
  const settled = readSettled(ids, root);
  const known = new Set(
    settled.flatMap(({ id }) => [`practices/${id}.mdx`, `paragraphs/${id}.yml`]),
  );
  const files = readFiles(
    root,
    names.filter((name) => !known.has(name)),
  );
  const copied = copiedWording(root, files);
  const { faults: ofContent, gists } = judgeContent(files, todayHere(), settled);
  const faults = [...ofContent, ...copied.faults];
  if (faults.length === 0 && gists.length > settled.length) saveSettled(gists, root);
  return {
    faults,
    notices: copied.notice === null ? [] : [copied.notice],
    practices: names.filter((name) => name.startsWith('practices/')).length,
  };
}

/**
 * Prints the faults and ends the process with code 1 where the content has any; called before
 * anything is built, so that the last good site stays as it is.
 */
export async function refuseFaultyContent(root: string): Promise<void> {
  const { faults } = inspectContent(root);
  if (faults.length === 0) return;
  console.error(reportOf(faults));
  console.error('\n网站没有重新生成，原来的 dist/ 保持不变。');
  process.exit(1);
}

/** All faults as paragraphs, with how many there are. */
export const reportOf = (faults: readonly Fault[]): string =>
  [`内容有 ${faults.length} 处要改：`, ...faults.map(paragraphOf)].join('\n\n');

/** Every file below `content/`, by its path from there; names with a leading dot are the system's. */
const contentNames = (root: string): string[] => {
  const folder = join(root, 'content');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
};

const readFiles = (root: string, names: readonly string[]): ContentFiles =>
  new Map(
    names.map((name) => [`content/${name}`, readFileSync(join(root, 'content', name), 'utf8')]),
  );

export const readContentFiles = (root: string): ContentFiles => readFiles(root, contentNames(root));

/**
 * No record is older than the library. A clock that says otherwise is wrong, and would make
 * every date in it lie in the future.
 */
const firstDay = '2026-11-20';

/** The day in China, where the library's dates are written. */
function todayHere(): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return today < firstDay ? firstDay : today;
}
