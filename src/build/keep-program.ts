import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { copyFolder } from '#build/linked-tree.ts';
import { isReadLater } from '#reading/read-later.ts';

/** Names the folder a compiled program is to be kept in; not set where Astro renders by itself. */
export const keepVariable = 'KEEP_PROGRAM';

/** Beside the compiled program: where it begins, and what Astro's build tells it about its pages. */
export const inputsFile = 'inputs.json';

export interface RenderInputs {
  /** File in `server/` to begin with. */
  readonly entry: string;
  /** Styles of each page, by the key Astro gives the page. */
  readonly pages: readonly (readonly [key: string, page: PageStyles])[];
}

interface PageStyles {
  readonly styles: readonly unknown[];
}

interface BuildInternals {
  readonly pagesByKeys: ReadonlyMap<string, PageStyles>;
}

interface App {
  setInternals: (internals: BuildInternals) => void;
}

/**
 * Has a build by Astro compile the program and render nothing: the program that would render pages
 * is kept in the folder named by `KEEP_PROGRAM`, with what it needs, for `renderer.ts` to open. A
 * build that nobody asked to keep its program is one by Astro alone.
 */
export function keepProgram(): AstroIntegration {
  const folder = process.env[keepVariable];
  let compiled = '';
  return {
    name: 'keep-program',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        if (isReadLater()) updateConfig({ vite: { plugins: [contentAtRunTime] } });
      },
      'astro:config:done': ({ config }) => {
        compiled = join(fileURLToPath(config.outDir), '.prerender');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (folder === undefined) return;
        setPrerenderer((usual) => ({
          ...usual,
          setup: async () => {
            const [entry = ''] = globSync('prerender-entry.*', { cwd: compiled });
            const found = join(compiled, entry);
            const { app } = (await import(pathToFileURL(found).href)) as { app: App };
            const tell = app.setInternals.bind(app);
            // The styles of pages are told to the program, and stand in no file of it.
            app.setInternals = (internals) => {
              tell(internals);
              const inputs: RenderInputs = {
                entry,
                pages: [...internals.pagesByKeys].map(([key, { styles }]) => [key, { styles }]),
              };
              writeFileSync(join(folder, inputsFile), JSON.stringify(inputs));
            };
            await usual.setup?.();
            copyFolder(compiled, join(folder, 'server'));
          },
          getStaticPaths: async () => [],
        }));
      },
    },
  };
}

/** Astro would write the content into the program as it is now. */
const contentAtRunTime: Plugin = {
  name: 'content-at-run-time',
  enforce: 'post',
  transform: {
    filter: { id: /^\0astro:data-layer-content$/ },
    handler: () => ({
      code: `import { contentStore } from '#reading/content-store.ts';
export default contentStore();`,
      map: null,
    }),
  },
};
