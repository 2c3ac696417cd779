/**
 * `npm run desk [-- --port 4400 --no-open]`: the editing desk, a server for this machine's browser
 * alone. Where the port is taken the next free one is.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { withoutTelemetry } from '#build/telemetry.ts';
import { startDesk } from '#desk/server.ts';
import { readSite } from '#reading/site-file.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    /** Only say the address. */
    'no-open': { type: 'boolean', default: false },
  },
});
withoutTelemetry();
const wanted = Number(values.port);
const desk = await startDesk({ port: wanted });
if (desk.port !== wanted) console.log(`端口 ${wanted} 被占用，改用 ${desk.port}。`);
const address = desk.address();
console.log(
  [
    `${readSite().name}的编辑台已就绪，只有这台电脑能打开：`,
    `  ${address}`,
    '这个地址只能用一次。要新的地址，在这个窗口按回车键；要结束，关掉这个窗口，没存的字下次还在。',
  ].join('\n'),
);
if (!values['no-open']) openBrowser(address);
createInterface({ input: process.stdin }).on('line', () => {
  const next = desk.address();
  console.log(`  ${next}`);
  if (!values['no-open']) openBrowser(next);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void desk.close().then(() => process.exit(0)));
}

/** Where no browser can be opened the address stands in the window. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  const opener = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
