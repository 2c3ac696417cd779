import { expect, test } from './reader.ts';

const practice = 'practices/bengbu-wei-fating/';
const everywhere = { tag: ['@without-script', '@oldest'] };
const onPhone = { width: 360, height: 740 };

test(
  'on a phone the first section begins within one screen and a half',
  everywhere,
  async ({ page }) => {
    await page.setViewportSize(onPhone);
    await page.goto(practice);
    const top = await page
      .locator('.prose > h2')
      .first()
      .evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeLessThan(onPhone.height * 1.5);
  },
);

test('on a phone the card and the leading numbers unfold', everywhere, async ({ page }) => {
  await page.setViewportSize(onPhone);
  await page.goto(practice);
  const figures = page.getByRole('region', { name: '主要数字' });
  await expect(figures).toBeHidden();
  await page.getByText('出处、主题与主要数字').click();
  await expect(figures).toBeVisible();
  await expect(page.getByText('缺什么')).toBeVisible();
});

test('the record waits folded below the text', everywhere, async ({ page }) => {
  await page.goto(practice);
  await expect(page.getByRole('heading', { name: '全部数字' })).toBeHidden();
  await page.getByRole('heading', { name: '原文记录' }).click();
  await expect(page.getByRole('heading', { name: '全部数字' })).toBeVisible();
});

test('a link into the record opens it', everywhere, async ({ page }) => {
  await page.goto(`${practice}#shuzi`);
  await expect(page.getByRole('heading', { name: '全部数字' })).toBeInViewport();
});

test('neither a broken address nor what another site kept under our names breaks a page', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('citation-style', '"] x'));
  await page.goto(`${practice}#%`);
  await expect(page.locator('[data-paragraph-mark], .paragraph-mark').first()).toBeAttached();
});

test('a printed practice holds the whole record', { tag: '@without-script' }, async ({ page }) => {
  await page.goto(practice);
  await page.emulateMedia({ media: 'print' });
  const heading = page.locator('#yaosu');
  expect(await heading.evaluate((part) => part.getBoundingClientRect().height)).toBeGreaterThan(0);
  await expect(page.getByRole('row', { name: /184/ })).toBeVisible();
});

test('an older browser opens the record before it prints', { tag: '@oldest' }, async ({ page }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS) as (...asked: string[]) => boolean;
    CSS.supports = (...asked: string[]) =>
      !asked[0]?.includes('::details-content') && supports(...asked);
  });
  await page.goto(practice);
  await expect(page.locator('[data-paragraph-mark], .paragraph-mark').first()).toBeAttached();
  const isOpen = (): Promise<boolean> =>
    page.locator('#jilu').evaluate((fold: HTMLDetailsElement) => fold.open);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await isOpen()).toBe(true);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await isOpen()).toBe(false);
});

test('the contents say in which section the reader is', { tag: '@oldest' }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(practice);
  const current = page
    .getByRole('navigation', { name: '本页目录' })
    .locator('[aria-current=location]');
  await page.locator('#tiaojian').scrollIntoViewIfNeeded();
  await page.locator('#chengxiao').evaluate((heading) => heading.scrollIntoView());
  await expect(current).toHaveText('成效与数据');
  await page.locator('#wenti').evaluate((heading) => heading.scrollIntoView());
  await expect(current).toHaveText('问题');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(current).toHaveCount(0);
});

test(
  'a bar stays with the reader on a phone, and nothing arrived at hides below it',
  everywhere,
  async ({ page }) => {
    await page.setViewportSize(onPhone);
    await page.goto(practice);
    const bar = page.locator('[data-contents]');
    await page.locator('#tiaojian').scrollIntoViewIfNeeded();
    await expect(bar).toBeInViewport();
    const list = page.getByRole('navigation', { name: '本页目录' });
    await expect(list).toBeHidden();
    await bar.getByText('目录').first().click();
    await list.getByRole('link', { name: '成效与数据' }).click();
    const heading = page.getByRole('heading', { name: '成效与数据' });
    await expect(heading).toBeInViewport();
    const [below, above] = await Promise.all(
      [heading, bar].map((part) =>
        part.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return { top, bottom };
        }),
      ),
    );
    expect(below?.top).toBeGreaterThanOrEqual((above?.bottom ?? Infinity) - 1);
    await bar.getByRole('link', { name: '引用' }).last().click();
    await expect(page.getByRole('heading', { name: '引用本页' })).toBeInViewport();
  },
);

test('from the bar a reader searches the library', { tag: '@oldest' }, async ({ page }) => {
  await page.setViewportSize(onPhone);
  await page.goto(`${practice}#chengxiao`);
  await page.locator('[data-contents]').getByRole('link', { name: '检索' }).click();
  await expect(page.getByRole('search').locator('input')).toBeFocused();
});

test('a practice names each other practice once by its title', async ({ page }) => {
  await page.goto(practice);
  const titles = await page
    .locator('main a[href*="/practices/"]')
    .evaluateAll((links) =>
      links.map(({ textContent }) => textContent.trim()).filter((name) => name.length > 12),
    );
  expect(titles.length).toBeGreaterThan(0);
  expect(titles).toEqual([...new Set(titles)]);
});
