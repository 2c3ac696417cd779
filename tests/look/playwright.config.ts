/**
 * What the site looks like: `npm run test:look`, after the build `npm test` makes. Always in the
 * Chromium of one npm package and in fonts of others, so that no update and no machine changes a picture.
 */
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { defineConfig } from '@playwright/test';
import { oldestBrowser } from '../site/browsers.ts';
import { decideOnce } from '../site/decide-once.ts';
import { atRoot, projectFolder } from '../site/sites.ts';
import { withoutSystemFonts } from './fonts.ts';
import { reportFolder } from './pages.ts';

const browser = await decideOnce('PICTURED_BROWSER', () => {
  const found = oldestBrowser();
  if (!found) console.log('核准图片用的浏览器只有 Linux x86-64 版，这台机器略过样子的比较。');
  return found;
});

/** How far a pixel may be from the approved one, which is kept in few colours: 10 of 256 tones of grey. */
const asApproved = { threshold: 0.04, maxDiffPixels: 20 };

export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/look/tests',
  snapshotPathTemplate: '{testDir}/approved/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: Boolean(env['CI']),
  workers: 2,
  // That browser was seen to die before the first page, and to run well when started again.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000, toHaveScreenshot: asApproved, toMatchSnapshot: asApproved },
  reporter: [
    ['list'],
    ['json', { outputFile: join(projectFolder, '.cache/look-tests.json') }],
    ['html', { outputFolder: join(projectFolder, reportFolder), open: 'never' }],
  ],
  use: {
    baseURL: atRoot.home,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    headless: false,
    launchOptions: {
      ...(browser ? { executablePath: browser.executablePath } : {}),
      args: [
        ...(browser?.args ?? []),
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--hide-scrollbars',
        '--force-color-profile=srgb',
      ],
      env: { ...process.env, ...withoutSystemFonts() },
    },
  },
  metadata: { isPictured: browser !== null },
  webServer: {
    command: `"${execPath}" src/commands/start.ts --no-build --out "${atRoot.folder}" --base ${atRoot.base} --port ${atRoot.port}`,
    cwd: projectFolder,
    url: atRoot.home,
    timeout: 180_000,
  },
});
