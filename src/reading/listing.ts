import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, shownName } from '#folders.ts';
import { listNames } from '#domain/lists/vocabularies.ts';
import { fault, type Fault } from '#reading/fault.ts';

/** The folders of the content, each with the ending of its files. */
const folders: Readonly<Record<string, string>> = {
  practices: '.mdx',
  guides: '.mdx',
  paragraphs: '.yml',
  reviews: '.yml',
  published: '.yml',
  grounds: '.yml',
  attributions: '.yml',
};

/** What may stand beside them: lists and settings, words for editors, a logo. */
const beside = /^(?:[^.]+\.md|LICENSE|[a-z0-9-]+\.(?:svg|png))$/;

/** Lists and settings: whatever else is written in YAML is read by nobody. */
const lists: ReadonlySet<string> = new Set(
  [...listNames, 'site', 'wording', 'everyday-words', 'reviewing', 'published', 'redirects'].map(
    (name) => `${name}.yml`,
  ),
);

/** What systems and programs leave in any folder, and nobody misses. */
const leftBehind = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Files of a site add endings to a name, and file systems allow 255 bytes. */
const longestName = 80;

/** The files of the content, by their paths from its folder, and what else lies there. */
export interface Listing {
  readonly names: readonly string[];
  readonly faults: readonly Fault[];
}

/** Lists the content for all who read it: what is not named here is read by nobody. */
export function listContent(root = '.'): Listing {
  const names: string[] = [];
  const faults: Fault[] = [];
  const tell = (name: string, problem: string, remedy: string): void => {
    const value = name.slice(name.lastIndexOf('/') + 1) || name;
    faults.push(
      fault({ file: shownName(name), line: null, field: '文件名', value }, problem, remedy),
    );
  };
  const top = entriesOf(contentFolder(root));
  if (typeof top === 'string') {
    tell('', top, '恢复这个文件夹，不要改名或移走；要用别处的内容，写明它在哪里');
    return { names, faults };
  }
  const list = (entries: readonly Dirent<Buffer>[], below: string): void => {
    if (entries.every((entry) => isOrdinary(entry, below))) {
      for (const { name } of entries) names.push(`${below}${name.toString('latin1')}`);
      return;
    }
    const inLowerCase = new Map<string, string>();
    for (const entry of entries) {
      const name = nameOf(entry.name);
      if (name === null) {
        const shown = `${below}${entry.name.toString('latin1')}`;
        tell(
          shown,
          '文件名不是 UTF-8 编码，别的程序读不出来',
          '把文件改成只有小写字母、数字和连字符的名字',
        );
        continue;
      }
      if (leftBehind.test(name)) continue;
      const path = `${below}${name}`;
      const twin = inLowerCase.get(name.normalize('NFC').toLowerCase());
      inLowerCase.set(name.normalize('NFC').toLowerCase(), name);
      const problem = problemOf(entry, name, below);
      if (problem) tell(path, ...problem);
      else if (twin !== undefined) {
        tell(path, `和 ${twin} 只差大小写，有的电脑分不开这两个文件`, '留一个，另一个改名或删去');
      } else if (entry.isDirectory()) {
        const inside = entriesOf(join(contentFolder(root), name));
        if (typeof inside === 'string') tell(path, inside, '在文件夹的属性里给自己读的权限');
        else list(inside, `${name}/`);
      } else names.push(path);
    }
  };
  list(top, '');
  return { names: names.sort(), faults };
}

/** What is in a folder, or why that cannot be told. */
function entriesOf(folder: string): readonly Dirent<Buffer>[] | string {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
    return entries.sort((a, b) => Buffer.compare(a.name, b.name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到放内容的文件夹';
    return code === 'EACCES' || code === 'EPERM' ? '没有权限读这个文件夹' : '这个文件夹读不出来';
  }
}

const ordinaryName = /^[a-z0-9-]+(?=\.(?:mdx|yml)$)/;

/** Whether there is nothing to be asked about a file, as long as all beside it are like that. */
function isOrdinary(entry: Dirent<Buffer>, below: string): boolean {
  const ending = folders[below.slice(0, -1)];
  const name = entry.name.toString('latin1');
  return (
    ending !== undefined &&
    entry.isFile() &&
    name.length <= longestName &&
    name.endsWith(ending) &&
    ordinaryName.test(name)
  );
}

function nameOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function problemOf(
  entry: Dirent<Buffer>,
  name: string,
  below: string,
): readonly [problem: string, remedy: string] | null {
  if (entry.isSymbolicLink()) {
    return ['这是一个链接，不是文件', '把文件本身放到这里，不放快捷方式和链接'];
  }
  const ending = below === '' ? undefined : folders[below.slice(0, -1)];
  if (entry.isDirectory()) {
    if (below === '' && Object.hasOwn(folders, name)) return null;
    const known = Object.keys(folders).join('、');
    return below === ''
      ? ['没有放在这里的文件夹', `内容只有这些文件夹：${known}；别的移到内容以外`]
      : ['这是一个文件夹，不是文件', `文件直接放在 ${shownName(below)} 下，不要再套文件夹`];
  }
  if (!entry.isFile()) return ['这不是普通文件', '删去它'];
  if (name.length > longestName) {
    return [
      `文件名太长，有 ${name.length} 个字符，最多 ${longestName} 个`,
      '文件名就是网址，改短一些',
    ];
  }
  if (/\.(?:docx?|wps|rtf|odt|pages)$/i.test(name)) {
    return [
      '这是 Word 一类的文档，网站读不了',
      `先运行 npm run new 生成一个 .mdx 文件，再把文字用自己的话写进去；原来的文档移到内容以外`,
    ];
  }
  const isRead =
    ending === undefined ? lists.has(name) || beside.test(name) : name.endsWith(ending);
  if (isRead) return null;
  const remedy =
    ending === undefined
      ? `清单只有这些：${[...lists].join('、')}；实践放在 ${shownName('practices/')}，别的移到内容以外`
      : `改成以 ${ending} 结尾，直接放在 ${shownName(below)} 下；别的移到内容以外`;
  return ['这个文件不会被读取', remedy];
}

/** Ids of the documents or registers in one folder: the names of its files without their ending. */
export const idsIn = ({ names }: Listing, folder: string): readonly string[] => {
  const ending = folders[folder] ?? '';
  return names
    .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(ending))
    .map((name) => name.slice(folder.length + 1, -ending.length));
};
