import { expect, test } from './desk.ts';

const id = 'bengbu-wei-fating';
const document = 'attributions/000.yml';

test('parts of interleaved columns are put in the order of reading, with keys or buttons @oldest', async ({
  page,
  desk,
}) => {
  desk.keepSource(
    '交错.txt',
    '把桌子搬到楼下\n小区里摆了98张桌子，\n谁都能坐。\n居民坐下来说事。\n',
  );
  const part = (at: number, words: string) => `      - { at: ${at}, ${words} }`;
  const parts = [
    part(1, 'from: 把桌子搬到楼下, is: title'),
    part(3, 'from: 谁都能坐。'),
    part(2, 'from: 小区里摆了98, to: 了98张桌子，'),
    part(4, 'from: 居民坐下来说事。'),
  ];
  const heading = "# 编辑写的一行\ndocument: '000'\nfile: 交错.txt\narticles:";
  const written = [heading, `  - practice: ${id}`, '    parts:', ...parts, ''].join('\n');
  desk.write(document, written);
  await desk.open(id);
  await page.getByRole('button', { name: '排阅读次序' }).click();
  const dialog = page.getByRole('dialog', { name: '排阅读次序' });
  const items = dialog.getByRole('list', { name: '本文各段，照读的次序' }).getByRole('listitem');
  const numbers = () => items.locator('p:first-child').allTextContents();
  await test.step('a part goes down by a key, and up by its button', async () => {
    await items.nth(1).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(items.nth(2)).toBeFocused();
    await expect(dialog.getByRole('status')).toHaveText('移到第 3 处');
    await dialog.getByRole('button', { name: '上移：原文第 4 段' }).click();
    await expect(dialog.getByRole('button', { name: '上移：原文第 4 段' })).toBeFocused();
    await dialog.getByRole('button', { name: '下移：原文第 4 段' }).click();
    expect(await numbers()).toEqual([
      '原文第 1 段 · 题目',
      '原文第 2 段',
      '原文第 3 段',
      '原文第 4 段',
    ]);
  });
  await items.nth(2).getByLabel('接上一段').check();
  await dialog.getByRole('button', { name: '照这样存' }).click();
  await expect(dialog).toBeHidden();
  expect(desk.read(document)).toBe(
    [
      heading,
      `  - practice: ${id}`,
      '    parts:',
      parts[0],
      parts[2],
      part(3, 'from: 谁都能坐。, is: continued'),
      parts[3],
      '',
    ].join('\n'),
  );
  await test.step('an order that somebody else has changed meanwhile is not overwritten', async () => {
    await page.getByRole('button', { name: '排阅读次序' }).click();
    desk.write(document, written);
    await dialog.getByRole('button', { name: '照这样存' }).click();
    await expect(dialog.getByRole('alert')).toContainText('次序没有动');
    expect(desk.read(document)).toBe(written);
  });
});
