import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';

type App = ConstructorParameters<typeof StaticPaths>[0];

/** What a compiled program tells of its routes. */
export type RoutedApp = App & {
  readonly getComponentByRoute: NonNullable<App['getComponentByRoute']>;
  readonly manifest: {
    readonly routes: readonly { readonly routeData: RouteData }[];
    readonly trailingSlash: string;
  };
  readonly routeCache: {
    readonly get: (route: RouteData) => object | undefined;
    readonly set: (route: RouteData, entry: object) => void;
  };
};

/** Of a module of pages, which gives them without being told how Astro would count them out. */
type GetPaths = (options: object) => StaticPath[] | Promise<StaticPath[]>;

interface StaticPath {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly cacheKey?: string;
}

export interface PathWithRoute {
  readonly pathname: string;
  readonly route: RouteData;
  /** Works out the key of the page, which takes longer than the path. */
  readonly key: () => string | undefined;
}

/**
 * All paths of a site, in the order of their routes: what Astro's `StaticPaths` gives. That takes
 * longest for what our paths are not, with anything to escape in them, and twice for each; it is
 * asked for routes that have such a one.
 */
export async function pathsOf(app: RoutedApp): Promise<PathWithRoute[]> {
  const paths: PathWithRoute[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    for (const path of (await plainPaths(app, route)) ?? (await asAstro(app, route))) {
      paths.push(path);
    }
  }
  return paths;
}

async function asAstro(app: RoutedApp, route: RouteData): Promise<PathWithRoute[]> {
  const ofRoute = new StaticPaths({
    manifest: { ...app.manifest, routes: [{ routeData: route }] },
    routeCache: app.routeCache,
    getComponentByRoute: (of: RouteData) => app.getComponentByRoute(of),
  } as unknown as RoutedApp); // as far as it asks
  return (await ofRoute.getAll()).map(({ pathname, cacheKey }) => ({
    pathname,
    route,
    key: () => cacheKey,
  }));
}

/** Null for a route that is to be left to Astro. */
async function plainPaths(app: RoutedApp, route: RouteData): Promise<PathWithRoute[] | null> {
  const pathnameOf = plainPathname(route, app.manifest.trailingSlash);
  if (route.pathname || route.type === 'redirect' || !pathnameOf || app.routeCache.get(route)) {
    return null;
  }
  const mod = await app.getComponentByRoute(route);
  const getPaths = mod.getStaticPaths as GetPaths | undefined;
  const given = await getPaths?.({ routePattern: route.route });
  const pathnames = given?.map(({ params }) => pathnameOf(params));
  if (!given || !pathnames?.every((pathname) => pathname !== null)) return null;
  let keyed: ReadonlyMap<string, StaticPath> | null = null;
  const get = (pathname: string): StaticPath | undefined => {
    keyed ??= new Map(pathnames.map((of, place) => [of, given[place] as StaticPath]));
    return keyed.get(pathname);
  };
  app.routeCache.set(route, { mod, staticPaths: Object.assign(given, { keyed: { get } }) });
  return given.map((path, place) => ({
    pathname: pathnames[place] ?? '',
    route,
    key: () => path.cacheKey,
  }));
}

const plain = /^[\w.-]+(?:\/[\w.-]+)*$/;

/** How a route's paths are written, each null where that takes more than putting together; null for a route of that kind. */
function plainPathname(
  { segments, route, type, fallbackRoutes }: RouteData,
  trailingSlash: string,
): ((params: StaticPath['params']) => string | null) | null {
  const parts = segments.flat();
  const isPlain = parts.every(({ dynamic, content }) => dynamic || plain.test(content));
  if (trailingSlash !== 'always' || !isPlain || fallbackRoutes.length > 0) return null;
  const isFile = type === 'endpoint' && /\/[^/]+\.\w+$/.test(route);
  return (params) => {
    let pathname = '';
    for (const segment of segments) {
      let name = '';
      for (const { dynamic, spread, content } of segment) {
        const value = dynamic ? params[spread ? content.slice(3) : content] : content;
        if (value === undefined ? !spread : !plain.test(value)) return null;
        name += value ?? '';
      }
      if (name !== '') pathname += `/${name}`;
    }
    return isFile ? pathname || '/' : `${pathname}/`;
  };
}
