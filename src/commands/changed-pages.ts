import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { progressOf } from '#prose/progress.ts';

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Every page and file of a site that a build renders. */
export interface RenderedFile {
  /** Below the site's folder. */
  readonly file: string;
  /** Changes with what it shows; null where that is not known. */
  readonly key: string | null;
}

/** Names the file with the pages of the site that stands, which the build then need not render. */
const standing = 'STANDING_PAGES';
const renderedList = '.cache/next-pages.json';

/** Lets the next build leave out the pages that stand with the same key. */
export function leaveOut(pages: readonly RenderedFile[] | null): void {
  delete process.env[standing];
  if (pages === null) return;
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/standing-pages.json', JSON.stringify(pages));
  process.env[standing] = '.cache/standing-pages.json';
}

/** What the site made by the last build consists of, the pages left out included. */
export function readRendered(): readonly RenderedFile[] {
  const pages: RenderedFile[] = JSON.parse(readFileSync(renderedList, 'utf8'));
  return pages;
}

/**
 * Renders only what has changed where `leaveOut` asked for it, and shows how far it has come.
 * The sitemap is made of all pages, rendered or not.
 */
export function changedPages(sitemap: AstroIntegration): AstroIntegration {
  const { 'astro:build:done': writeSitemap, ...hooks } = sitemap.hooks;
  let paths: readonly PathWithRoute[] = [];
  return {
    name: 'changed-pages',
    hooks: {
      ...hooks,
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => {
          let progress = progressOf('生成页面', 0);
          return {
            ...usual,
            getStaticPaths: async () => {
              paths = await usual.getStaticPaths();
              const before = readStanding();
              const changed = paths.filter(
                (path) => !path.cacheKey || before.get(fileOf(path)) !== path.cacheKey,
              );
              progress = progressOf('生成页面', changed.length);
              return changed;
            },
            render: async (request, options) => {
              const rendered = await usual.render(request, options);
              progress.advance();
              return rendered;
            },
            teardown: async () => {
              progress.end();
              await usual.teardown?.();
            },
          };
        });
      },
      'astro:build:done': async (options) => {
        const files = paths.map((path) => ({ file: fileOf(path), key: path.cacheKey ?? null }));
        mkdirSync('.cache', { recursive: true });
        writeFileSync(renderedList, JSON.stringify(files));
        const pages = paths
          .filter(({ route }) => route.type === 'page')
          .map(({ pathname }) => ({ pathname: pathname.replace(/\/?$/, '/').replace(/^\//, '') }));
        await writeSitemap?.({ ...options, pages });
      },
    },
  };
}

function readStanding(): ReadonlyMap<string, string | null> {
  const file = process.env[standing];
  if (!file || !existsSync(file)) return new Map();
  const pages: RenderedFile[] = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(pages.map((page) => [page.file, page.key]));
}

function fileOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return path;
  if (path === '') return 'index.html';
  return path === '404' ? '404.html' : `${path}/index.html`;
}
