/**
 * The pictures in `approved/` are what the site looks like. A picture that differs is a fault, or a
 * change of look, which `npm run look:approve` takes over for review.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { teachOldest } from '../site/oldest-abilities.ts';
import { projectFolder } from '../site/sites.ts';
import { loadFonts, pinFonts } from './fonts.ts';
import {
  approvedFiles,
  approvedFolder,
  mostBytes,
  pictured,
  printed,
  rolesFile,
  screenPicture,
  screens,
  sheetPicture,
  themes,
} from './pages.ts';
import { sheetsOf } from './paper.ts';

/** A day after the last of the library, for pages that name the day they are read on. */
const someDay = new Date('2026-12-01T09:00:00+08:00');

const test = base.extend<object, { taught: undefined }>({
  taught: [
    async ({}, use) => {
      await teachOldest();
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
});

test.beforeEach(({}, { config }) => {
  test.skip(config.metadata['isPictured'] === false, '这台机器没有核准图片用的浏览器。');
});

async function open(page: Page, path: string): Promise<void> {
  await pinFonts(page);
  await page.clock.setFixedTime(someDay);
  await page.goto(path, { waitUntil: 'networkidle' });
  await loadFonts(page);
}

for (const { width, height, deviceScaleFactor } of screens) {
  test.describe(`on a screen ${width} pixels wide`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor });
    for (const { name, path, from } of pictured) {
      test(`${name} looks as approved, light and dark`, async ({ page }) => {
        await open(page, path);
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          // The lower half looks in the dark as it does by light.
          if (theme === 'dark') await page.setViewportSize({ width, height: height / 2 });
          if (from) {
            const part = page.locator(from).first();
            await part.evaluate((element) => element.scrollIntoView());
          }
          const picture = screenPicture(name, width, theme);
          await expect.soft(page).toHaveScreenshot(picture, { scale: 'device' });
        }
      });
    }
  });
}

for (const { name, path, sheets } of printed) {
  test(`${name} is printed as approved`, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await open(page, path);
    const paper = await page.pdf({ preferCSSPageSize: true, pageRanges: `1-${sheets}` });
    const drawn = await sheetsOf(paper, page.context());
    expect(drawn).toHaveLength(sheets);
    for (const [index, sheet] of drawn.entries()) {
      expect.soft(sheet).toMatchSnapshot(sheetPicture(name, index + 1));
    }
  });
}

/** Compared here, for in a picture a colour that is a shade off is none that differs. */
test('the colours and sizes of the house are those approved, to the last unit', async ({
  page,
}) => {
  const tokens = readFileSync(join(projectFolder, 'src/styles/tokens.css'), 'utf8');
  const roles = new Set(Array.from(tokens.matchAll(/--(?:color|text|space)-[\w-]+/g), String));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const told: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    const values = await page.evaluate(
      (names) => {
        const probe = document.body.appendChild(document.createElement('i'));
        return names.map((name) => {
          const property = name.startsWith('--color-') ? 'color' : 'fontSize';
          probe.style[property] = `var(${name})`;
          return `${name}: ${getComputedStyle(probe)[property]}`;
        });
      },
      [...roles],
    );
    told.push(`${theme}\n`, ...values.map((value) => `  ${value}\n`));
  }
  expect(told.join('')).toMatchSnapshot(rolesFile);
});

test('what is approved is what is compared, and takes little room', () => {
  const folder = join(projectFolder, approvedFolder);
  const files = readdirSync(folder);
  expect(files.toSorted()).toEqual(approvedFiles.toSorted());
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes).toBeLessThan(mostBytes);
});
