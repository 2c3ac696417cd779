import type { Loader } from 'astro/loaders';
import { isReadLater } from '#reading/read-later.ts';
import { readPracticeFilesInTurns } from '#reading/practices.ts';
import { contentPath, isBelow } from '#folders.ts';

/**
 * Tells Astro's content store which practices there are and when they change; what they say is
 * checked and kept by `practices.ts`, and not held a second time here.
 * Astro's own loader for MDX would make a program of each file and hold all of them in memory:
 * 8 ms and 0.4 MB a practice.
 */
export function practiceLoader(): Loader {
  return {
    name: 'practices',
    load: async ({ store, parseData, watcher }) => {
      if (isReadLater()) return;
      const load = async (): Promise<void> => {
        const files = await readPracticeFilesInTurns('.', { drafts: watcher !== undefined });
        const gone = new Set(store.keys());
        for (const { id, file, digest } of files) {
          gone.delete(id);
          if (store.get(id)?.digest === digest) continue;
          const data = await parseData({ id, data: {}, filePath: file });
          store.set({ id, data, digest, filePath: file });
        }
        for (const id of gone) store.delete(id);
      };
      await load();
      let last = Promise.resolve();
      watcher?.on('all', (_event, path) => {
        if (!['practices', 'paragraphs'].some((name) => isBelow(contentPath(name), path))) return;
        // While an editor types, a file may be unfinished: the gate says so, and the next save is read.
        last = last.then(load).catch(() => undefined);
      });
    },
  };
}
