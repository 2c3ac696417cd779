import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import { relative, resolve } from 'node:path';
import { contentFolder, contentPath } from '#folders.ts';

/** What came of committing: the commit's short name, or why there is none though the files are saved. */
export interface Committing {
  readonly commit: string | null;
  readonly notice: string | null;
}

const inFolder = (root: string, args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: contentFolder(root),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  }).trim();

const answered = (root: string, args: readonly string[]): string | null => {
  try {
    return inFolder(root, args);
  } catch {
    return null;
  }
};

/** Whether the content lies in a repository of Git's, and Git is here. */
export const isInRepository = (root = '.'): boolean =>
  answered(root, ['rev-parse', '--is-inside-work-tree']) === 'true';

/** Neither hooks of the repository nor its signatures: both may ask, wait or refuse. */
const quietly = ['-c', `core.hooksPath=${devNull}`, '-c', 'commit.gpgSign=false'];

/** Where nobody has told Git who he is. */
const asDesk = ['-c', 'user.name=编辑台', '-c', 'user.email=desk@localhost'];

/**
 * Commits these files of the content as they stand, and nothing else, whatever is staged. `names`
 * are paths in the content folder. Nothing is thrown: the files are saved already.
 */
export function commitFiles(names: readonly string[], message: string, root = '.'): Committing {
  if (!isInRepository(root)) return { commit: null, notice: null };
  const files = names.map((name) =>
    relative(contentFolder(root), resolve(contentPath(name, root))),
  );
  const isKnown = answered(root, ['config', 'user.email']) !== null;
  try {
    const changed = inFolder(root, ['status', '--porcelain', '--', ...files]);
    if (changed === '') return { commit: null, notice: null };
    inFolder(root, ['add', '--', ...files]);
    inFolder(root, [
      ...quietly,
      ...(isKnown ? [] : asDesk),
      'commit',
      '--quiet',
      '--only',
      '--message',
      message,
      '--',
      ...files,
    ]);
    return { commit: inFolder(root, ['rev-parse', '--short', 'HEAD']), notice: null };
  } catch (error) {
    return { commit: null, notice: `文件已经保存，但没有记入 Git：${reasonIn(error)}` };
  }
}

function reasonIn(error: unknown): string {
  const said = String(error instanceof Error && 'stderr' in error ? error.stderr : '').trim();
  if (/index\.lock/.test(said))
    return '另一个 Git 程序正在用这个仓库，等它做完，下一次保存会一起记上。';
  if (/merge|rebase|cherry-pick/i.test(said))
    return '仓库里有一次合并没有做完，请管仓库的同事先做完。';
  if (/ignored/.test(said)) return '这个文件在 .gitignore 里。';
  return `${said.split('\n')[0]?.slice(0, 160) ?? ''}。`;
}
