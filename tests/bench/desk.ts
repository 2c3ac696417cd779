/**
 * `npm run bench:desk [-- 20 1000]`: what an editor waits for at the desk of libraries of these
 * sizes: the board, and the page of a practice after a keystroke. README.md holds what was measured.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { todaysBrowser } from '../site/browsers.ts';
import { freePort } from '../site/sites.ts';
import { writeLibrary } from './library.ts';

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [20, 1000];
const keystrokes = 5;
const root = mkdtempSync(join(tmpdir(), 'bench-desk-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

const { executablePath, args, headless } = todaysBrowser();
const browser = await chromium.launch({ executablePath, args: [...args], headless });
const table: Record<string, Record<string, string>> = {};
for (const size of sizes) {
  const folder = join(root, String(size));
  writeLibrary('.', folder, { practices: size, seed: 1 });
  const content = join(folder, 'content');
  // What is compiled for the pages is kept between sessions; the first session of all is not the usual one.
  await session(content, null);
  table[`${size} practices`] = await session(content, {});
}
await browser.close();
console.table(table);
console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);

/** One session of an editor; `measured` is null where only the caches are to be filled. */
async function session(
  content: string,
  measured: Record<string, string> | null,
): Promise<Record<string, string>> {
  const said: Record<string, string> = measured ?? {};
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const began = performance.now();
  const { server, address } = await openDesk(content);
  said['desk started'] = since(began);
  try {
    said['board, first'] = await timed(() => openBoard(page, address));
    said['board, again'] = await timed(() => openBoard(page, address.replace(/open\?.*/, '')));
    said['all judged'] = await timed(() =>
      page.waitForFunction(() => !document.body.textContent.includes('正在查……'), null, {
        timeout: 600_000,
      }),
    );
    await page.locator('.card h3 a').first().click();
    const frame = page.frameLocator('.frames iframe:not([data-coming])');
    said['page, first'] = await timed(() => frame.locator('h1').waitFor({ timeout: 300_000 }));
    const waits: number[] = [];
    for (let stroke = 1; stroke <= keystrokes; stroke += 1) {
      await page.waitForTimeout(3000);
      const title = `第${stroke}次改的标题，看多久以后出来`;
      await page.getByRole('textbox', { name: /^标题\*/ }).fill(title);
      const typed = performance.now();
      await frame.locator('h1', { hasText: title }).waitFor({ timeout: 300_000 });
      waits.push(performance.now() - typed);
    }
    waits.sort((a, b) => a - b);
    const [least = 0, middle = 0, most = 0] = [0, keystrokes >> 1, keystrokes - 1].map(
      (at) => waits[at],
    );
    said['page, after a keystroke'] = [least, middle, most].map(seconds).join(' / ');
  } finally {
    await context.close();
    server.kill('SIGTERM');
  }
  return said;
}

async function openDesk(content: string): Promise<{ server: ChildProcess; address: string }> {
  const port = await freePort();
  const server = spawn(
    execPath,
    [
      ...['--import', './src/commands/keep-compiled.mjs', 'src/commands/desk.ts'],
      ...['--no-open', '--port', String(port)],
    ],
    { env: { ...process.env, CONTENT_DIR: content } },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('close', () => reject(new Error(`The desk ended: ${said}`)));
  });
  return { server, address };
}

/** Until all cards are there and the browser has laid them out. */
async function openBoard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.board .card').first().waitFor({ timeout: 300_000 });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await work();
  return since(began);
}

function since(began: number): string {
  return seconds(performance.now() - began);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
