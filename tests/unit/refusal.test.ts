import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** What is not done is said in one sentence, wherever in the program it was found out. */
const folder = mkdtempSync(join(tmpdir(), 'refused-'));
after(() => rmSync(folder, { recursive: true }));

const addressOf = (file: string): string => JSON.stringify(pathToFileURL(resolve(file)).href);
const [catching, refusing] = ['src/commands/last-catch.ts', 'src/refusal.ts'].map(addressOf);
const sentence = '没有这个省。\n\n网站没有重新生成。';

/** Runs the last lines of a command. */
const run = (code: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import ${catching};\nimport { refuse } from ${refusing};\n${code}`,
    ],
    { cwd: folder, encoding: 'utf8' },
  );

function assertTold({ status, stdout, stderr }: ReturnType<typeof run>): void {
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.equal(stderr, `${sentence}\n`);
  assert.equal(existsSync(join(folder, 'node_modules')), false);
}

const said = JSON.stringify(sentence);

test('who is refused reads why, word for word, and nothing else', () => {
  assertTold(run(`refuse(${said});`));
});

test('a refusal that another program wraps in an error of its own reads the same', () => {
  assertTold(
    run(`try { refuse(${said}); } catch (cause) { throw new Error('Hook failed', { cause }); }`),
  );
});

test('a refusal in a thread reads as one in the process', () => {
  const thread = `import { refuse } from ${refusing}; refuse(${said});`;
  assertTold(
    run(`import { Worker } from 'node:worker_threads';
      new Worker(new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(thread)})));`),
  );
});

test('whoever holds something lets go of it before the process ends', () => {
  const { status, stdout } = run(
    `try { refuse(${said}); } finally { process.stdout.write('let go'); }`,
  );
  assert.equal(status, 1);
  assert.equal(stdout, 'let go');
});

test('any other error is one sentence as well, and its details go to a file', () => {
  const { status, stderr } = run(`null.title;`);
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.match(stderr, /详情在/);
  assert.ok(existsSync(join(folder, 'node_modules/.cache/last-error.log')));
});
