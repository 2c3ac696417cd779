import type { Loader } from 'astro/loaders';
import { readPracticeFiles } from '#prose/practice-files.ts';

/**
 * Loads the heads of practices into Astro's content store. Astro's own loader for MDX would make
 * a program of each file and hold all of them in memory: 8 ms and 0.4 MB a practice.
 */
export function practiceLoader(): Loader {
  return {
    name: 'practices',
    load: async ({ store, parseData, watcher }) => {
      const load = async (): Promise<void> => {
        store.clear();
        for (const { id, file, digest, body: _body, ...head } of readPracticeFiles()) {
          const data = await parseData({ id, data: head, filePath: file });
          store.set({ id, data, digest, filePath: file });
        }
      };
      await load();
      watcher?.on('all', (_event, path) => {
        // While an editor types, a file may be unfinished: the gate says so, and the next save is read.
        if (/content[\\/](practices|paragraphs)[\\/]/.test(path))
          void load().catch(() => undefined);
      });
    },
  };
}
