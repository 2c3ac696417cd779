// @ts-check
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import postcssLogical from 'postcss-logical';
import { keepProgram } from './src/build/keep-program.ts';
import { siteInPages } from './src/build/site-in-pages.ts';
import { contentGate } from './src/gate/integration.ts';
import { guideModules } from './src/reading/guides.ts';
import { guideProse } from './src/prose/guide-prose.ts';
import { readSite } from './src/reading/site-file.ts';
import { wordsOf } from './src/reading/words.ts';
import { proseSyntax } from './src/prose/syntax.ts';

/** The oldest browser that must work: offices run engines from Chromium 86 on. */
const browserFloor = 'chrome86';

/**
 * The development server wants a slash behind `x.ris` and `practices.csv`, whose extensions are not
 * in the names of their routes; a built site has them as plain files.
 */
const downloadsWhileEditing = () => ({
  name: 'downloads-while-editing',
  hooks: {
    /** @type {import('astro').BaseIntegrationHooks['astro:config:setup']} */
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
    },
  },
});

const site = readSite();

export default defineConfig({
  // Without an address of its own a site names none, rather than that of an example.
  ...(site.origin === null ? {} : { site: site.origin }),
  trailingSlash: 'always',
  // Its words are English, and about code.
  devToolbar: { enabled: false },
  integrations: [contentGate(), downloadsWhileEditing(), mdx(), keepProgram()],
  // HTML's own whitespace rules: line breaks between words stay spaces.
  compressHTML: true,
  // Not 'where': Chromium 86 does not know :where().
  scopedStyleStrategy: 'attribute',
  prerenderConflictBehavior: 'error',
  build: {
    // While one page waits for the disk the next is made.
    concurrency: 4,
    // A style in the page cannot be shared by the next page, and costs a hash in the policy.
    inlineStylesheets: 'never',
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false, // among those below, with its options
      smartypants: false, // Chinese quotation marks are typed, not guessed
      // The guard stands last, so that nothing behind it adds to the tree it has judged.
      remarkPlugins: [...proseSyntax, [guideProse, { site, words: await wordsOf(site.language) }]],
    }),
  },
  vite: {
    // Builds work in there; ten thousand new files under watch would hold an editor up for minutes.
    server: { watch: { ignored: ['**/.cache/**'] } },
    // Logical shorthands came with Chromium 87, and Lightning CSS leaves those with var() alone.
    css: { postcss: { plugins: [postcssLogical()] } },
    build: {
      // The policy of the pages allows no script or style inside a page.
      assetsInlineLimit: 0,
      cssMinify: 'lightningcss',
      cssTarget: browserFloor,
      rolldownOptions: {
        onLog: (level, log, report) => {
          // Astro's own marker in compiled MDX; it has done its work before bundling.
          if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
          report(level, log);
        },
      },
    },
    // Module workers, so that what a worker rarely needs is loaded only then.
    worker: { format: 'es' },
    plugins: [
      guideModules(),
      siteInPages(site),
      {
        // Whoever starts the development server, or compiles, would wait for the toolbar to be bundled.
        name: 'without-toolbar',
        /** @param {import('vite').ResolvedConfig} config */
        configResolved: ({ environments }) => {
          for (const { optimizeDeps } of Object.values(environments)) optimizeDeps.include = [];
        },
      },
      {
        // vite.build.target does not reach the scripts of pages; this hook does.
        name: 'browser-floor',
        configEnvironment: (name) => (name === 'client' ? { build: { target: browserFloor } } : {}),
      },
    ],
  },
});
