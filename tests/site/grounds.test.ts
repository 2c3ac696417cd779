import { expect, test } from './reader.ts';

const practice = 'practices/bengbu-wei-fating/';
const withoutGrounds = 'practices/heihe-lao-faguan/';
const everywhere = { tag: ['@without-script', '@oldest'] };

test(
  'a sentence leads to the words of the source it rests on',
  { tag: '@oldest' },
  async ({ page }) => {
    await page.goto(practice);
    const paragraph = page.locator('#p-8x3u');
    await paragraph.locator('a[role="doc-noteref"]').first().click();
    const passage = page.locator('dd:target');
    await expect(passage).toBeInViewport();
    await expect(passage).toContainText('“聚焦');
  },
);

test('the record says of each statement where it stands', everywhere, async ({ page }) => {
  await page.goto(practice);
  await page.getByRole('heading', { name: '原文记录' }).click();
  await expect(page.getByRole('row', { name: /184/ })).toContainText('二、第3段');
  const unsaid = page.getByRole('listitem').filter({ hasText: '经费来源和人员编制' });
  await expect(unsaid.getByRole('link')).toHaveText('查过全文');
});

test('a page says how many statements rest on what', everywhere, async ({ page }) => {
  await page.goto(practice);
  await expect(page.locator('#yiju summary')).toContainText(
    /本页 \d+ 处陈述：\d+ 处有原文出处，.*处为编者/,
  );
  await page.getByRole('heading', { name: '原文里的依据' }).click();
  await expect(page.getByText('三、优化治理方式，绘就幸福共享格局').last()).toBeVisible();
});

test('a mark says what it leads to where a pointer rests', { tag: '@oldest' }, async ({ page }) => {
  await page.goto(practice);
  const mark = page.locator('#p-8x3u a[role="doc-noteref"]').first();
  await expect(mark).toHaveAttribute('title', /^一、第3段，“聚焦/);
});

test('what is copied of the text holds no marks', async ({ page }) => {
  await page.goto(practice);
  const text = await page.locator('#p-8x3u').evaluate((paragraph) => paragraph.textContent);
  expect(text).toMatch(/群众满意”。平安家庭的标准/);
});

test('on paper the passages stand in full', { tag: '@without-script' }, async ({ page }) => {
  await page.goto(practice);
  await page.emulateMedia({ media: 'print' });
  const passages = page.locator('#yiju dd');
  expect(await passages.count()).toBeGreaterThan(40);
  const height = await passages.last().evaluate((part) => part.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(0);
});

test('a practice nobody has grounded is shown as ever', everywhere, async ({ page }) => {
  await page.goto(withoutGrounds);
  await expect(page.locator('#yiju, a[role="doc-noteref"]')).toHaveCount(0);
  await page.getByRole('heading', { name: '原文记录' }).click();
  await expect(page.locator('.measures .section').first()).not.toBeEmpty();
});

test('a quotation says where in the source it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(practice);
  await page.locator('#p-8x3u').selectText();
  await page.getByRole('button', { name: '复制引文' }).click();
  await expect(page.getByRole('status')).toContainText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('原文一、第3段）');
});
