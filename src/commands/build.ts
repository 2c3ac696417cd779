/**
 * `npm run build [-- --base /sub-path/ --out folder]`: checks the content, builds pages and search index
 * beside the last good site and puts them in its place only when all went well.
 * `npm run build -- --only-region 34` builds the pages of one province's practices into `parts/34/`,
 * for `npm run assemble` on another machine.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPart, partsFolder } from '#build/province-parts.ts';
import { buildSite, siteFolder } from '#build/site.ts';
import { readSite } from '#reading/site-file.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: readSite().base },
    out: { type: 'string' },
    'only-region': { type: 'string' },
  },
});
const { base, out, 'only-region': province } = values;
if (province === undefined) await buildSite({ base, out: out ?? siteFolder });
else await buildPart({ base, province, out: out ?? join(partsFolder, province) });
