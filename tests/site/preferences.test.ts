import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';

const bodyTextSize = (page: Page): Promise<number> =>
  page
    .locator('.prose > p:not([class])')
    .first()
    .evaluate((paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));

const paper = (page: Page): Promise<string> =>
  page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);

test(
  'a reader who chooses 大字 has large text on the next page and after coming back',
  { tag: '@oldest' },
  async ({ page }) => {
    await page.goto('practices/bengbu-wei-fating/');
    expect(await bodyTextSize(page)).toBeLessThan(20);
    await page.getByLabel('大字').check();
    expect(await bodyTextSize(page)).toBeGreaterThanOrEqual(20);
    await page.goto('guides/about/');
    expect(await bodyTextSize(page)).toBeGreaterThanOrEqual(20);
    await expect(page.getByLabel('大字')).toBeChecked();
    await page.getByLabel('标准').check();
    await page.reload();
    expect(await bodyTextSize(page)).toBeLessThan(20);
  },
);

test(
  'a reader who chooses dark colours keeps them on other pages, whatever the system says',
  { tag: '@oldest' },
  async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    const light = await paper(page);
    await page.getByLabel('深色').check();
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto('regions/');
    expect(await paper(page)).toBe(dark);
    await page.getByLabel('随系统').check();
    expect(await paper(page)).toBe(light);
  },
);

test('the site follows a system that is set to dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).not.toBe(light);
});

test(
  'where nothing can run, no choice is offered that would do nothing',
  { tag: '@without-script' },
  async ({ page, javaScriptEnabled }) => {
    await page.goto('./');
    await expect(page.getByLabel('大字')).toBeVisible({ visible: javaScriptEnabled });
  },
);
