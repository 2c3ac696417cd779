/** Serves files packed as good servers do, and counts what goes over the wire. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { stripTypeScriptTypes } from 'node:module';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A part of the address and the folder it is served from; the first that fits is taken. */
export type Mounts = readonly (readonly [prefix: string, folder: string])[];

export interface CountingServer {
  readonly port: number;
  /** Bytes of bodies sent since last asked, by file ending, and the number of answers. */
  readonly take: () => { bytes: Map<string, number>; answers: number };
  readonly close: () => void;
}

export function serve(mounts: Mounts): Promise<CountingServer> {
  let bytes = new Map<string, number>();
  let answers = 0;
  const packed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [prefix = '', folder = ''] = mounts.find(([start]) => path.startsWith(start)) ?? [];
    let file = join(folder, path.slice(prefix.length));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    let body = packed.get(file);
    if (!body) {
      const plain = readFileSync(file);
      const code =
        extname(file) === '.ts' ? Buffer.from(stripTypeScriptTypes(plain.toString())) : plain;
      body = type ? gzipSync(code, { level: 9 }) : code;
      packed.set(file, body);
    }
    bytes.set(extname(file), (bytes.get(extname(file)) ?? 0) + body.length);
    answers += 1;
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(type ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(body);
  });
  return new Promise((settle) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      settle({
        port: typeof address === 'object' && address ? address.port : 0,
        take() {
          const taken = { bytes, answers };
          bytes = new Map();
          answers = 0;
          return taken;
        },
        close: () => server.close(),
      });
    });
  });
}
