import { createHash, hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson, writeJson } from '#cache/digested-file.ts';
import { digestOfFiles, digestOfProgramFiles } from '#cache/fingerprints.ts';
import { contentFolder } from '#folders.ts';
import { Beside } from '#build/beside.ts';
import type { CompileOrder } from '#build/compile.ts';
import { keepVariable } from '#build/keep-program.ts';
import { filesBelow } from '#build/linked-tree.ts';
import { readLaterVariable } from '#reading/read-later.ts';
import { refuse } from '#refusal.ts';

/** Compiled programs, each in a folder of its own named by what it was compiled from. */
const programsFolder = '.cache/programs';

/** So many are kept: of a site at the root and below a path, and the one before an edit. */
const mostKept = 3;

/** The program that makes the pages of a site, compiled. */
export interface Program {
  /** Holds `server/`, which renders, and `client/`, which readers are given as it stands. */
  readonly folder: string;
  /** Of all that decides what a page of given content looks like, the text of guides aside. */
  readonly digest: string;
}

/** The program of a site below `base`, as it is now, whether it has been compiled or not. */
export function programOf(base: string): Program {
  const digest = createHash('sha256')
    .update(JSON.stringify(base))
    .update(digestOfProgramFiles('.', ['public/**/*']))
    .digest('hex');
  // Guides are compiled along, and Astro writes down where the project stands.
  const whole = [digest, digestOfFiles(contentFolder(), ['guides/*.mdx']), resolve('.')];
  return { digest, folder: join(programsFolder, hash('sha256', whole.join()).slice(0, 16)) };
}

/** Whether it has been compiled before; then it counts as the one used last. */
export function isCompiled({ folder }: Program): boolean {
  if (!isWhole(folder)) return false;
  utimesSync(folder, new Date(), new Date());
  return true;
}

/** Compiles the program of a site below `base`. Refuses where it is edited meanwhile. */
export async function compileProgram(program: Program, base: string): Promise<void> {
  await compile(base, program.folder);
  if (programOf(base).folder === program.folder) return;
  refuse('建站的时候程序或说明文字被改动。网站没有重新生成，原来的网站保持不变，请再运行一次。');
}

const sealsFile = (folder: string): string => `${folder}.json`;

/** Whether every file is as it was compiled. */
function isWhole(folder: string): boolean {
  const seals = existsSync(folder) && readJson<Record<string, string>>(sealsFile(folder));
  return (
    seals !== null && seals !== false && JSON.stringify(sealsOf(folder)) === JSON.stringify(seals)
  );
}

const sealsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    [...filesBelow(folder)]
      .sort()
      .map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]),
  );

/** Astro and Vite end with the process they ran in, and so does what they hold in memory. */
async function compile(base: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const compiler = new Beside<CompileOrder, null>(new URL('./compile.ts', import.meta.url), {
    env: { [keepVariable]: unfinished, [readLaterVariable]: '1' },
  });
  try {
    await compiler.ask({ base, folder: unfinished });
    renameSync(unfinished, folder);
  } finally {
    compiler.end();
    rmSync(unfinished, { recursive: true, force: true });
  }
  writeJson(sealsFile(folder), sealsOf(folder));
  forgetOldest(folder);
}

function forgetOldest(newest: string): void {
  const folders = readdirSync(programsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(programsFolder, name))
    .filter((folder) => folder !== newest)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(mostKept - 1)) {
    rmSync(folder, { recursive: true, force: true });
    rmSync(sealsFile(folder), { force: true });
  }
}
