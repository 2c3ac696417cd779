/** The editing desk as an editor uses it: `npm run test:desk`. Needs no built site. */
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureChineseFont, oldestBrowser, todaysBrowser, type Browser } from '../site/browsers.ts';
import { decideOnce } from '../site/decide-once.ts';
import { projectFolder } from '../site/sites.ts';

const today = await decideOnce('TODAYS_BROWSER', () => {
  ensureChineseFont();
  return todaysBrowser();
});
const oldest = await decideOnce('OLDEST_BROWSER', () => oldestBrowser());

export default defineConfig({
  testDir: '.',
  outputDir: join(projectFolder, '.cache/desk-tests'),
  forbidOnly: Boolean(process.env['CI']),
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  // Generous, for machines that do much else at the same time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: join(projectFolder, '.cache/desk-tests.json') }]],
  use: {
    locale: 'zh-CN',
    // What the screens of offices have.
    viewport: { width: 1366, height: 768 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'today', use: started(today) },
    ...(oldest
      ? // That browser was seen to die before the first page, and to run well when started again.
        [{ name: 'Chromium 86', grep: /@oldest/, retries: 2, use: started(oldest) }]
      : []),
  ],
});

function started({ executablePath, args, headless }: Browser) {
  return { headless, launchOptions: { executablePath, args: [...args] } };
}
