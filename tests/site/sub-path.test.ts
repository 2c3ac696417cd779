import { expect, test } from './reader.ts';
import { underSubPath } from './sites.ts';

test.use({ baseURL: underSubPath.home });

test(
  'published under a sub-path, the site keeps its look, its choices, its search and its links',
  { tag: '@oldest' },
  async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto('./');
    await page
      .getByRole('navigation', { name: '省份索引' })
      .getByRole('link', { name: /^安徽，/ })
      .click();
    await expect(page).toHaveURL(`${underSubPath.home}regions/340000/`);
    await page.getByRole('list', { name: '检索结果' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/practices-site\/practices\/[a-z-]+\/$/);
    // Style and script have arrived.
    await expect(page.locator('html')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await page.getByLabel('深色').check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
    await page.getByRole('search').getByLabel('检索', { exact: true }).fill('微法庭');
    await page.getByRole('search').getByLabel('检索', { exact: true }).press('Enter');
    await expect(page).toHaveURL(/\/practices-site\/practices\/\?q=/);
    await expect(
      page.getByRole('list', { name: '检索结果' }).getByRole('link').first(),
    ).toHaveAttribute('href', /^\/practices-site\/practices\//);
    await expect(page.getByRole('list', { name: '检索结果' })).toContainText('蚌埠');
    expect(missing).toEqual([]);
  },
);
