import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { makeProject } from '../bench/project.ts';

/** The library is read once and not for every page; an editor still sees every change. */
const project = join(tmpdir(), `editing-${process.pid}`);
const port = 4598;
let server: ChildProcess | undefined;

before(async () => {
  makeProject(project, { practices: 0, seed: 1 });
  server = spawn('astro', ['dev', '--port', String(port), '--ignore-lock'], {
    cwd: project,
    env: {
      ...process.env,
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    },
    stdio: 'ignore',
  });
  await seen('/', '<html');
});

after(() => {
  server?.kill();
  rmSync(project, { recursive: true, force: true });
});

/** Fetches a page until it holds the words. Fails after half a minute. */
async function seen(path: string, words: string): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await fetch(`http://localhost:${port}${path}`).catch(() => null);
    if (answer?.ok && (await answer.text()).includes(words)) return;
    assert.ok(performance.now() - startedAt < 30_000, `${path} does not show ${words}`);
    await wait(500);
  }
}

function edit(file: string, from: RegExp, to: string): void {
  const path = join(project, 'content', file);
  const text = readFileSync(path, 'utf8');
  assert.match(text, from);
  writeFileSync(path, text.replace(from, to));
}

const [id = ''] = readdirSync('content/practices').map((name) => name.replace(/\.mdx$/, ''));
const page = `/practices/${id}/`;

test('an editor sees a new title on the page and in the list', async () => {
  await seen(page, id);
  edit(`practices/${id}.mdx`, /^title: .*$/m, 'title: 换过的标题');
  await seen(page, '换过的标题');
  await seen('/practices/', '换过的标题');
});

test('an editor sees changed prose', async () => {
  edit(`practices/${id}.mdx`, /^## .*\n\n/m, '$&换过的正文。');
  await seen(page, '换过的正文');
});

test('an editor sees a changed register of paragraphs', async () => {
  // The second one: the first belongs to the paragraph changed above.
  edit(`paragraphs/${id}.yml`, /(id: p-\w+[\s\S]*?)id: p-\w+/, '$1id: p-2345');
  await seen(page, 'p-2345');
});

test('an editor sees a changed definition on the page of a practice that uses the term', async () => {
  const shown = await (await fetch(`http://localhost:${port}${page}`)).text();
  const [, start = ''] = /data-definition="([\p{Script=Han}]{6})/u.exec(shown) ?? [];
  edit('terms.yml', new RegExp(start), `换过的定义${start}`);
  await seen(page, '换过的定义');
});

test('an editor takes files away from the pages as readers will', async () => {
  await seen(`/practices/${id}.ris`, 'TY  - ');
  await seen('/data/practices.csv', '换过的标题');
});
