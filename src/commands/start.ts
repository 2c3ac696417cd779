/** `npm start [-- --base /sub-path/ --port 4321 --out folder --no-build]`: builds the site and serves it on this machine. */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { buildSite, siteFolder } from '#build/site.ts';
import { readSite } from '#reading/site-file.ts';
import { withoutTelemetry } from '#build/telemetry.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: readSite().base },
    port: { type: 'string', default: '4321' },
    out: { type: 'string', default: siteFolder },
    /** Serve the site that stands there as it is. */
    'no-build': { type: 'boolean', default: false },
  },
});
withoutTelemetry();
// Astro would go to the background where it believes an agent runs it.
process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
if (!values['no-build']) await buildSite(values);
const server = await preview({
  base: values.base,
  outDir: values.out,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: Number(values.port) },
});
console.log(`${readSite().name}已就绪：http://127.0.0.1:${server.port}${values.base}`);
