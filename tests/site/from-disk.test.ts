import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onDisk } from './copy.ts';
import { expect, test } from './reader.ts';

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
