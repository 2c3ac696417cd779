/** How the desk answers: in JSON, in pages of a sentence, never with what a program says to itself. */
import { appendFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ChangedMeanwhile } from './practices.ts';
import { cacheFolder } from '#folders.ts';
import { refusalIn } from '#refusal.ts';

/** Headers of every answer. */
export const always = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export function tell(response: ServerResponse, error: unknown): void {
  if (error instanceof ChangedMeanwhile) {
    const { text, digest } = error.theirs;
    return send(response, 409, { refused: error.message, theirs: text, digest });
  }
  const refusal = refusalIn(error);
  if (refusal) return send(response, 400, { refused: refusal.message });
  const details = keptDetails(error);
  const where = details === null ? '' : `详情在 ${details}，报告问题时请附上。`;
  send(response, 500, { refused: `没有做完，程序出了错；打的字还在。${where}` });
}

/** For whoever looks after the program; the file they are in, null where none takes them. */
function keptDetails(error: unknown): string | null {
  const file = join(cacheFolder(), 'desk-error.log');
  try {
    appendFileSync(file, `${new Date().toISOString()}\n${inspect(error, { depth: 4 })}\n`);
    return file;
  } catch {
    return null;
  }
}

export function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { ...always, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answer));
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { ...always, location: to });
  response.end();
}

export function turnAway(response: ServerResponse, path: string): void {
  const how =
    '这个地址只能由启动编辑台的那个窗口打开。请回到那个窗口按一下回车键，用它给出的新地址打开；已经打的字都在。';
  if (path.startsWith('/desk/api/')) send(response, 401, { refused: how });
  else sendPage(response, 401, '请从启动编辑台的窗口打开', how);
}

export function sendPage(
  response: ServerResponse,
  status: number,
  title: string,
  words: string,
): void {
  response.writeHead(status, {
    ...always,
    'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
    'content-type': 'text/html; charset=utf-8',
  });
  response.end(pageOf(title, '', `<h1>${title}</h1><p>${words}</p>`));
}

export const pageOf = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
