import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';

/**
 * The order the sitemap puts its addresses in. It makes a collator for each two it compares, and
 * has few to compare where they come in order.
 */
const { compare: compareAsSitemap } = new Intl.Collator('en', { numeric: true });

/** The protocol allows a file 50,000 addresses. */
const entryLimit = 45_000;

/**
 * Lists all pages of a site, of whose files it is given all, for search engines. A site
 * without an address has none to list. Pages that the build makes for itself are left out.
 */
export async function writeSitemap(
  folder: string,
  files: readonly string[],
  { base, origin, without }: { base: string; origin: string | null; without: readonly string[] },
): Promise<void> {
  if (origin === null) return;
  const pages = files
    .filter((file) => file.endsWith('index.html') && !without.includes(file))
    .map((file) => ({ pathname: file.slice(0, -'index.html'.length) }))
    .sort((a, b) => compareAsSitemap(a.pathname, b.pathname));
  const { hooks } = sitemap({ entryLimit });
  const config = { site: origin, base, trailingSlash: 'always', build: { format: 'directory' } };
  const logger = { info: () => undefined, warn: console.warn, error: console.error };
  // Written for Astro's build, which hands over much that it does not ask for.
  const call = (name: keyof typeof hooks, given: object) =>
    (hooks[name] as ((given: object) => unknown) | undefined)?.(given);
  await call('astro:routes:resolved', { routes: [] });
  await call('astro:config:done', { config });
  await call('astro:build:done', {
    dir: pathToFileURL(`${resolve(folder)}/`),
    pages,
    logger,
  });
}
