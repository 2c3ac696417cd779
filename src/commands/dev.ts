/** `npm run dev [-- --port 4321]`: shows the pages while an editor works on the content. */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { refuseOddFolder } from '#build/project-folder.ts';
import { withoutTelemetry } from '#build/telemetry.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
refuseOddFolder();
withoutTelemetry();
const { dev } = await import('astro');
await dev({ server: { host: '127.0.0.1', port: Number(values.port) } });
