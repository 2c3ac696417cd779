import { existsSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentPath } from '#folders.ts';

/** Those with a file for each practice. */
const folders = ['practices', 'paragraphs', 'published', 'reviews'].map((name) =>
  contentPath(name),
);

/**
 * What the development server's own watcher has to leave to `watchPractices`: it watches every
 * file by itself, and twenty thousand of them would keep an editor waiting for seconds.
 */
export const watchedAsWholes: readonly string[] = folders.map(
  (folder) => `${resolve(folder).replaceAll('\\', '/')}/**`,
);

/** One saving of a file is told several times within this many milliseconds. */
const settled = 50;

/** Watches the folders of practices as wholes, and tells `changed` the path of each file that changes. */
export function watchPractices(changed: (path: string) => void): void {
  for (const folder of folders.filter((name) => existsSync(name))) {
    const waiting = new Map<string, NodeJS.Timeout>();
    watch(folder, { persistent: false }, (_event, name) => {
      const path = resolve(join(folder, name ?? ''));
      clearTimeout(waiting.get(path));
      waiting.set(
        path,
        setTimeout(() => {
          waiting.delete(path);
          changed(path);
        }, settled),
      );
    });
  }
}
