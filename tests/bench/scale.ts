/**
 * `npm run bench:scale [-- 1000 10000] [--without-search]`: what made-up libraries of these sizes
 * cost, beside other generators in the same run. README.md holds what was measured, and says how
 * to read it.
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
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { generators, type Generator } from './generators.ts';
import { makeProject } from './project.ts';

const { values: options, positionals } = parseArgs({
  options: { 'without-search': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sizes = positionals.map(Number);
const root = mkdtempSync(join(tmpdir(), 'bench-scale-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
};

/** As `npm run` starts a command: what Node made of our TypeScript is kept. */
const asEditorsDo = [process.execPath, '--import', './src/commands/keep-compiled.mjs'];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  /** Of the largest process, in MB. */
  readonly memory: number;
  readonly said: string;
}

/** Runs a command under `time`, which is why this needs Linux. Throws where it ends otherwise than expected. */
function costOf(command: readonly string[], cwd: string, expected = 0): Cost {
  const report = join(root, 'time');
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e %U %S %M', '-o', report, ...command],
    { cwd, env: environment, encoding: 'utf8' },
  );
  if (status !== expected) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`);
  const lines = readFileSync(report, 'utf8').trim().split('\n');
  const figures = (lines.pop() ?? '').split(' ').map(Number);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = figures;
  return { wall, cpu: user + system, memory: kilobytes / 1024, said: stdout };
}

interface Row extends Cost {
  readonly practices: number;
  readonly what: string;
}

const rows: Row[] = [];

function record(practices: number, what: string, cost: Cost): void {
  rows.push({ practices, what, ...cost });
  const { wall, cpu, memory, said } = cost;
  const summary = /完成：.*/.exec(said)?.[0];
  console.log(
    `${practices} ${what}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s, ${Math.round(memory)} MB, load ${loadavg()[0]?.toFixed(1) ?? ''}${summary ? `\n  ${summary}` : ''}`,
  );
}

/** All rows, each beside Hugo's of the same size where Hugo was to be had. */
function printTable(): void {
  console.table(
    rows.map(({ practices, what, wall, cpu, memory }) => {
      const rowOf = (peer: string): Row | undefined =>
        rows.find((row) => row.practices === practices && row.what === peer);
      const [hugo, sameWork] = [rowOf('Hugo'), rowOf('Hugo, the same pages and files')];
      const times = (ours: number, theirs: number | undefined): string =>
        theirs ? `${(ours / theirs).toFixed(1)} ×` : '';
      return {
        practices,
        what,
        wall: wall.toFixed(1),
        'of Hugo’s wall': times(wall, hugo?.wall),
        CPU: cpu.toFixed(1),
        'of the same work’s': times(wall, sameWork?.wall),
        'of Hugo’s CPU': times(cpu, hugo?.cpu),
        MB: Math.round(memory),
        'CPU ms a practice': ((cpu * 1000) / practices).toFixed(1),
      };
    }),
  );
}

/** How long a page of the development server is waited for, in seconds. */
const patience = 300;

/** What it takes from starting the development server to the first page of a practice. */
async function measureFirstPage(practices: number, kept: string, project: string, id: string) {
  const what = `development server, library ${kept}`;
  const startedAt = performance.now();
  const port = 4599;
  const [node = '', ...loading] = asEditorsDo;
  const server = spawn(node, [...loading, 'src/commands/dev.ts', '--port', String(port)], {
    cwd: project,
    env: { ...environment, ASTRO_DEV_BACKGROUND: '0' },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      await wait(100);
      const answer = await fetch(`http://127.0.0.1:${port}/practices/${id}/`, {
        signal: AbortSignal.timeout(patience * 1000),
      }).catch(() => null);
      const wall = (performance.now() - startedAt) / 1000;
      if (answer?.ok) {
        return record(practices, what, { wall, ...usageOf(server.pid ?? 0), said: '' });
      }
      if (wall > patience) return console.log(`${practices} ${what}: no page in ${patience} s`);
    }
  } finally {
    server.kill();
  }
}

/** What a process that still runs has used so far, its threads included. */
function usageOf(pid: number): Pick<Cost, 'cpu' | 'memory'> {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number);
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return { cpu: (user + system) / 100, memory: Number(peak?.[1] ?? 0) / 1024 };
}

/** Lets a build find nothing of an earlier one. */
function forget(project: string): void {
  for (const kept of ['dist', '.cache', '.astro', 'node_modules/.cache', 'node_modules/.astro']) {
    rmSync(join(project, kept), { recursive: true, force: true });
  }
}

/** Changes the paragraph that the practice has of its own, and its register; every time another way. */
function edit(project: string, id: string): void {
  for (const file of [`practices/${id}.mdx`, `paragraphs/${id}.yml`]) {
    const path = join(project, 'content', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/为检验规模而(再*)编，/, '为检验规模而再$1编，'));
  }
}

function measureBuilds(project: string, id: string, practices: number, kind: string): void {
  const leaveOut = resolve('tests/bench/without-search.ts');
  const without = kind === 'pages' ? ['--import', leaveOut] : [];
  const build = [...asEditorsDo, ...without, 'src/commands/build.ts'];
  forget(project);
  record(practices, `${kind}: all`, costOf(build, project));
  record(practices, `${kind}: nothing changed`, costOf(build, project));
  edit(project, id);
  record(practices, `${kind}: one paragraph edited`, costOf(build, project));
}

/** From the start of a build to its refusal, where the practice changed last has a fault. */
function measureRefusal(project: string, id: string, practices: number): void {
  const path = join(project, 'content/practices', `${id}.mdx`);
  const sound = readFileSync(path);
  writeFileSync(path, sound.toString().replace(/^title: .*$/m, 'title: “没有收尾'));
  const build = [...asEditorsDo, 'src/commands/build.ts'];
  record(practices, 'a fault named, content seen before', costOf(build, project, 1));
  forget(project);
  record(practices, 'a fault named, content never seen', costOf(build, project, 1));
  writeFileSync(path, sound);
}

for (const practices of sizes.length > 0 ? sizes : [1000]) {
  const project = join(root, String(practices));
  makeProject(project, { practices, seed: 1 });
  // What was written a moment before a judgement counts as written meanwhile, and is judged again.
  await wait(5000);
  const id = 'shiyan-00001';
  const gate = [...asEditorsDo, 'src/commands/check-content.ts'];
  record(practices, 'gate: content never seen', costOf(gate, project));
  record(practices, 'gate: content seen before', costOf(gate, project));
  measureBuilds(project, id, practices, 'pages');
  await measureFirstPage(practices, 'read before', project, id);
  if (!options['without-search']) measureBuilds(project, id, practices, 'with search');
  const html = readFileSync(join(project, 'dist/practices', id, 'index.html'));
  console.log(
    `${practices} HTML of a practice: ${brotliCompressSync(html).length} bytes in brotli`,
  );
  // While the site stands: one peer makes the same pages.
  for (const peer of generators) measurePeer(peer, project, practices);
  measureRefusal(project, id, practices);
  await measureFirstPage(practices, 'never read', project, id);
  rmSync(project, { recursive: true });
}
printTable();
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`,
);

function measurePeer(peer: Generator, project: string, practices: number): void {
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
  if (!isThere) console.log(`${peer.name} is not to be had here and was left out.`);
  else {
    record(practices, peer.name, costOf(peer.build, folder));
    const made = readdirSync(join(folder, peer.out), { recursive: true });
    const pages = made.filter((name) => String(name).endsWith('.html')).length;
    console.log(`  ${pages} pages, ${made.length} files and folders`);
  }
  rmSync(folder, { recursive: true });
}
