/** The pages of the site, as they stand there, so that a new page is tested at once. */
import { globSync } from 'node:fs';
import { atRoot } from './sites.ts';

/** Paths without the leading slash, to be added to a site's home: `practices/bengbu-wei-fating/`. */
export const pages: readonly string[] = pagesIn(atRoot.folder);

/** The same, by kind: `regions` for a region's page, the empty kind for the home page. */
export const pagesByKind: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  pages,
  (page) => page.split('/')[0] ?? '',
);

/** Lists of practices left out: `practices/` itself and those it goes on with, `practices/all/2/`. */
export const practicePages = pages.filter((page) => /^practices\/[^/]+\/$/.test(page));

function pagesIn(folder: string): string[] {
  const files = globSync('**/index.html', { cwd: folder }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  if (files.length === 0) throw new Error(`${folder} is not there: run npm run build first.`);
  return files.map((file) => file.replace(/index\.html$/, '')).sort();
}
