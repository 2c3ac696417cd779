import { expect, test } from './reader.ts';

// The browser reports the missing page itself.
test.use({ expectedComplaint: /status of 404/ });

test(
  'a reader with a wrong address is told so in words and shown the ways on',
  { tag: ['@oldest', '@without-script'] },
  async ({ page }) => {
    const answer = await page.goto('practices/no-such-practice/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    await expect(page.getByRole('main').getByRole('search')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: '全部实践' }).click();
    await expect(page).toHaveURL(/\/practices\/$/);
    await expect(page.getByRole('list', { name: '检索结果' })).toBeVisible();
  },
);
