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

/** Presses a button that makes a file, and waits for the file. */
async function take(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return coming;
}

test('@oldest a trainer takes five practices away as Word and slides in eight clicks', async ({
  page,
  browser,
}) => {
  await fill(page, 5);
  await link(page).click();
  await expect(items(page)).toHaveCount(5);
  for (const [button, name] of [
    ['Word 文档', '讲义.docx'],
    ['幻灯片', '讲义.pptx'],
  ] as const) {
    // Chromium 86 saves files without telling Playwright.
    if (browser.version().startsWith('86.')) {
      await page.getByRole('button', { name: button }).click();
    } else {
      const download = await take(page, button);
      expect(download.suggestedFilename()).toBe(name);
      expect(
        readFileSync(await download.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    await expect(report(page)).toContainText(`已存为“${name}”`);
  }
});

test('one file holds the whole handout and asks for nothing', async ({ page }) => {
  await fill(page, 2);
  await link(page).click();
  await expect(items(page)).toHaveCount(2);
  const [first, second] = [await take(page, '网页文件'), await take(page, '网页文件')];
  expect(first.suggestedFilename()).toBe('讲义.html');
  const file = await textOf(first);
  expect(file, 'the same basket on the same day').toBe(await textOf(second));
  expect(file).toContain('@page');
  expect(file).not.toMatch(/<script|<link|src=|url\(/);
  // Not here, where the policy of the site holds.
  await page.goto('about:blank');
  await page.setContent(file);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('讲义');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
  await expect(page.locator('.references li')).toHaveCount(2);
});

test('a trainer orders, retitles, drops and adds with the keyboard alone', async ({ page }) => {
  await fill(page, 3);
  await link(page).click();
  const titles = page.locator('[data-handout-items] h3');
  await expect(titles).toHaveCount(3);
  const [first = '', second = ''] = await titles.allTextContents();
  await page.getByRole('button', { name: `下移：${first}` }).press('Enter');
  await expect(titles.first()).toHaveText(second);
  await expect(report(page)).toHaveText(`“${first}”现在是第 2 项。`);
  await expect(page.getByRole('button', { name: `下移：${first}` })).toBeFocused();
  await page.getByRole('button', { name: `取出：${second}` }).press('Enter');
  await expect(titles).toHaveCount(2);
  await page.getByRole('button', { name: '撤销' }).press('Enter');
  await expect(titles).toHaveCount(3);
  await page.getByRole('button', { name: `改题目：${first}` }).press('Enter');
  await page.keyboard.type('第一个例子');
  await page.getByRole('button', { name: '加讨论题', exact: true }).press('Enter');
  await page.keyboard.type('谁来做？');
  await page.keyboard.press('Enter');
  await page.keyboard.type('钱从哪里来？');
  await expect(paper(page).getByRole('heading', { name: '第一个例子' })).toBeVisible();
  await expect(paper(page).locator('.questions').last().locator('li')).toHaveText([
    '谁来做？',
    '钱从哪里来？',
  ]);
  await page.reload();
  await expect(items(page)).toHaveCount(4);
  await expect(page.locator('textarea[data-do="text"]')).toHaveValue('谁来做？\n钱从哪里来？');
});

test('@oldest an address carries a handout to another reader, who keeps what is there', async ({
  page,
}) => {
  await page.goto('handout/');
  await page.getByRole('button', { name: '加一段自己的话' }).click();
  await page.keyboard.type('𠮷林一行👩‍🏫');
  await page.getByRole('button', { name: '复制讲义地址' }).click();
  await expect(report(page)).toContainText('已复制讲义地址');
  await page.locator('[data-field="title"]').fill('');
  await page.keyboard.press('Control+V');
  const address = await page.locator('[data-field="title"]').inputValue();
  expect(address).toMatch(/handout\/#1\.[\w-]+$/);
  await page.getByRole('button', { name: '清空讲义篮' }).click();
  await expect(items(page)).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.locator('textarea[data-do="text"]')).toHaveValue('𠮷林一行👩‍🏫');
  await page.locator('textarea[data-do="text"]').fill('我自己的');
  await expect(paper(page)).toContainText('我自己的');
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('button', { name: '加在我的后面' }).click();
  await expect(items(page)).toHaveCount(2);
});

for (const [what, hash, said] of [
  ['cut off', '#1.eJyrVs', '读不懂'],
  ['damaged', '#1.AAAA', '读不懂'],
  ['of another kind', '#0.WzFd', '这不是讲义文件'],
  ['of a later edition', '#7.AAAA', '较新的版本'],
] as const) {
  test(`an address that is ${what} is told in a sentence, and the basket stays`, async ({
    page,
  }) => {
    await fill(page, 1);
    await page.goto(`handout/${hash}`);
    await expect(page.locator('.faults')).toContainText(said);
    await expect(items(page)).toHaveCount(1);
  });
}

test.describe('with things of another library', () => {
  // What is not there is asked for, and the browser says so.
  test.use({ expectedComplaint: /404/ });

  test('what is not in this library stays listed until the reader drops it', async ({ page }) => {
    await page.goto('handout/');
    await page.locator('input[type="file"]').setInputFiles({
      name: '旧讲义.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        JSON.stringify({
          handout: 1,
          title: '别处的讲义',
          items: [
            { kind: 'practice', id: 'bengbu-wei-fating', extent: 'whole' },
            { kind: 'practice', id: 'nowhere-at-all' },
            { kind: 'film', minutes: 3 },
            { kind: 'paragraph', practice: 'bengbu-wei-fating', paragraph: 'p-none' },
          ],
        }),
      ),
    });
    await expect(items(page)).toHaveCount(4);
    await expect(page.locator('.faults')).toContainText('第 3 项看不懂');
    await expect(items(page).nth(1)).toContainText('没有找到这一项');
    await expect(items(page).nth(3)).toContainText('没有这一段');
    await page.reload();
    await expect(items(page)).toHaveCount(4);
    const saved = JSON.parse(await textOf(await take(page, '存成讲义文件'))) as {
      items: unknown[];
    };
    expect(saved.items[2]).toEqual({ kind: 'film', minutes: 3 });
  });
});

test('two windows show the same basket', async ({ page, context }) => {
  await page.goto('handout/');
  const other = await context.newPage();
  await fill(other, 2);
  await expect(items(page)).toHaveCount(2);
  await page.getByRole('button', { name: '清空讲义篮' }).click();
  await expect(link(other)).toBeHidden();
});

test('a reader is told when the browser keeps nothing, or has no room', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('practices/');
  await put(page).first().click();
  await expect(page.locator('[data-picking-status]')).toContainText('存储满了');
  await page.goto('handout/');
  await page.getByRole('button', { name: '加一段自己的话' }).click();
  await expect(page.locator('.faults')).toContainText('没有保存');
});

test('two hundred things fit, the next is refused in a sentence', async ({ page }) => {
  await page.goto('practices/');
  await page.evaluate(() => {
    const items = Array.from({ length: 200 }, (_, at) => ({
      kind: 'words',
      text: `${at} ${Math.random()} ${Math.random()}`,
    }));
    localStorage.setItem('handout', JSON.stringify({ handout: 1, title: '长', items }));
  });
  await page.reload();
  await put(page).first().click();
  await expect(page.locator('[data-picking-status]')).toContainText('最多放 200 项');
  await page.goto('handout/');
  await expect(items(page)).toHaveCount(200);
  await page.getByRole('button', { name: '复制讲义地址' }).click();
  await expect(report(page)).toContainText('放不进一个地址');
});

test('@without-script the page of the basket explains itself', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled !== false, 'Told of readers without script.');
  await page.goto('handout/');
  await expect(page.locator('noscript p')).toContainText('浏览器没有运行脚本，讲义篮用不了');
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await page.goto('practices/bengbu-wei-fating/');
  await expect(page.getByRole('button', { name: /放进讲义篮/ })).toHaveCount(0);
});

test('a paragraph, a drawing and a number are put in alone, and quoted through our page', async ({
  page,
}) => {
  await page.goto('practices/bengbu-wei-fating/');
  await page.getByRole('button', { name: '挑段落、图和数字' }).click();
  await page.getByRole('button', { name: /^放进讲义篮：第 1 段/ }).click();
  await expect(link(page)).toHaveText('讲义篮（1）');
  await page.getByRole('button', { name: /^放进讲义篮：1134个/ }).click();
  await page.goto('figures/');
  await page.getByRole('button', { name: '挑数字放进讲义篮' }).click();
  await page.getByRole('button', { name: /^放进讲义篮：1971个/ }).click();
  await link(page).click();
  await expect(items(page)).toHaveCount(3);
  await expect(page.locator('[data-handout-items] .fault')).toHaveCount(0);
  await expect(paper(page).locator('.references li').first()).toContainText('转引自');
  await expect(paper(page)).toContainText('使用提示');
});
