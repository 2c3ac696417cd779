import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { lookOfContent } from '#gate/report.ts';
import { progressOf } from '#reading/progress.ts';
import { refuse } from '#refusal.ts';

/**
 * The order the sitemap puts its addresses in. It makes a collator for each two it compares, and
 * has few to compare where they come in order.
 */
const { compare: compareAsSitemap } = new Intl.Collator('en', { numeric: true });

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Every page and file of a site that a build renders. */
export interface RenderedFile {
  /** Below the site's folder. */
  readonly file: string;
  /** Changes with what it shows; null where that is not known. */
  readonly key: string | null;
}

/** What the next build renders of a site. */
interface Wanted {
  /** Pages that stand somewhere and need not be made again where the key is the same. */
  readonly standing: readonly RenderedFile[];
  /** The practices whose pages and files alone are wanted; null for the whole site. */
  readonly practices: readonly string[] | null;
}

interface Order extends Wanted {
  /** The content as it was before it was judged. */
  readonly content: string;
}

/** Names the file with what is wanted, where that is not everything. */
const wantedVariable = 'WANTED_PAGES';
const wantedFile = '.cache/wanted-pages.json';
const renderedList = '.cache/next-pages.json';

/**
 * Lets the next build in this process render no more than is wanted. The content it reads has to be
 * as it is now, for it is judged next.
 */
export function renderOnly(wanted: Wanted): void {
  mkdirSync('.cache', { recursive: true });
  const order: Order = { ...wanted, content: lookOfContent('.').look };
  writeFileSync(wantedFile, JSON.stringify(order));
  process.env[wantedVariable] = wantedFile;
}

/** The practice a page or file belongs to; null for what shows more than one. */
export const practiceOf = (file: string): string | null =>
  /^practices\/([^/.]+)(?:\/index\.html|\.(?!html$)[^/]+)$/.exec(file)?.[1] ?? null;

/** What the whole site consists of as the last build saw it, the pages not rendered included. */
export function readRendered(): readonly RenderedFile[] {
  const pages: RenderedFile[] = JSON.parse(readFileSync(renderedList, 'utf8'));
  return pages;
}

/**
 * Renders what `renderOnly` asked for, and shows how far it has come.
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
              const order = readOrder();
              if (order) refuseUnjudged(order);
              const isWanted = order ? wantedBy(order) : () => true;
              const wanted = paths.filter((path) => isWanted(renderedFile(path)));
              progress = progressOf('生成页面', wanted.length);
              return wanted;
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
        mkdirSync('.cache', { recursive: true });
        writeFileSync(renderedList, JSON.stringify(paths.map(renderedFile)));
        const pages = paths
          .filter(({ route }) => route.type === 'page')
          .map(({ pathname }) => ({ pathname: pathname.replace(/\/?$/, '/').replace(/^\//, '') }))
          .sort((a, b) => compareAsSitemap(a.pathname, b.pathname));
        await writeSitemap?.({ ...options, pages });
      },
    },
  };
}

function readOrder(): Order | null {
  const name = process.env[wantedVariable];
  if (!name || !existsSync(name)) return null;
  const order: Order = JSON.parse(readFileSync(name, 'utf8'));
  return order;
}

/** Refuses content that was changed after it was judged and before it was read. */
function refuseUnjudged({ content }: Order): void {
  const { look, latest } = lookOfContent('.');
  if (look === content) return;
  refuse(
    `生成网站的时候内容被改动（最近一处：${latest}），改动还没有检查过。网站没有重新生成，原来的网站保持不变，请再运行一次。`,
  );
}

function wantedBy({ standing, practices }: Wanted): (page: RenderedFile) => boolean {
  const known = new Set(standing.filter(({ key }) => key !== null).map(nameWithKey));
  const ids = practices && new Set(practices);
  return (page) =>
    !known.has(nameWithKey(page)) && (ids === null || ids.has(practiceOf(page.file) ?? ''));
}

/** Equal for pages that look the same. */
export const nameWithKey = ({ file, key }: RenderedFile): string => `${file} ${key}`;

const renderedFile = (path: PathWithRoute): RenderedFile => ({
  file: fileOf(path),
  key: path.cacheKey ?? null,
});

function fileOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return path;
  if (path === '') return 'index.html';
  return path === '404' ? '404.html' : `${path}/index.html`;
}
