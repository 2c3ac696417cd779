import { expect, test } from './reader.ts';
import type { Page } from '@playwright/test';

/** The width of the page box of upright A4 within its margins, in CSS pixels. */
const paper = { width: 668, height: 900 };

const print = async (page: Page, path: string): Promise<void> => {
  await page.setViewportSize(paper);
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
};

test('the number of every paragraph stands on paper, inside what is printed', async ({ page }) => {
  await print(page, 'practices/dongcheng-zongzhi-zhongxin/');
  const numbers = await page.locator('.prose > [data-number]').evaluateAll((blocks) =>
    blocks.map((block) => {
      const mark = getComputedStyle(block, '::before');
      return {
        shown: mark.display !== 'none' && mark.content !== 'none',
        room: block.getBoundingClientRect().left - parseFloat(mark.width) > 0,
      };
    }),
  );
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers.filter(({ shown, room }) => !shown || !room)).toEqual([]);
});

test('no frame of a drawing or a table reaches the edge where printers cut', async ({ page }) => {
  for (const path of ['practices/dongcheng-zongzhi-zhongxin/', 'compare/yizhanshi-jiefen/']) {
    await print(page, path);
    const cut = await page
      .locator('main li, main td, main th')
      .evaluateAll(
        (boxes, width) =>
          boxes.filter((box) => box.getBoundingClientRect().right > width - 1).length,
        paper.width,
      );
    expect(cut, path).toBe(0);
  }
});

test('counts are printed black, whatever tone stands for them on a screen', async ({ page }) => {
  for (const path of ['overview/', 'regions/']) {
    await print(page, path);
    const colours = await page
      .locator('[data-tone]:not([data-tone="0"])')
      .evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell).color))]);
    expect(colours, path).toEqual(['rgb(0, 0, 0)']);
  }
});

test('a printed comparison, problem and topic say how they are cited and where they stand', async ({
  page,
}) => {
  for (const path of [
    'compare/yizhanshi-jiefen/',
    'problems/an-duo-ren-shao/',
    'topics/suyuan-zhili/',
  ]) {
    await print(page, path);
    const printed = await page.locator('main').innerText();
    expect(printed, path).toContain('引用本页');
    expect(printed, path).toContain(`/${path}`);
    await expect(page.getByRole('img', { name: '本页地址的二维码' }), path).toBeVisible();
  }
});

test('paper asks nobody to click and names no colour that is not printed', async ({ page }) => {
  for (const path of [
    'practices/dongcheng-zongzhi-zhongxin/',
    'compare/yizhanshi-jiefen/',
    'figures/',
  ]) {
    await print(page, path);
    expect(await page.locator('main').innerText(), path).not.toMatch(/点击|点数字|红线|灰底|有色/);
  }
});

test('a problem fills its first sheet', async ({ page }) => {
  await print(page, 'problems/an-duo-ren-shao/');
  const answers = await page
    .locator('main section')
    .first()
    .evaluate((section) => getComputedStyle(section).display);
  expect(answers, 'Chromium carries a grid to the next sheet as a whole').toBe('block');
});

test('an editor’s note is not torn apart between sheets', async ({ page }) => {
  await print(page, 'practices/dongcheng-zongzhi-zhongxin/');
  const torn = await page
    .locator('.note')
    .evaluateAll((notes) => notes.filter((note) => getComputedStyle(note).breakInside !== 'avoid'));
  expect(torn).toEqual([]);
});
