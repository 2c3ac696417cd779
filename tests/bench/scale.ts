/**
 * `npm run bench:scale [-- 1000 10000]`: what made-up libraries of these sizes cost, beside other
 * generators in the same run. README.md holds what was measured, and says how to read it.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { generators } from './generators.ts';
import { makeProject } from './project.ts';

const sizes = process.argv.slice(2).map(Number);
const root = mkdtempSync(join(tmpdir(), 'bench-scale-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
};

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  /** Of the largest process, in MB. */
  readonly memory: number;
  readonly said: string;
}

/** Runs a command under `time`, which is why this needs Linux. */
function costOf(command: readonly string[], cwd: string): Cost {
  const report = join(root, 'time');
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e %U %S %M', '-o', report, ...command],
    { cwd, env: environment, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`);
  const figures = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = figures;
  return { wall, cpu: user + system, memory: kilobytes / 1024, said: stdout };
}

const rows: Record<string, string | number>[] = [];

function record(practices: number, what: string, { wall, cpu, memory, said }: Cost): void {
  const summary = /完成：.*/.exec(said)?.[0];
  rows.push({
    practices,
    what,
    wall: wall.toFixed(1),
    cpu: cpu.toFixed(1),
    MB: Math.round(memory),
  });
  console.log(
    `${practices} ${what}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s, ${Math.round(memory)} MB, load ${loadavg()[0]?.toFixed(1) ?? ''}${summary ? `\n  ${summary}` : ''}`,
  );
}

/** Seconds from starting the development server to the first page of a practice. */
async function firstPage(project: string, id: string): Promise<number> {
  const startedAt = performance.now();
  const port = 4599;
  const server = spawn('astro', ['dev', '--port', String(port), '--ignore-lock'], {
    cwd: project,
    env: { ...environment, ASTRO_DEV_BACKGROUND: '0' },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      await wait(100);
      const answer = await fetch(`http://localhost:${port}/practices/${id}/`).catch(() => null);
      if (answer?.ok) return (performance.now() - startedAt) / 1000;
      if (performance.now() - startedAt > 300_000) throw new Error('The server does not answer.');
    }
  } finally {
    server.kill();
  }
}

for (const practices of sizes.length > 0 ? sizes : [1000]) {
  const project = join(root, String(practices));
  makeProject(project, { practices, seed: 1 });
  const build = [process.execPath, 'src/commands/build.ts'];
  record(practices, 'full build', costOf(build, project));
  record(practices, 'nothing changed', costOf(build, project));
  const id = 'shiyan-00001';
  for (const file of [`practices/${id}.mdx`, `paragraphs/${id}.yml`]) {
    const path = join(project, 'content', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('为检验规模而编，', '为检验规模而改，'));
  }
  record(practices, 'a paragraph edited', costOf(build, project));
  const html = readFileSync(join(project, 'dist/practices', id, 'index.html'));
  console.log(
    `${practices} HTML of a practice: ${brotliCompressSync(html).length} bytes in brotli`,
  );
  const seconds = await firstPage(project, id);
  console.log(`${practices} development server to first page: ${seconds.toFixed(1)} s`);
  for (const peer of generators) {
    const folder = join(root, `${practices}-${peer.name.replace(/\W+/g, '-')}`);
    mkdirSync(folder);
    peer.prepare(project, folder);
    if (peer.install) {
      const [installer = '', ...rest] = peer.install;
      spawnSync(installer, rest, { cwd: folder, env: environment, stdio: 'inherit' });
    } else {
      mkdirSync(join(folder, 'node_modules'));
      for (const name of readdirSync('node_modules')) {
        symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
      }
    }
    const [program = ''] = peer.build;
    const isThere = existsSync(join(folder, program)) || spawnSync('which', [program]).status === 0;
    if (isThere) record(practices, peer.name, costOf(peer.build, folder));
    else console.log(`${peer.name} is not to be had here and was left out.`);
    rmSync(folder, { recursive: true });
  }
  rmSync(project, { recursive: true });
}
console.table(rows);
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`,
);
