import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../random.ts';
import { buildCommand, MadeUpSite } from './made-up-site.ts';
import { contentEdits, programEdits } from './random-edits.ts';

/**
 * After any edits the site is the one a full build of the same content makes, byte for byte.
 * `SEED=7 EDITS=100 npm run test:scale` makes other edits, and more; the same seed makes the same.
 */
const seed = Number(process.env['SEED'] ?? 1);
const steps = Number(process.env['EDITS'] ?? 12);

const random = randomFrom(seed);
const site = new MadeUpSite(join(tmpdir(), `edits-${process.pid}`), { practices: 30, seed });
const assemble = 'src/commands/assemble.ts';
const edited = ['content', 'src', 'public', 'astro.config.mjs'];
const saved = (part: string): string => site.file(`before/${part}`);

before(() => {
  site.actLarge();
  site.runWell();
});

after(() => site.remove());

function copyEdited(from: (part: string) => string, to: (part: string) => string): void {
  for (const part of edited) {
    rmSync(to(part), { recursive: true, force: true });
    cpSync(from(part), to(part), { recursive: true });
  }
}

/** One to four edits, seldom one of the program among them, and what they were. */
function makeEdits(): string {
  copyEdited((part) => site.file(part), saved);
  const edits = random.some(contentEdits, random.of([1, 2, 3, 4]));
  if (random.next() < 0.15) edits.push(random.of(programEdits));
  return edits.map((edit) => edit(site, random)).join('; ');
}

const undoEdits = (): void => copyEdited(saved, (part) => site.file(part));

async function interruptBuild(after: number): Promise<void> {
  const killed = spawn(process.execPath, [buildCommand], { cwd: site.folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => killed.on('close', resolve));
  await wait(after);
  killed.kill('SIGKILL');
  await ended;
}

/** Builds, at times from parts: one of this content, and others as old as they happen to be. */
function build(province: string | null): ReturnType<MadeUpSite['run']> {
  if (province === null) return site.run();
  site.run(buildCommand, ['--only-region', province]);
  const joined = site.run(assemble);
  if (!/另一版程序|没有分片/.test(joined.stderr)) return joined;
  rmSync(site.file('parts'), { recursive: true, force: true });
  return site.run();
}

/** What happens in one round beside the edits is drawn first, so that it is the same each time. */
const drawRound = () => ({
  interruptAfter: random.next() < 0.2 ? random.next() * 6000 : null,
  province: random.next() < 0.3 ? random.of(['11', '12', '13', '34', '50']) : null,
});

test(`${steps} rounds of edits, made with SEED=${seed}, each end as a full build does`, async (t) => {
  let done = 0;
  let refused = 0;
  while (done < steps) {
    const { interruptAfter, province } = drawRound();
    const edits = makeEdits();
    const round = `SEED=${seed}, round ${done + refused + 1}: ${edits}`;
    let isRefused = false;
    let isWell = false;
    await t.test(round, async () => {
      const stood = site.bytes();
      if (interruptAfter !== null) await interruptBuild(interruptAfter);
      const { status, stdout, stderr } = build(province);
      if (status === 0) {
        site.buildTwin();
        site.assertSame();
      } else {
        isRefused = true;
        assert.match(stderr, /网站没有重新生成/, stdout + stderr);
        site.assertStands(stood);
        undoEdits();
      }
      isWell = true;
    });
    assert.ok(isWell, round);
    if (isRefused) refused += 1;
    else done += 1;
    assert.ok(refused <= 3 * steps, 'Hardly any content was good enough to be built.');
  }
  t.diagnostic(`${refused} rounds more were of content that is refused, and left the site alone`);
});
