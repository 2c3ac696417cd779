/** The recipes of `deploy/`, each run by the real server on this machine only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, projectFolder } from '../site/sites.ts';

/** What a recipe serves: a folder, under a path that begins and ends with a slash. */
export interface Served {
  readonly folder: string;
  readonly base: string;
}

export interface RunningServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface Recipe {
  readonly name: string;
  /** Why it cannot run here; false where it can. */
  readonly missing: string | false;
  /** Content codings it offers, in the order it prefers them. */
  readonly codings: readonly string[];
  /** Those it finds packed beforehand. */
  readonly beforehand: readonly string[];
  readonly start: (served: Served) => Promise<RunningServer>;
}

/** Whether this machine has the IPv6 address `::1`. */
export const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** Path of a program, also where only the administrator's path has it; undefined where it is not installed. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

const nginx = programPath('nginx');
const caddy = programPath('caddy');
const brotliModules = ['filter', 'static'].map(
  (kind) => `/usr/lib/nginx/modules/ngx_http_brotli_${kind}_module.so`,
);

const absent = (name: string): string =>
  `没有安装 ${name}，跳过它的部署测试。安装后再试：apt-get install ${name}`;

export const recipes: readonly Recipe[] = [
  {
    name: 'nginx',
    missing: nginx === undefined && absent('nginx'),
    codings: ['gzip'],
    beforehand: ['gzip'],
    start: (served) => startNginx(served, { brotli: false }),
  },
  {
    name: 'nginx with brotli',
    missing:
      nginx === undefined
        ? absent('nginx')
        : !brotliModules.every(existsSync) &&
          absent('libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static'),
    codings: ['br', 'gzip'],
    beforehand: ['br', 'gzip'],
    start: (served) => startNginx(served, { brotli: true }),
  },
  {
    name: 'Caddy',
    missing: caddy === undefined && absent('caddy'),
    codings: ['gzip'],
    beforehand: ['br', 'gzip'],
    start: startCaddy,
  },
];

const placeOf = ({ base }: Served): string => (base === '/' ? 'at-root' : 'at-sub-path');

async function startNginx(
  served: Served,
  { brotli }: { readonly brotli: boolean },
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-nginx-'));
  const port = await freePort();
  cpSync(join(projectFolder, 'deploy/nginx'), join(folder, 'practices'), { recursive: true });
  fillIn(join(folder, `practices/${placeOf(served)}.conf`), {
    'listen 80;': `listen 127.0.0.1:${port};`,
    'listen [::]:80;': hasIPv6 ? `listen [::1]:${port};` : '',
    '/srv/practices/current': served.folder,
  });
  if (brotli) {
    fillIn(join(folder, 'practices/rules.conf'), {
      '#include practices/brotli.conf;': 'include practices/brotli.conf;',
    });
  }
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  // The settings of Debian's nginx.conf that could get in the way.
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${brotli ? brotliModules.map((path) => `load_module ${path};`).join(' ') : ''}
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;
     events { worker_connections 64; }
     http {
       access_log off; ${own} sendfile on; tcp_nopush on; types_hash_max_size 2048; gzip on;
       ${existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : ''}
       include practices/${placeOf(served)}.conf;
     }`,
  );
  const settings = ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
  return run(spawn(nginx ?? '', settings), { folder, port, complaint: /\[(?:warn|emerg|alert)\]/ });
}

async function startCaddy(served: Served): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-caddy-'));
  const port = await freePort();
  cpSync(join(projectFolder, 'deploy/caddy'), join(folder, 'practices'), { recursive: true });
  const recipe = `practices/${placeOf(served)}.Caddyfile`;
  const listen = `http://:${port} {\n\tbind 127.0.0.1 ${hasIPv6 ? '[::1]' : ''}`;
  fillIn(join(folder, recipe), {
    [served.base === '/' ? 'http://practices.example.org {' : 'http://www.example.org {']: listen,
    '/srv/practices/current': served.folder,
  });
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\nimport ${recipe}\n`);
  const settings = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return run(spawn(caddy ?? '', settings, { env }), { folder, port, complaint: /"level":"error"/ });
}

/** Puts in what the recipe leaves to the reader to change; each must be there. */
function fillIn(file: string, values: Readonly<Record<string, string>>): void {
  const filled = Object.entries(values).reduce(
    (text, [placeholder, value]) => {
      if (!text.includes(placeholder)) throw new Error(`${file} has no “${placeholder}”.`);
      return text.replaceAll(placeholder, value);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, filled);
}

/** Waits until the server listens. Throws with its own words where it complains. */
async function run(
  server: ChildProcess,
  { folder, port, complaint }: { folder: string; port: number; complaint: RegExp },
): Promise<RunningServer> {
  let said = '';
  server.stderr?.on('data', (text) => (said += String(text)));
  const ended = new Promise<void>((settle) => server.once('close', () => settle()));
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const listens = await isListening(port);
    if (complaint.test(said) || server.exitCode !== null) break;
    if (listens) return { port, stop };
    await wait(100);
  }
  await stop();
  throw new Error(`The server did not start.\n${said}`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('connect', () => socket.destroy());
  });
}
