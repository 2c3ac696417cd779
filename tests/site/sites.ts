/**
 * The two builds under test, of the frozen library. `npm test` makes both, README.md says how to
 * make them by hand; each is served on a free port.
 */
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { decideOnce } from './decide-once.ts';

export interface Site {
  /** Absolute path of the folder that holds the built site. */
  readonly folder: string;
  readonly base: string;
  readonly port: number;
  /** Address of its home page, with the final slash. */
  readonly home: string;
}

export const projectFolder = resolve(import.meta.dirname, '../..');

export const atRoot = await site('AT_ROOT', '.cache/library-site', '/');
export const underSubPath = await site(
  'UNDER_SUB_PATH',
  '.cache/practices-site',
  '/practices-site/',
);

async function site(name: string, folder: string, base: string): Promise<Site> {
  const port = await decideOnce(`${name}_PORT`, freePort);
  return {
    folder: resolve(projectFolder, folder),
    base,
    port,
    home: `http://127.0.0.1:${port}${base}`,
  };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((settle, refuse) => {
    server.on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) settle(address.port);
        else refuse(new Error('The system gave no port.'));
      });
    });
  });
}
