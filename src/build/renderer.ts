import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { inputsFile, type RenderInputs } from '#build/keep-program.ts';
import { pathsOf, type PathWithRoute, type RoutedApp } from '#build/site-paths.ts';

/** A page or file of a site, as long as it is not rendered. */
export interface SitePath {
  readonly route: string;
  readonly pathname: string;
  readonly type: string;
  /** Below the site's folder. */
  readonly file: string;
  /** Changes with what it shows; null where that is not known. */
  readonly key: string | null;
}

export interface Renderer {
  /** All pages and files of the site, in the order of their routes; reads the library as it is now. */
  readonly paths: () => Promise<readonly SitePath[]>;
  /** Reads the library as it is now. */
  readonly read: () => Promise<void>;
  /** The page at a path below the site's address, `practices/x`, whether there is such a one or not. */
  readonly pageAt: (path: string) => SitePath | null;
  /** Loads what renders a page, so that less is to be done once its content is there. */
  readonly prepare: (path: SitePath) => Promise<void>;
  /** What the page or file says, piece by piece: one that holds the whole library is never held in memory. */
  readonly render: (path: SitePath) => Promise<AsyncIterable<Uint8Array>>;
}

type App = RoutedApp & {
  readonly setInternals: (internals: unknown) => void;
  readonly setOptions: (options: unknown) => void;
  readonly render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
  readonly manifest: {
    readonly routes: readonly { readonly routeData: RouteData }[];
    readonly base: string;
    readonly site?: string;
    readonly pageMap?: ReadonlyMap<string, () => Promise<{ readonly page: () => unknown }>>;
  };
};

/** Opens a compiled program as Astro's own prerenderer would, without Vite. */
export async function openProgram(folder: string): Promise<Renderer> {
  const inputs = JSON.parse(readFileSync(join(folder, inputsFile), 'utf8')) as RenderInputs;
  const entry = pathToFileURL(join(folder, 'server', inputs.entry));
  const { app } = (await import(entry.href)) as { app: App };
  app.setInternals({ pagesByKeys: new Map(inputs.pages), entrySpecifierToBundleMap: new Map() });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  });
  const { base, site = 'http://localhost:4321' } = app.manifest;
  const routes = new Map(
    app.manifest.routes.map(({ routeData }) => [nameOf(routeData), routeData]),
  );
  return {
    paths: async () => (await pathsOf(app)).map(toSitePath),
    read: async () => {
      await pathsOf(app);
    },
    pageAt: (path) => {
      const pathname = `/${path}/`;
      const route = [...routes.values()].find(
        ({ type, pattern }) => type === 'page' && pattern.test(pathname),
      );
      return route ? toSitePath({ pathname, route, key: () => undefined }) : null;
    },
    prepare: async ({ route }) => {
      const component = routes.get(route)?.component ?? '';
      const loaded = await app.manifest.pageMap?.get(component)?.();
      await loaded?.page();
    },
    render: async ({ route: name, pathname, type }) => {
      const route = routes.get(name);
      if (!route) throw new Error(`The program has no route ${name}.`);
      const request = new Request(new URL(addressOf(pathname, type, base), new URL(site).origin));
      const response = await app.render(request, { routeData: route });
      if (!response.ok && pathname !== '/404') {
        throw new Error(`${pathname} was rendered with status ${response.status}.`);
      }
      return response.body ?? none();
    },
  };
}

async function* none(): AsyncGenerator<Uint8Array> {
  // A page that says nothing.
}

const nameOf = ({ route, component }: RouteData): string => `${route} ${component}`;

/** As Astro asks for them where `trailingSlash` is `always`: endpoints as they name themselves. */
function addressOf(pathname: string, type: string, base: string): string {
  const path = pathname.replace(/^\/+/, '');
  const isPage = type === 'page' && path !== '' && !path.endsWith('/');
  return `${base.replace(/\/+$/, '')}/${path}${isPage ? '/' : ''}`;
}

const toSitePath = ({ pathname, route, key }: PathWithRoute): SitePath => ({
  route: nameOf(route),
  pathname,
  type: route.type,
  file: fileOf(pathname, route.type),
  key: key() ?? null,
});

function fileOf(pathname: string, type: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (path === '') return 'index.html';
  return path === '404' ? '404.html' : `${path}/index.html`;
}
