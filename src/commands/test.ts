/**
 * `npm test`: every check there is, quickest first. Stops at the first that fails, says which
 * it was, and ends with `N passed, N failed`: the tests that ran, and a failed step that is no
 * test run as one.
 *
 * The content of the office, in `content/` or where CONTENT_DIR or `--content` says, is checked and
 * built; the program is tested on a frozen library, whose facts the stories know.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { JSONReport } from '@playwright/test/reporter';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  /** What to do when it fails. */
  readonly remedy: string;
  readonly take: () => Promise<Count>;
}

const ofOffice = { CONTENT_DIR: process.env['CONTENT_DIR'] ?? '' };
// Only the steps that are about the content of the office are to know where it is.
delete process.env['CONTENT_DIR'];
const ofTests = { CONTENT_DIR: resolve('tests/library/content') };

const steps: readonly Step[] = [
  {
    name: '排版',
    remedy: '有文件排版不合规。请运行 npm run format，再运行 npm test。',
    take: () => script('check:format'),
  },
  {
    name: '内容',
    remedy: '内容有错，改法见上。只查内容可运行 npm run check:content。',
    take: () => script('check:content', ofOffice),
  },
  {
    name: '类型',
    remedy: '类型检查没有通过，位置见上。只查这一项可运行 npm run check:types。',
    take: () => script('check:types'),
  },
  {
    name: '规则测试',
    remedy: '规则测试没有通过，失败的句子见上。只跑这一项可运行 npm run test:unit。',
    take: () => nodeTests('规则测试', 'tests/unit/**/*.test.ts'),
  },
  {
    name: '建站测试',
    remedy: '建站和命令的测试没有通过，失败的句子见上。只跑这一项可运行 npm run test:building。',
    take: () => nodeTests('建站测试', 'tests/building/**/*.test.ts'),
  },
  {
    name: '建站',
    remedy: '网站没有建成，原因见上。只跑这一项可运行 npm run build。',
    take: () => script('build', ofOffice),
  },
  {
    name: '测试库建站',
    remedy: '测试用的实践库（tests/library/）没有建成网站，原因见上。',
    // With an address, which the other build is without: both have to come out right.
    take: () =>
      script(
        'build',
        { ...ofTests, SITE_URL: 'https://practices.example.org' },
        ...['--base', '/', '--out', '.cache/library-site'],
      ),
  },
  {
    name: '子路径建站',
    remedy: '测试用的实践库在子路径下没有建成网站，原因见上。',
    take: () =>
      script(
        'build',
        { ...ofTests, SITE_URL: '' },
        ...['--base', '/practices-site/', '--out', '.cache/practices-site'],
      ),
  },
  {
    name: '部署测试',
    remedy:
      '部署测试没有通过，失败的句子见上。网站建好以后，只跑这一项可运行 npm run test:deploy。',
    take: () => nodeTests('部署测试', 'tests/deploy/**/*.test.ts'),
  },
  {
    name: '网站测试',
    remedy: '网站测试没有通过，失败的句子见上。网站建好以后，只跑这一项可运行 npm run test:site。',
    take: () => browserTests('网站测试', 'test:site', '.cache/site-tests.json'),
  },
  {
    name: '样子',
    remedy:
      '网站的样子和核准的图片不同，核准的、现在的和差别见 .cache/look/report/index.html。不是有意改的就改回去；是有意的，运行 npm run look:approve，看过新图片，同改动一起提交。',
    take: () => browserTests('样子', 'test:look', '.cache/look-tests.json'),
  },
  {
    name: '编辑台测试',
    remedy: '编辑台的测试没有通过，失败的句子见上。只跑这一项可运行 npm run test:desk。',
    take: () => browserTests('编辑台测试', 'test:desk', '.cache/desk-tests.json'),
  },
];

const none: Count = { passed: 0, failed: 0 };
let total = none;
for (const { name, remedy, take } of steps) {
  const startedAt = performance.now();
  const count = await take();
  total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(count.failed === 0 ? `✓ ${name}（${seconds} 秒）` : `✗ ${name}：${remedy}`);
  if (count.failed > 0) {
    process.exitCode = 1;
    break;
  }
}
console.log(`${total.passed} passed, ${total.failed} failed`);

/** Runs a script of package.json, which makes one failure or nothing to count. */
async function script(
  name: string,
  env: NodeJS.ProcessEnv = {},
  ...args: readonly string[]
): Promise<Count> {
  return (await npmRun(name, env, ...args)) === 0 ? none : { passed: 0, failed: 1 };
}

/** A test that is skipped, such as one of a server that is not installed, counts as neither. */
async function nodeTests(name: string, files: string): Promise<Count> {
  const events = run({ globPatterns: [files], concurrency: true });
  let count = none;
  let found = 0;
  events.on('test:summary', ({ file, counts }) => {
    // The last summary is of all files.
    if (file !== undefined) return;
    const { passed, tests, suites, skipped, todo } = counts;
    // The tests of a suite that is skipped as a whole are not counted.
    found = tests + suites;
    count = { passed, failed: tests - passed - skipped - todo };
  });
  for await (const line of events.compose(new spec())) process.stdout.write(String(line));
  return found > 0 ? count : noTests(name);
}

/** `report` is where the playwright.config.ts of these tests has a machine-readable one written. */
async function browserTests(name: string, npmScript: string, report: string): Promise<Count> {
  rmSync(report, { force: true });
  const exitCode = await npmRun(npmScript, {});
  if (!existsSync(report)) return noTests(name);
  const { stats }: JSONReport = JSON.parse(readFileSync(report, 'utf8'));
  // What succeeded when tried again has passed; Playwright's summary names it as flaky.
  const count = { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  // All may be skipped, where this machine has not the browser they need.
  if (count.passed + count.failed + stats.skipped === 0) return noTests(name);
  // Playwright also fails for what belongs to no test, such as a server that does not start.
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function noTests(name: string): Count {
  console.error(`${name}：一项测试也没有运行。`);
  return { passed: 0, failed: 1 };
}

function npmRun(name: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<number> {
  const child = spawn('npm', ['run', '--silent', name, '--', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    // npm is a batch file there, which needs a shell.
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
