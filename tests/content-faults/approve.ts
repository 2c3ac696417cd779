/** `node tests/content-faults/approve.ts`: takes for approved what editors are told of each mistake. */
import { spawnSync } from 'node:child_process';

const files = ['content-faults', 'grounds-gate', 'published-record'];
const { status } = spawnSync(
  process.execPath,
  ['--test', ...files.map((name) => `tests/unit/${name}.test.ts`)],
  { env: { ...process.env, APPROVE_TOLD: '1' }, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
