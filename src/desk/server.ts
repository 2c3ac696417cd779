/** The desk's server: on this machine alone, for the browser that was let in. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { always, pageOf, redirect, send, sendPage, tell, turnAway } from './answering.ts';
import { boardOf } from './board.ts';
import { pageFiles } from './bundle.ts';
import { answersOf, type Answers } from './calls.ts';
import { doorPath, objectionTo } from './guard.ts';
import { Previews } from './preview.ts';
import { Session } from './session.ts';
import { PracticeJudge } from '#gate/practice-judge.ts';
import { cacheFolder } from '#folders.ts';
import { refuse } from '#refusal.ts';

export interface Desk {
  readonly port: number;
  /** Opens once; a new one with every call. */
  readonly address: () => string;
  readonly close: () => Promise<void>;
}

/** So many ports are tried from the first on. */
const mostPorts = 20;

/** Most bytes that are taken: of a call, and of a file that is taken in. */
const most = { json: 4 * 1024 * 1024, file: 90 * 1024 * 1024 } as const;

/** What the desk's own pages may do: load what is here, and nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // CodeMirror makes style elements; nothing of the page is made of markup that was typed.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Starts the desk on the first free port from `port` on. */
export async function startDesk({ port: first }: { readonly port: number }): Promise<Desk> {
  const server = createServer();
  const port = await listen(server, first);
  const previews = new Previews(port);
  const gate = new PracticeJudge();
  // While the browser opens, what its first page asks for is read.
  setImmediate(() => {
    try {
      boardOf(gate);
      previews.warm();
    } catch {
      // Who asks is told.
    }
  });
  const answers = answersOf(gate, previews);
  const session = new Session(port, join(cacheFolder(), `desk-session-${port}.json`));
  const serve = new Serving(port, session, answers, previews);
  server.on('request', (request, response) => void serve.answer(request, response));
  return {
    port,
    address: () => `http://127.0.0.1:${port}${doorPath}?key=${session.newKey()}`,
    close: async () => {
      previews.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + mostPorts; port += 1) {
    const isFree = await new Promise<boolean>((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
        else reject(error);
      };
      server.once('error', onError);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', onError);
        resolve(true);
      });
    });
    if (isFree) return port;
  }
  return refuse(`从 ${first} 到 ${first + mostPorts - 1} 的端口都被占用。请用 --port 换一个。`);
}

class Serving {
  readonly #port: number;
  readonly #session: Session;
  readonly #answers: Answers;
  readonly #previews: Previews;

  constructor(port: number, session: Session, answers: Answers, previews: Previews) {
    this.#port = port;
    this.#session = session;
    this.#answers = answers;
    this.#previews = previews;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else tell(response, error);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = addressOf(request);
    const { headers, method = 'GET' } = request;
    const site = headers['sec-fetch-site'];
    const objection = objectionTo(
      {
        method,
        path,
        host: headers.host,
        origin: headers.origin,
        fetchSite: typeof site === 'string' ? site : undefined,
        contentType: headers['content-type'],
      },
      this.#port,
    );
    if (objection) return send(response, objection.status, { refused: objection.sentence });
    if (path === doorPath) return this.#open(query.get('key') ?? '', response);
    if (!this.#session.isLetIn(headers.cookie)) return turnAway(response, path);
    if (path.startsWith('/desk/api/')) {
      return this.#call(`${method} ${path.slice('/desk/api/'.length)}`, query, request, response);
    }
    if (method === 'POST') return send(response, 404, { refused: '没有这个地址。' });
    if (path === '/desk') return redirect(response, '/desk/');
    if (path.startsWith('/desk/')) return this.#page(path.slice('/desk/'.length), response);
    return this.#sitePage(path, response);
  }

  /** The page that leads on is one of ours, so that the browser brings the cookie along. */
  #open(key: string, response: ServerResponse): void {
    const cookie = this.#session.open(key);
    if (cookie === null) return turnAway(response, '/desk/');
    response.writeHead(200, {
      ...always,
      'content-security-policy': "default-src 'none'",
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': cookie,
    });
    response.end(pageOf('正在打开……', '<meta http-equiv="refresh" content="0;url=/desk/">', ''));
  }

  async #call(
    name: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const answer = this.#answers[name];
    if (!answer) return send(response, 404, { refused: '没有这个调用。' });
    const isFile = request.headers['content-type'] === 'application/octet-stream';
    const isLarge = isFile || name === 'POST accept-source';
    const body = await bodyOf(request, isLarge ? most.file : most.json);
    send(response, 200, await answer(isFile ? body : parsed(body), query));
  }

  async #page(name: string, response: ServerResponse): Promise<void> {
    const files = await pageFiles();
    // Views have addresses of their own, all of the same page.
    const file = files.get(name) ?? (/\.\w+$/.test(name) ? undefined : files.get('index.html'));
    if (!file) return send(response, 404, { refused: '没有这个文件。' });
    response.writeHead(200, {
      ...always,
      'content-security-policy': policy,
      'content-type': file.type,
      'x-frame-options': 'DENY',
    });
    response.end(file.body);
  }

  /** The real site, of which any page may be followed to. */
  async #sitePage(path: string, response: ServerResponse): Promise<void> {
    if (path === '/') return redirect(response, '/desk/');
    // Browsers ask for it unasked.
    if (path === '/favicon.ico') return void response.writeHead(204, always).end();
    const file = await this.#previews.fileAt(path);
    if (!file) {
      return sendPage(response, 404, '没有这一页', '站上没有这一页，或者它还没有准备好。');
    }
    response.writeHead(200, {
      ...always,
      'content-type': file.type,
      'x-frame-options': 'SAMEORIGIN',
    });
    response.end(file.body);
  }
}

function addressOf(request: IncomingMessage): URL {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1');
  } catch {
    return new URL('http://127.0.0.1/');
  }
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) refuse(`送来的内容太大，最多 ${limit / 1024 / 1024} MB。`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return refuse('送来的内容读不懂。');
  }
}
