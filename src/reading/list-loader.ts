import type { Loader } from 'astro/loaders';
import { resolve } from 'node:path';
import type { ListName } from '#domain/lists/vocabularies.ts';
import { contentPath } from '#folders.ts';
import { isReadLater } from '#reading/read-later.ts';
import { readRawList } from '#reading/lists.ts';

/**
 * Tells Astro's content store what a list holds, as the gate has read it. A build ends where it
 * cannot be read; while editing the last sound list stands.
 */
export function listLoader(list: ListName): Loader {
  return {
    name: 'list',
    load: async ({ store, parseData, watcher, logger }) => {
      if (isReadLater()) return;
      const file = contentPath(`${list}.yml`);
      const load = async (): Promise<void> => {
        const parsed = await Promise.all(
          readRawList(list).map(async (data) => {
            const id = String(data['id']);
            return { id, data: await parseData({ id, data, filePath: file }) };
          }),
        );
        store.clear();
        for (const entry of parsed) store.set(entry);
      };
      // While an editor types, a file may be unfinished: the gate says so, and the next save is read.
      const loadLater = (): Promise<void> =>
        load().catch((error: unknown) => logger.debug(String(error)));
      await (watcher ? loadLater() : load());
      watcher?.add(file);
      let last = Promise.resolve();
      watcher?.on('all', (_event, path) => {
        if (resolve(path) === resolve(file)) last = last.then(loadLater);
      });
    },
  };
}
