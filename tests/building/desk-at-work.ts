import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Calls } from '#desk/api.ts';

/** A library of two practices in a folder of its own, whose name has a blank and Han in it. */
export function libraryOf(context: TestContext, { inRepository = false } = {}) {
  const above = mkdtempSync(join(tmpdir(), 'desk-'));
  context.after(() => rmSync(above, { recursive: true, force: true }));
  const folder = join(above, '本县 实践库');
  cpSync('tests/content-faults/_base/content', folder, { recursive: true });
  const git = (...args: readonly string[]): string => {
    const as = ['-c', 'user.name=甲', '-c', 'user.email=jia@example.org'];
    const { stdout, stderr, status } = spawnSync('git', [...as, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  if (inRepository) {
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', '开始');
  }
  const at = (name: string): string => join(folder, name);
  return { folder, git, at, read: (name: string): string => readFileSync(at(name), 'utf8') };
}

/** A desk that runs, with the browser that was let in. */
export interface DeskAtWork {
  readonly origin: string;
  readonly cookie: string;
  readonly process: ChildProcess;
  /** Throws where the answer is no. */
  readonly ask: <Call extends keyof Calls>(
    call: Call,
    asked?: Calls[Call]['asked'],
    query?: Readonly<Record<string, string>>,
  ) => Promise<Calls[Call]['answered']>;
  /** Status and answer, whatever they are. */
  readonly answerTo: (
    call: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly answer: Record<string, unknown> }>;
}

/** Starts `npm run desk` on a free port and opens its address as a browser would. */
export async function startDesk(context: TestContext, folder: string): Promise<DeskAtWork> {
  const args = ['src/commands/desk.ts', '--no-open', '--port', '4600', '--content', folder];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  context.after(() => child.kill());
  const address = await addressOf(child);
  const opened = await fetch(address);
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { origin } = new URL(address);
  const answerTo: DeskAtWork['answerTo'] = async (call, body, headers = {}) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${origin}/desk/api/${path}`, {
      method,
      headers: {
        cookie,
        origin,
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: isBytes ? body.slice() : JSON.stringify(body ?? {}) }),
    });
    return {
      status: response.status,
      answer: (await response.json()) as Record<string, unknown>,
    };
  };
  return {
    origin,
    cookie,
    process: child,
    answerTo,
    ask: async (call, asked, query = {}) => {
      const search = new URLSearchParams(query).toString();
      const { status, answer } = await answerTo(search === '' ? call : `${call}?${search}`, asked);
      assert.equal(status, 200, JSON.stringify(answer));
      return answer as never;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\/desk\/open\?key=\S+/.exec(said)?.[0];
    if (address !== undefined) {
      // Whatever else is said is of no interest, and must not fill the pipe.
      child.stdout?.resume();
      return address;
    }
  }
  return assert.fail(`The desk did not start: ${said}`);
}
