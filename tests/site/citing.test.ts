import { readFile } from 'node:fs/promises';
import { expect, test } from './reader.ts';

const practice = 'practices/bengbu-wei-fating/';

test('every style gives the page and the original through it, without script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(practice);
  const styles = page.locator('[data-cite-panel] [data-style]');
  await expect(styles).toHaveCount(10);
  for (const style of await styles.all()) {
    await expect(style.locator('[data-reference]')).toHaveCount(2);
    await expect(style.locator('h4')).toHaveText('转引');
  }
  await expect(page.locator('[data-style="law-journals-note"]')).toContainText(
    /》，载治理实践库20\d\d年/,
  );
  await expect(page.locator('[data-style="law-journals-note"]')).toContainText(
    '，转引自治理实践库',
  );
  await expect(page.locator('[data-style="apa-7"]')).toContainText('as cited in');
  await context.close();
});

test.describe('for a reader in China', () => {
  test.use({ timezoneId: 'Asia/Shanghai' });

  test('the day a reader reads stands in each style as the style writes it', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-12-01T00:30:00+08:00'));
    await page.goto(practice);
    await expect(page.locator('[data-style="gbt-7714-2025-note"]')).toContainText('[2026-12-01]');
    await expect(page.locator('[data-style="social-sciences-note"]')).toContainText(
      '，2026年12月1日。',
    );
    await expect(page.locator('[data-cite-panel]')).not.toContainText('引用日期');
    await expect(page.locator('[data-cite-panel]')).not.toContainText('引用年月日');
  });
});

test('a quotation takes the mark and the note of the style used last along', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(practice);
  await page.getByText('其他格式').click();
  await page.getByRole('button', { name: '复制 法学期刊脚注', exact: true }).click();
  await page.reload();
  await page.locator('#p-8x3u').selectText();
  await page.getByRole('button', { name: '复制引文' }).click();
  await expect(page.getByRole('status')).toContainText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^“.*”①\n① 治理实践库编辑组：《.*》，载.*第\d+段，https:.*#p-8x3u。（原文/su,
  );
});

test('who has written a text finds the way to where it is checked', async ({ page }) => {
  await page.goto(practice);
  await page.getByRole('link', { name: /贴到“核引”/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('核引');
});

test('who has come to a paragraph takes away a file that cites it', async ({ page }) => {
  await page.goto(`${practice}#p-8x3u`);
  const download = page.waitForEvent('download');
  await page.locator('[data-cite-panel]').getByRole('link', { name: 'RIS' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toMatch(/SE {2}- 第6段\r\nUR {2}- \S+#p-8x3u\r\n/);
  expect(file).toMatch(/^Y2 {2}- \d{4}\/\d\d\/\d\d/mu);
  await expect(page.getByRole('status')).toContainText('第 6 段');
});

for (const path of [
  'data/',
  'compare/yizhanshi-jiefen/',
  'guides/citing/',
  'problems/an-duo-ren-shao/',
  'topics/dangjian-yinling/',
]) {
  test(`${path} names its author, day and site to reference managers, and files that can be had`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const name of ['og:site_name', 'article:published_time'])
      await expect(page.locator(`meta[property="${name}"]`)).toHaveAttribute('content', /.+/);
    await expect(page.locator('meta[name="citation_author"]')).toHaveAttribute('content', /编辑组/);
    const links = await page.locator('link[rel="describedby"]').all();
    expect(links).toHaveLength(3);
    for (const link of links) {
      const address = new URL((await link.getAttribute('href')) ?? '');
      const answer = await page.request.get(address.pathname.slice(1));
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain('治理实践库编辑组');
    }
  });
}

test('the references of the whole library leave with the day on which a reader takes them', async ({
  page,
}) => {
  await page.goto('data/');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'references.bib', exact: true }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.match(/^ {2}urldate = \{\d{4}-\d\d-\d\d\},$/gmu)).toHaveLength(
    file.match(/^@online/gmu)?.length ?? 0,
  );
});
