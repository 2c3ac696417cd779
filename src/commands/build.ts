/**
 * `npm run build [-- --base /sub-path/ --out folder]`: checks the content, builds pages and search index
 * beside the last good site and puts them in its place only when all went well.
 */
import { parseArgs } from 'node:util';
import { buildSite, siteFolder } from '#commands/site.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    out: { type: 'string', default: siteFolder },
  },
});
await buildSite(values);
