import { vocabularyNames } from '#domain/lists/vocabularies.ts';
import { comparisonPath, entryPathOf, guidePath, practicePath } from '#domain/site/paths.ts';
import type { Redirect } from '#domain/practice/published-record.ts';

/** Where the pages of a list stand. Terms are places on one page and have none of their own. */
const pathOf: Readonly<Record<string, (id: string) => string>> = {
  practices: practicePath,
  comparisons: comparisonPath,
  guides: guidePath,
  ...Object.fromEntries(
    vocabularyNames
      .filter((list) => list !== 'terms')
      .map((list) => [list, (id: string) => entryPathOf(list, id)]),
  ),
};

/** A page that moved. */
export interface MovedPage {
  /** The page's file below the site's folder. */
  readonly file: string;
  /** Addresses with the base in front. */
  readonly from: string;
  readonly to: string;
  /** `yyyy-mm-dd` */
  readonly on: string;
  readonly note: string;
}

/** The pages that moved, in the order of the list, for a site built in plain Node under `base`. */
export function movedPages(redirects: readonly Redirect[], base: string): MovedPage[] {
  const prefix = base.replace(/\/+$/, '');
  return redirects.flatMap(({ list, from, to, on, note }) => {
    const path = pathOf[list];
    if (!path) return [];
    return [
      {
        file: `${path(from).slice(1)}index.html`,
        from: prefix + path(from),
        to: prefix + path(to),
        on,
        note,
      },
    ];
  });
}

/** Goes into an nginx `server` or the location that serves the site. Ids need no quoting. */
export const nginxRedirects = (pages: readonly MovedPage[]): string =>
  pages.map(({ from, to }) => `location = ${from} { return 301 ${to}; }\n`).join('');

/** Goes into a Caddy site, in front of what strips the base. */
export const caddyRedirects = (pages: readonly MovedPage[]): string =>
  pages.map(({ from, to }) => `redir ${from} ${to} permanent\n`).join('');
