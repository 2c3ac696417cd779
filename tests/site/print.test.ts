import { expect, test } from './reader.ts';

const practice = 'practices/bengbu-wei-fating/';

test('a printed practice is A4 and lasts for a few pages', async ({ page }) => {
  await page.goto(practice);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const boxes = [...paper.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(
    ([, box = '']) => box.trim().split(/\s+/).map(Number),
  );
  expect(boxes.length).toBeGreaterThan(1);
  expect(boxes.length).toBeLessThan(12);
  // A4 in points, as Chromium rounds it.
  for (const [left, bottom, right = 0, top = 0] of boxes) {
    expect([left, bottom]).toEqual([0, 0]);
    expect(right).toBeCloseTo(595, -0.5);
    expect(top).toBeCloseTo(842, -0.5);
  }
});

test('on paper stand the text, its source and its address, and nothing that needs a screen', async ({
  page,
}) => {
  await page.goto(practice);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await expect(page.getByRole('button', { name: '复制' }).first()).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('body').innerText();
  expect(printed).toContain(title);
  expect(printed).toContain('出处与成文时间');
  expect(printed).toContain(practice);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('a reader of the dark pages prints black on white', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(practice);
  const colours = await page
    .locator('.prose > p')
    .first()
    .evaluate((paragraph) => ({
      ink: getComputedStyle(paragraph).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }));
  expect(colours).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
});

test('a page nobody cites leads back from paper too, with its code and address', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of [
    '',
    'regions/230000/',
    'figures/',
    'overview/',
    'terms/',
    'institutions/fayuan/',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('img', { name: '本页地址的二维码' }), path).toHaveCount(1);
    await expect(page.locator('[data-paper-foot]'), path).toContainText(`example.org/${path}`);
    await expect(page.locator('main a.button'), path).toHaveCount(
      await page.locator('main a.button:not(:visible)').count(),
    );
  }
});

test('a comparison of one’s own is printed under its own address', async ({ page }) => {
  await page.goto('compare/?p=bengbu-wei-fating,heihe-lao-faguan');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-paper-foot]')).toContainText(
    'compare/?p=bengbu-wei-fating,heihe-lao-faguan',
  );
});
