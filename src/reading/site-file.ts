import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentFolder, contentPath } from '#folders.ts';
import { plainSite, type Site } from '#domain/site/site.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { siteFile, siteOf, type SiteFile } from '#schema/site.ts';

const name = 'site.yml';

/**
 * `content/site.yml`; null where it is missing or has a fault, which the gate tells an editor of
 * before anything is built.
 */
export function readSiteFile(root = '.'): SiteFile | null {
  try {
    return siteFile.parse(readSoundYaml(readSoundText(contentPath(name, root), name), name));
  } catch {
    return null;
  }
}

/** The site as it is to be built: `SITE_URL` has the last word on where it will stand. */
export function readSite(root = '.'): Site {
  const file = readSiteFile(root);
  const site = file === null ? plainSite : siteOf(file);
  const given = process.env['SITE_URL'];
  return given ? { ...site, origin: new URL(given).origin } : site;
}

/** Where the editing desk keeps what it took in, in a library that names no folder of its own. */
const takenIn = '.desk/sources';

/**
 * Where the texts are kept that practices are written from: `SOURCES_DIR`, or the folder
 * `content/site.yml` names, counted from the content folder; where none is named, what the editing
 * desk took in, and null where that is nothing.
 */
export function sourcesFolder(root = '.'): string | null {
  const given = process.env['SOURCES_DIR'];
  if (given) return resolve(root, given);
  const named = readSiteFile(root)?.sources;
  if (named !== undefined) return resolve(contentFolder(root), named);
  const own = resolve(contentPath(takenIn, root));
  return existsSync(own) ? own : null;
}
