import type { Loader } from 'astro/loaders';
import { hash } from 'node:crypto';
import { basename, dirname, relative, resolve } from 'node:path';
import { contentPath, shownName } from '#folders.ts';
import { FaultyContent } from '#reading/fault.ts';
import { cardName, splitFrontmatter, type Parts } from '#reading/frontmatter.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';

/** What is no set of fields has none, and the schema says which are missing. */
const fieldsOf = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? { ...data } : {};

const folder = (): string => contentPath('guides');

/** One guide taken apart. Throws where that cannot be done. */
function readGuide(id: string): Parts & { readonly text: string } {
  const name = `guides/${id}.mdx`;
  const text = readSoundText(contentPath(name), name);
  const parts = splitFrontmatter(text);
  if ('problem' in parts) {
    throw new FaultyContent([{ ...parts, file: shownName(name), field: cardName }]);
  }
  return { ...parts, text };
}

/** A guide as Astro's content store knows it: its card, and where the module of its text comes from. */
export interface GuideFile {
  readonly id: string;
  /** As written. */
  readonly fields: Record<string, unknown>;
  /** From the project's folder on, also where it leads out of that. */
  readonly filePath: string;
  readonly digest: string;
  readonly deferredRender: true;
}

/** All guides, in the order of their ids. Throws on one that cannot be taken apart. */
export const readGuides = (): readonly GuideFile[] =>
  idsIn(listContent(), 'guides').map((id) => {
    const { card, text } = readGuide(id);
    const filePath = relative('.', contentPath(`guides/${id}.mdx`)).replaceAll('\\', '/');
    return {
      id,
      fields: fieldsOf(readSoundYaml(card, `guides/${id}.mdx`, { firstLine: 2 })),
      filePath,
      // Astro keeps a guide whose digest is known as it stood, its path included.
      digest: hash('sha256', `${filePath}\n${text}`),
      deferredRender: true,
    };
  });

/** Tells Astro's content store what guides there are and what their cards say. */
export function guideLoader(): Loader {
  return {
    name: 'guides',
    load: async ({ store, parseData, watcher }) => {
      const load = async (): Promise<void> => {
        const gone = new Set(store.keys());
        for (const { fields, ...guide } of readGuides()) {
          const { id, filePath } = guide;
          gone.delete(id);
          // Also where it is known: which modules there are is told anew each time.
          store.set({ ...guide, data: await parseData({ id, data: fields, filePath }) });
          store.addModuleImport(filePath);
        }
        for (const id of gone) store.delete(id);
      };
      await (watcher ? load().catch(() => undefined) : load());
      watcher?.add(folder());
      let last = Promise.resolve();
      watcher?.on('all', (_event, path) => {
        if (dirname(resolve(path)) !== resolve(folder())) return;
        // While an editor types, a file may be unfinished: the gate says so, and the next save is read.
        last = last.then(load).catch(() => undefined);
      });
    },
  };
}

/**
 * Hands Astro's MDX the body of a guide as it was taken apart here, behind an empty card as long as
 * its own, so that no other reader decides where the body begins.
 */
export function guideModules() {
  return {
    name: 'guide-modules',
    enforce: 'pre' as const,
    load: {
      filter: { id: /\.mdx$/ },
      handler(id: string) {
        if (dirname(resolve(id)) !== resolve(folder())) return null;
        const { body, bodyLine } = readGuide(basename(id, '.mdx'));
        return { code: `---\n${'\n'.repeat(bodyLine - 3)}---\n${body}`, map: null };
      },
    },
  };
}
