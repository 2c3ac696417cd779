/** The pages of the site, as its sitemap lists them, so that a new page is tested at once. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { atRoot } from './sites.ts';

/** Paths without the leading slash, to be added to a site's home: `practices/bengbu-wei-fating/`. */
export const pages: readonly string[] = readSitemap(atRoot.folder);

/** The same, by kind: `regions` for a region's page, the empty kind for the home page. */
export const pagesByKind: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  pages,
  (page) => page.split('/')[0] ?? '',
);

/** Lists of practices left out: `practices/` itself and those it goes on with, `practices/all/2/`. */
export const practicePages = pages.filter((page) => /^practices\/[^/]+\/$/.test(page));

function readSitemap(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run npm run build first.`);
  return readdirSync(folder)
    .filter((name) => /^sitemap-\d+\.xml$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/<loc>([^<]+)</g)])
    .map(([, address = '']) => decodeURI(new URL(address).pathname).slice(1));
}
