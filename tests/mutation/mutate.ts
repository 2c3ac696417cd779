/**
 * `npm run test:mutation -- [--seed N,M] [--of N] [FILE…]`: makes small mistakes in the rules, one
 * at a time and in a copy of the project, and sees whether a unit test notices. Prints those that
 * nobody noticed; ends with code 1 where fewer than `least` are noticed of the sample of a seed.
 */
import { fork, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { randomFrom } from '../random.ts';
import { distancesFrom } from './importers.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import type { Answer, Order, Stretch } from './runner.ts';

/** The share of mutants that has to die. */
const least = 0.9;

/** A mutant that runs in circles is dead; a slow machine is no circle. */
const patience = { factor: 20, atLeastMs: 60_000 };

/** Every module loaded stays in memory, so that a process gives way after so many files of tests. */
const mostRuns = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    of: { type: 'string', default: '150' },
  },
});
const seeds = values.seed.split(',').map(Number);

const equivalent = z
  .array(
    z.strictObject({ file: z.string(), before: z.string(), after: z.string(), why: z.string() }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'equivalent.yml'), 'utf8')));
const isEquivalent = ({ file, before, after }: Mutant): boolean =>
  equivalent.some((one) => one.file === file && one.before === before && one.after === after);

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
process.on('exit', () => {
  worker?.kill('SIGKILL');
  rmSync(copy, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
copyProject();

const files = positionals.length > 0 ? positionals : globSync('src/{domain,gate}/**/*.ts').sort();
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const all = [...texts].flatMap(([file, text]) => mutantsOf(file, text));
const telling = all.filter((mutant) => !isEquivalent(mutant));
const samples = new Map(
  seeds.map((seed) => [seed, randomFrom(seed).some(telling, Number(values.of))] as const),
);
const sample = [...samples.values()].flat();
console.log(
  `Seed ${values.seed}: ${sample.length} of ${all.length} mutants in ${files.length} files.`,
);

let worker: ChildProcess | null = null;
let runs = 0;

interface Test {
  readonly file: string;
  readonly distances: ReadonlyMap<string, number>;
  readonly milliseconds: number;
  readonly ran: Answer['ran'];
}
const tests: Test[] = [];
for (const file of globSync('tests/unit/**/*.test.ts').sort()) {
  const distances = distancesFrom(file);
  if (!sample.some((mutant) => distances.has(mutant.file))) continue;
  const { failure, ...told } = await ask({ test: file, mutated: null }, 600_000);
  if (failure !== null) throw new Error(`${file} fails without any mutant: ${failure}`);
  tests.push({ file, distances, ...told });
}

let isEnough = true;
for (const [seed, mutants] of samples) {
  let died = 0;
  for (const [at, mutant] of mutants.entries()) {
    const killer = await killerOf(mutant);
    if (killer !== null) died += 1;
    const { file, line, before, after } = mutant;
    const place = `${at + 1}/${mutants.length} ${file}:${line}`;
    console.log(
      killer === null
        ? `SURVIVED ${place}\n  - ${before}\n  + ${after}`
        : `died ${place} (${killer})`,
    );
  }
  const share = mutants.length === 0 ? 1 : died / mutants.length;
  console.log(
    `Seed ${seed}: ${died} of ${mutants.length} mutants died, ${(share * 100).toFixed(1)} %; ${mutants.length - died} survived.`,
  );
  if (share < least) isEnough = false;
}
process.exit(isEnough ? 0 : 1);

/** The packages are links, so that what tests leave in `node_modules/.cache` stays in the copy. */
function copyProject(): void {
  const left = new Set([
    ...['.git', 'node_modules', 'dist', '.astro', '.cache', 'parts', 'test-results'],
  ]);
  for (const name of readdirSync('.')) {
    if (!left.has(name)) cpSync(name, join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('.')) continue;
    symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name), 'junction');
  }
}

/** Whether a place of a file ran: the innermost stretch around it knows. */
function reached(stretches: readonly Stretch[], place: number): boolean {
  const around = stretches.filter(([from, to]) => from <= place && place < to);
  const length = ([from, to]: Stretch): number => to - from;
  return around.sort((a, b) => length(a) - length(b))[0]?.[2] !== 0;
}

/** The test that notices a mutant; nearest tests are asked first, and quick ones before slow ones. */
async function killerOf({ file, asked: place, start, end, replacement }: Mutant) {
  const sound = texts.get(file) ?? '';
  const mutated = { file, text: sound.slice(0, start) + replacement + sound.slice(end) };
  const asked = tests
    .flatMap((test) => {
      const distance = test.distances.get(file);
      const ran = test.ran[file];
      return distance !== undefined && ran && reached(ran, place) ? [{ ...test, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance || a.milliseconds - b.milliseconds);
  for (const { file: test, milliseconds } of asked) {
    const timeout = Math.max(patience.atLeastMs, patience.factor * milliseconds);
    const { failure } = await ask({ test, mutated }, timeout);
    if (failure !== null) return `${test}: ${failure}`;
  }
  return null;
}

/** What a process of its own says; one that does not answer in time, or dies, is given up. */
function ask(order: Order, timeout: number): Promise<Answer> {
  runs += 1;
  if (runs % mostRuns === 0) giveUp();
  worker ??= startWorker();
  const asked = worker;
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      asked.removeAllListeners();
      resolve(answer);
    };
    const lost = (failure: string) => (): void => {
      giveUp();
      end({ failure, milliseconds: timeout, ran: {} });
    };
    const timer = setTimeout(lost('it does not end'), timeout);
    asked.once('exit', lost('the process ends'));
    asked.once('message', end);
    asked.send(order);
  });
}

function startWorker(): ChildProcess {
  const env = { ...process.env };
  // Unit tests know the library of no office.
  delete env['CONTENT_DIR'];
  return fork(join(import.meta.dirname, 'runner.ts'), {
    cwd: copy,
    env,
    execArgv: ['--max-old-space-size=2048', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function giveUp(): void {
  worker?.removeAllListeners();
  worker?.kill('SIGKILL');
  worker = null;
}
