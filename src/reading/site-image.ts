import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { contentPath } from '#folders.ts';

/** A picture that `content/site.yml` names, as it stands in the content folder. Throws where it is not there. */
export const readSiteImage = (file: string, root = '.'): Buffer =>
  readFileSync(contentPath(file, root));

export const mediaTypeOf = (file: string): string =>
  extname(file) === '.svg' ? 'image/svg+xml' : 'image/png';
