import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './reader.ts';

const put = (page: Page) => page.locator('main').getByRole('button', { name: /^放进讲义篮：/ });
const link = (page: Page) => page.getByRole('link', { name: /^讲义篮（\d+）$/ });
const paper = (page: Page) => page.locator('[data-handout-paper]');
const items = (page: Page) => page.locator('[data-handout-items] > li');
const report = (page: Page) => page.locator('[data-handout-page] [role="status"]');

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** Puts in the first practices of the list, one click each. */
async function fill(page: Page, count: number): Promise<void> {
  await page.goto('practices/');
  for (let at = 0; at < count; at += 1) {
    await put(page).first().click();
    await expect(link(page)).toHaveText(`讲义篮（${at + 1}）`);
  }
}

test('@oldest a trainer takes five practices away as one file in seven clicks', async ({
  page,
}) => {
  await fill(page, 5);
  await link(page).click();
  await expect(items(page)).toHaveCount(5);
  await expect(paper(page).getByRole('heading', { level: 2 })).toHaveCount(6);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '网页文件' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('讲义.html');
  const file = await textOf(download);
  expect(file).toContain('@page');
  expect(file).not.toMatch(/<script|<link|src=/);
  await expect(report(page)).toContainText('已存为“讲义.html”');
});
