import type { Fate } from '#build/offline/pages.ts';
import { isBesidePage, scriptOf } from '#domain/copies/library-copy.ts';
import { isManifestFile } from '#domain/copies/manifest.ts';

/** What becomes of the files of a site in a copy, each list in order. */
export interface CopyPlan {
  readonly pages: readonly string[];
  /** Those that stay as they are. */
  readonly files: readonly string[];
  readonly modules: readonly string[];
  /** Scripts, each with the files it brings: those that code of the site asks for. */
  readonly scripts: readonly (readonly [script: string, files: readonly string[]])[];
  readonly fateOf: (file: string) => Fate;
}

/** What only a server or a crawler has a use for. */
const isForServers = (file: string): boolean =>
  file === '404.html' ||
  /(^|\/)share\.png$/.test(file) ||
  file === 'robots.txt' ||
  /^sitemap[^/]*\.xml$/.test(file);

const isModule = (file: string): boolean => /^_astro\/[^/]+\.js$/.test(file);
const isFeed = (file: string): boolean => /(^|\/)feed\.xml$/.test(file);
/** Files that readers are led to by links, in some numbers; the rest of the data only code reads. */
const isOffered = (file: string): boolean => /^data\/[^/]+$/.test(file);
const isData = (file: string): boolean => /^(?:data|pagefind)\//.test(file) || isBesidePage(file);

/** Feeds of a site with an address stay there, where they change; of one without there is no other. */
export function planCopy(
  all: readonly string[],
  { hasAddress }: { readonly hasAddress: boolean },
): CopyPlan {
  const pages: string[] = [];
  const files: string[] = [];
  const modules: string[] = [];
  const scripts = new Map<string, string[]>();
  const fates = new Map<string, Fate>();
  for (const file of [...all].sort()) {
    if (isManifestFile(file) || isForServers(file) || (isFeed(file) && hasAddress)) continue;
    const isPage = file.endsWith('.html');
    const isBrought = !isPage && isData(file);
    if (isPage) pages.push(file);
    else if (isModule(file)) modules.push(file);
    else if (!isBrought || isOffered(file)) files.push(file);
    if (isBrought) {
      const script = scriptOf(file);
      scripts.set(script, [...(scripts.get(script) ?? []), file]);
    }
    fates.set(file, isBrought && !isOffered(file) ? 'in-script' : 'file');
  }
  return {
    pages,
    files,
    modules,
    scripts: [...scripts],
    fateOf: (file) => fates.get(file) ?? 'gone',
  };
}
