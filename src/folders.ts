import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve, sep } from 'node:path';

/** Where the content of a library is kept: a folder below the project's own, or one anywhere else. */
const folder = process.env['CONTENT_DIR'] || 'content';

/** Where another folder than the project's own was named: which one stands for `content/` in what editors are told. */
export const folderMeant = (): string | null => (folder === 'content' ? null : folder);

/** The folder on disk; `root` is the project's. */
export const contentFolder = (root = '.'): string =>
  isAbsolute(folder) ? folder : join(root, folder);

/** A file or folder in it, by its path from there: `practices/x.mdx`. */
export const contentPath = (name: string, root = '.'): string => join(contentFolder(root), name);

/** How editors are told of a file, and how the gate names it: `content/practices/x.mdx`. */
export const shownName = (name: string): string => `content/${name}`;

/** Whether a path, relative or not, lies in a folder. */
export const isBelow = (folder: string, path: string): boolean =>
  resolve(path).startsWith(resolve(folder) + sep);

/** Where what is made of the content is kept from build to build: of each library by itself. */
export function cacheFolder(root = '.'): string {
  const caches = join(root, 'node_modules/.cache');
  if (!process.env['CONTENT_DIR']) return caches;
  const digest = createHash('sha256')
    .update(resolve(contentFolder(root)))
    .digest('hex');
  return join(caches, `library-${digest.slice(0, 8)}`);
}
