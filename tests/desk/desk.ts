/** A desk of its own for each story: the real server, on a copy of the frozen library. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { test as base, expect, type Page } from '@playwright/test';
import { teachOldest } from '../site/oldest-abilities.ts';
import { freePort, projectFolder } from '../site/sites.ts';

/** Outside the project's repository. Always the same: what is compiled for its pages is kept by it. */
const folder = join(tmpdir(), 'governance-desk-library');

export class Desk {
  #page: Page;
  #server: ChildProcess | null = null;
  #said = '';
  #port = 0;

  constructor(page: Page) {
    this.#page = page;
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(projectFolder, 'tests/library/content'), folder, { recursive: true });
  }

  /** In another window, as after a browser was closed. */
  startFor(page: Page): Promise<void> {
    this.#page = page;
    return this.start();
  }

  async start(): Promise<void> {
    this.#said = '';
    this.#port ||= await freePort();
    const server = spawn(
      execPath,
      ['src/commands/desk.ts', '--no-open', '--port', String(this.#port)],
      { cwd: projectFolder, env: { ...process.env, CONTENT_DIR: folder } },
    );
    this.#server = server;
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\S+/.exec(this.#said);
        if (found) resolve(found[0]);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.on('close', () => reject(new Error(`The desk ended: ${this.#said}`)));
    });
    await this.#page.goto(address);
    await this.#page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** As when the power fails. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.on('close', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  async open(id: string): Promise<void> {
    await this.#page.goto(`http://127.0.0.1:${this.#port}/desk/#/write/${id}`);
    await this.#page.getByRole('tab', { name: /^要点/ }).waitFor();
    // The first judgement is there.
    await expect(this.faultCount).not.toHaveText('正在查……');
  }

  async tab(name: string): Promise<void> {
    await this.#page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  get faultCount() {
    return this.#page.locator('.fault-count');
  }

  get state() {
    return this.#page.getByRole('status', { name: '存盘' });
  }

  /** What was said last, in the line of messages. */
  get message() {
    return this.#page.getByRole('status', { name: '消息' });
  }

  read(name: string): string {
    return readFileSync(join(folder, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(join(folder, name));
  }

  /**
   * Every statement has to rest on words of a source, as in the library that is published. Those of
   * the practices there are were all said to be ours, and are on record.
   */
  requireGrounds(): void {
    this.change('reviewing.yml', 'apart: true\n', 'apart: true\ngrounds: required\n');
    this.#run('tests/desk/all-ours.ts');
    this.putOnRecord();
  }

  /** As after `npm run publish`: readers have what there is. */
  putOnRecord(): void {
    this.#run('src/commands/publish.ts');
  }

  /** A source in the folder where the library keeps them. */
  keepSource(name: string, text: string): void {
    mkdirSync(join(folder, '.desk/sources'), { recursive: true });
    this.write(`.desk/sources/${name}`, text);
  }

  /** What `npm run check:content` says of the library; throws where it finds a fault. */
  check(): string {
    return this.#run('src/commands/check-content.ts');
  }

  #run(program: string): string {
    return execFileSync(execPath, [join(projectFolder, program)], {
      cwd: projectFolder,
      env: { ...process.env, CONTENT_DIR: folder },
      encoding: 'utf8',
    });
  }

  /** As another program would, while the desk is open. */
  write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  change(name: string, from: string, to: string): void {
    const text = this.read(name);
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    this.write(
      name,
      text.replace(from, () => to),
    );
  }
}

export const test = base.extend<{ desk: Desk }, { taught: undefined }>({
  taught: [
    async ({}, use) => {
      await teachOldest();
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  desk: async ({ page }, use) => {
    const desk = new Desk(page);
    page.on('pageerror', (error) => {
      throw error;
    });
    await desk.start();
    await use(desk);
    await desk.kill();
  },
});

export { expect };

/** Lines that one text has and the other has not, of both. */
export function linesThatDiffer(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  return [
    ...(old ?? []).filter((line) => !(now ?? []).includes(line)).map((line) => `- ${line}`),
    ...(now ?? []).filter((line) => !(old ?? []).includes(line)).map((line) => `+ ${line}`),
  ];
}
