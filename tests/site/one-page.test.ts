import { expect, test } from './reader.ts';
import { pages } from './pages.ts';

const briefs = pages.filter((page) => page.endsWith('/brief/'));

test('one page for the leader is one page, for every problem and every comparison', async ({
  page,
}) => {
  expect(briefs.length).toBeGreaterThan(20);
  const longer: string[] = [];
  for (const path of briefs) {
    await page.goto(path);
    const paper = await page.pdf({ preferCSSPageSize: true });
    const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    if (sheets !== 1) longer.push(`${path}: ${sheets}`);
  }
  expect(longer).toEqual([]);
});

test('a leader reads who does what, numbers with caveats, what nobody says and what to ask', async ({
  page,
}) => {
  await page.goto('problems/an-duo-ren-shao/');
  await page.getByRole('link', { name: '一页通' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('案多人少');
  for (const heading of ['谁在做，怎么做', '数字', '各篇都没有说的', '可以问的问题（编者拟）']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  }
  await expect(page.getByRole('columnheader', { name: '使用提示' })).toBeVisible();
  const today = new Date().toLocaleDateString('sv', { timeZone: undefined });
  await expect(page.locator('.references')).toContainText(`[${today}]`);
  await expect(page.locator('.references')).not.toContainText('引用日期');
});
