import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';

const id = 'bengbu-wei-fating';

/** What a screen reader would stumble over; the site's own page, in its frame, has tests of its own. */
async function expectNoBarriers(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.map(
    ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found, where).toEqual([]);
}

test('everything can be read out and done without a mouse', async ({ page, desk }) => {
  await expectNoBarriers(page, 'board');
  await page.getByRole('button', { name: '添一篇' }).press('Enter');
  await page.getByRole('heading', { name: '第 1 步：原稿' }).waitFor();
  await expectNoBarriers(page, 'start');
  await desk.open(id);
  await expectNoBarriers(page, 'write');
  await test.step('F6 goes round the columns, arrows between the tabs', async () => {
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    const basics = page.getByRole('tab', { name: /^要点/ });
    await basics.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: /^做法/ })).toBeFocused();
    await expect(page.getByRole('tab', { name: /^做法/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(basics).toBeFocused();
  });
  await test.step('a list is searched by typing and taken by Enter', async () => {
    const topics = page.getByRole('combobox', { name: /^主题/ });
    await topics.focus();
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('button', { name: '去掉党建引领' })).toBeHidden();
    await page.keyboard.insertText('党建');
    await expect(topics).toHaveAttribute('aria-activedescendant', /./);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^去掉.*党建/ })).toBeVisible();
    await expect(topics).toBeFocused();
  });
  await test.step('the prose is no trap', async () => {
    await desk.tab('正文');
    const prose = page.getByRole('textbox', { name: '正文' });
    await prose.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(prose).not.toBeFocused();
    await expectNoBarriers(page, 'prose');
  });
  await test.step('keys are listed, and the list gives the focus back', async () => {
    const help = page.getByRole('button', { name: '快捷键' });
    await help.focus();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toContainText('Ctrl+S');
    await expectNoBarriers(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await expect(help).toBeFocused();
  });
  await page.goto(page.url().replace('/write/', '/review/'));
  await page
    .getByRole('checkbox', { name: /核过了$/ })
    .first()
    .waitFor();
  await expectNoBarriers(page, 'review');
});

test('where the screen is narrow the columns are taken one at a time', async ({ page, desk }) => {
  await page.setViewportSize({ width: 760, height: 900 });
  await desk.open(id);
  const columns = page.getByRole('group', { name: '三栏' });
  await expect(page.getByRole('region', { name: '填写' })).toBeVisible();
  await expect(page.getByRole('region', { name: '网页' })).toBeHidden();
  await columns.getByRole('button', { name: '网页' }).click();
  await expect(page.getByRole('region', { name: '网页' })).toBeVisible();
  await expect(page.getByRole('region', { name: '填写' })).toBeHidden();
});
