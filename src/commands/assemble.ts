/**
 * `npm run assemble [-- --parts folder --base /sub-path/ --out folder]`: builds the site as
 * `npm run build` does, with the pages of practices taken from parts where those are up to date.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { partsFolder } from '#build/province-parts.ts';
import { buildSite, siteFolder } from '#build/site.ts';
import { readSite } from '#reading/site-file.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: partsFolder },
    base: { type: 'string', default: readSite().base },
    out: { type: 'string', default: siteFolder },
  },
});
await buildSite(values);
