/** `npm run check:types`: TypeScript and Astro files, warnings being errors. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withoutTelemetry } from '#build/telemetry.ts';

withoutTelemetry();
const severity = ['--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'];
const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
const { status } = spawnSync(process.execPath, [astro, 'check', ...severity], { stdio: 'inherit' });
process.exitCode = status ?? 1;
