import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onDisk } from './copy.ts';
import { expect, test } from './reader.ts';

/** Without query and place; marked where a script of the copy holds the file. */
const addressInPage = /\s(?:href|src|action)="([^"#?]+)[^"]*"( data-in-copy)?/g;

const everywhere = { tag: ['@oldest'] };

test(
  'a double click opens the library, and every page says how old the copy is',
  everywhere,
  async ({ page }) => {
    await page.goto(pathToFileURL(join(onDisk.folder, '打开治理实践库.html')).href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('别处遇到同样的问题');
    await expect(page.getByText(/这份拷贝制作于 \d{4}年\d+月\d+日/)).toBeVisible();
    await page.getByRole('link', { name: '实践', exact: true }).first().click();
    await expect(page.getByText(/这份拷贝制作于/)).toBeVisible();
    await expect(page.getByRole('link', { name: '有更新的版本吗' })).toHaveAttribute(
      'href',
      'https://practices.example.org/practices/',
    );
  },
);

test('a copy of last year says so loudly, and one of today says nothing of days', async ({
  page,
}) => {
  const note = page.getByRole('complementary', { name: '这份拷贝' });
  await page.goto('./');
  await expect(note).toBeVisible();
  await expect(note.getByText('引用前请核对新版')).toBeHidden();
  await page.clock.setFixedTime(Date.now() + 400 * 86_400_000);
  await page.goto('guides/about/');
  await expect(note).toContainText(/，已有 (399|400) 天。/);
  await expect(note.getByText('引用前请核对新版')).toBeVisible();
});

test('what a reader passes on leads to the web, not to a folder of their own', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await page.goto('practices/bengbu-wei-fating/');
  await page.evaluate(() => {
    window.addEventListener('copy', (event) => {
      document.body.dataset['copied'] = event.clipboardData?.getData('text/plain');
    });
  });
  await page.getByRole('link', { name: '复制第 1 段的链接' }).click();
  await expect(page.locator('body')).toHaveAttribute(
    'data-copied',
    /^https:\/\/practices\.example\.org\/practices\/bengbu-wei-fating\/#p-/,
  );
});

test('references are saved from a copy with the reader’s day in them', async ({ page }) => {
  await page.goto('practices/bengbu-wei-fating/');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'RIS' }).first().click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('bengbu-wei-fating.ris');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(
    /^TY {2}- [\s\S]*practices\.example\.org/,
  );
});

test('a handout is put together from a copy', everywhere, async ({ page }) => {
  await page.goto('practices/bengbu-wei-fating/');
  await page
    .getByRole('button', { name: /放进讲义篮/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: '讲义篮（1）' })).toBeVisible();
  await page.goto('handout/');
  await expect(page.getByText('共 1 项')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('微法庭');
});

test('terms, comparisons and figures answer from disk', everywhere, async ({ page }) => {
  await page.goto('practices/heihe-lao-faguan/');
  await page.locator('.prose a.term').first().focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/terms\/index\.html#/);
  await expect(page.locator(':target')).toBeVisible();
  await page.goto('compare/?p=heihe-lao-faguan,lishui-sifa-ganshou');
  await expect(page.getByRole('table')).toContainText('丽水');
  await page.goto('figures/?sort=size');
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('every address in a copy leads to a file that is in it', () => {
  const files = new Set(
    readdirSync(onDisk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href),
  );
  const pages = [...files].filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  const dead = pages.flatMap((page) =>
    [...readFileSync(new URL(page), 'utf8').matchAll(addressInPage)]
      .filter(([, address = '']) => !/^[a-z]+:/.test(address))
      .map(([, address = '', mark]) => ({ href: new URL(address, page).href, mark }))
      .filter(({ href, mark }) => !files.has(href) && mark === undefined)
      .map(({ href }) => `${page}: ${href}`),
  );
  expect(dead).toEqual([]);
});
