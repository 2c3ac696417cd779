/** The built site as readers meet it: `npm run test:site`, after the builds `npm test` makes. */
import { join } from 'node:path';
import { execPath } from 'node:process';
import { defineConfig } from '@playwright/test';
import { ensureChineseFont, oldestBrowser, todaysBrowser, type Browser } from './browsers.ts';
import { onDisk } from './copy.ts';
import { decideOnce } from './decide-once.ts';
import type { Watched } from './reader.ts';
import { atRoot, projectFolder, underSubPath, type Site } from './sites.ts';

const today = await decideOnce('TODAYS_BROWSER', () => {
  ensureChineseFont();
  return todaysBrowser();
});
const oldest = await decideOnce('OLDEST_BROWSER', () => {
  const browser = oldestBrowser();
  if (!browser) console.log('Chromium 86 只有 Linux x86-64 版，这台机器略过旧浏览器的测试。');
  return browser;
});

const inOldest = {
  name: 'Chromium 86',
  // That browser was seen to die before the first page, and to run well when started again.
  retries: 2,
  grep: /@oldest/,
};

/** The search as readers meet it, told again of a copy that is opened from disk. */
const fromDisk = {
  testMatch: ['search', 'from-disk'].map((name) => `${name}.test.ts`),
};

/** Stories of copies alone. */
const ofCopies = 'from-disk.test.ts';

export default defineConfig<Watched>({
  testDir: '.',
  outputDir: join(projectFolder, '.cache/site-tests'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // Unattended, a story that fails is told once more, and named as flaky if it then succeeds.
  retries: process.env['CI'] ? 1 : 0,
  // Generous, for machines that do much else at the same time; a sound run needs none of it.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(projectFolder, '.cache/site-tests.json') }]],
  use: { baseURL: atRoot.home, locale: 'zh-CN', actionTimeout: 20_000 },
  webServer: [atRoot, underSubPath].map(served),
  projects: [
    { name: 'today', testIgnore: ofCopies, use: started(today) },
    {
      name: 'without script',
      grep: /@without-script/,
      testIgnore: ofCopies,
      use: { ...started(today), javaScriptEnabled: false },
    },
    ...(oldest ? [{ ...inOldest, testIgnore: ofCopies, use: started(oldest) }] : []),
    { name: 'from disk', ...fromDisk, use: { ...started(today), baseURL: onDisk.home } },
    ...(oldest
      ? [
          {
            ...inOldest,
            ...fromDisk,
            name: 'from disk in Chromium 86',
            use: { ...started(oldest), baseURL: onDisk.home },
          },
        ]
      : []),
  ],
});

function started({ executablePath, args, headless }: Browser) {
  return { headless, launchOptions: { executablePath, args: [...args] } };
}

function served({ folder, base, port, home }: Site) {
  const command = `"${execPath}" src/commands/start.ts --no-build --out "${folder}" --base ${base} --port ${port}`;
  return { command, cwd: projectFolder, url: home, timeout: 180_000 };
}
