/**
 * Loaded before a command: what Node makes of our TypeScript is kept for the next time, also by the
 * processes a command starts. Where nothing can be written it is made anew each time.
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

const folder = 'node_modules/.cache/compiled';
const { directory } = enableCompileCache?.(folder) ?? {};
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= resolve(folder);
