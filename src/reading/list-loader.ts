import type { Loader } from 'astro/loaders';
import { resolve } from 'node:path';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';

/**
 * Tells Astro's content store what a list holds, as the gate has read it. A build ends where it
 * cannot be read; while editing the last sound list stands.
 */
export function listLoader(list: string): Loader {
  const name = `${list}.yml`;
  return {
    name: 'list',
    load: async ({ store, parseData, watcher, logger }) => {
      const file = contentPath(name);
      const load = async (): Promise<void> => {
        const entries = readSoundYaml(readSoundText(file, name), name) ?? [];
        if (!Array.isArray(entries)) throw new Error(`${name} is no list.`);
        const parsed = await Promise.all(
          entries.map(async (data: Record<string, unknown>) => {
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
