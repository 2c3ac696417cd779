/**
 * `npm run assemble [-- --parts folder --base /sub-path/ --out folder]`: builds the site as
 * `npm run build` does, with the pages of practices taken from parts where those are up to date.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { partsFolder } from '#commands/parts.ts';
import { buildSite, siteFolder } from '#commands/site.ts';
import { readSite } from '#prose/site-file.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: partsFolder },
    base: { type: 'string', default: readSite().base },
    out: { type: 'string', default: siteFolder },
  },
});
await buildSite(values);
