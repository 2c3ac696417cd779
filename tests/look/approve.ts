/**
 * `npm run look:approve`: takes what the site looks like now for approved. Only what differs is
 * written; whoever reads the commit sees the pictures before and after.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { projectFolder } from '../site/sites.ts';
import { approvedFiles, approvedFolder, mostBytes } from './pages.ts';
import { smallPicture } from './small-picture.ts';

const folder = join(projectFolder, approvedFolder);
mkdirSync(folder, { recursive: true });

const build = '--content tests/library/content --base / --out .cache/library-site'.split(' ');
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const tests = ['test', '-c', 'tests/look/playwright.config.ts', '--update-snapshots=changed'];

run('src/commands/build.ts', build);
const before = lookOf();
// The folder itself is judged below.
const skipped = ['--grep-invert', 'what is approved'];
const failed = !run(playwright, [...tests, ...skipped, ...argv.slice(2)], false);
for (const file of readdirSync(folder)) {
  if (!approvedFiles.includes(file)) rmSync(join(folder, file));
}
const after = lookOf();
const changed = [...after].filter(([file, look]) => before.get(file) !== look);
for (const [file] of changed) {
  const path = join(folder, file);
  if (file.endsWith('.png')) writeFileSync(path, smallPicture(readFileSync(path)));
}
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(
  changed.length === 0
    ? '样子没有变化。'
    : `核准了 ${changed.length} 个文件：${changed.map(([file]) => file).join('、')}。请看过新旧图片再提交。`,
);
console.log(`${approvedFolder}/ 共 ${(bytes / 1e6).toFixed(2)} MB，上限 ${mostBytes / 1e6} MB。`);
if (failed && changed.length === 0) exit(1);

/** When each file was written. */
function lookOf(): ReadonlyMap<string, number> {
  return new Map(
    readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs] as const),
  );
}

/** False where it failed and that is to be expected; otherwise this ends here. */
function run(script: string, args: readonly string[], isNeeded = true): boolean {
  const { status } = spawnSync(execPath, [script, ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...env, SITE_URL: 'https://practices.example.org' },
  });
  if (status !== 0 && isNeeded) exit(status ?? 1);
  return status === 0;
}
