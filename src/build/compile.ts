import { join } from 'node:path';
import { build } from 'astro';
import { answerRequests } from '#build/beside.ts';

export interface CompileOrder {
  readonly base: string;
  /** Where the program goes: `server/`, and `client/` with all that readers are given as it stands. */
  readonly folder: string;
}

answerRequests<CompileOrder, null>(async ({ base, folder }) => {
  await build({ outDir: join(folder, 'client'), base, logLevel: 'warn' });
  return null;
});
