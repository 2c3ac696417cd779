import { expect, test } from './reader.ts';

const everywhere = { tag: ['@oldest', '@without-script'] };
const oldest = { tag: '@oldest' };

test(
  'an official without new judges learns who copes with too many cases, and compares them',
  everywhere,
  async ({ page }) => {
    await page.goto('problems/');
    await page.getByRole('link', { name: '案多人少' }).click();
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: '各地怎么办' })).toBeVisible();
    await expect(main).toContainText('调解放到起诉之前');
    await expect(main.getByRole('heading', { name: '各篇都没有说的' })).toBeVisible();
    await expect(main).toContainText('由编者拟定');
    await expect(main.getByRole('table')).toContainText('15.3');
    const comparing = main.getByRole('link', { name: '对照这 3 篇' });
    if (await page.evaluate(() => document.documentElement.matches('[data-scripted]'))) {
      await comparing.click();
      await expect(page).toHaveURL(/\/compare\/\?p=[a-z-]+,[a-z-]+,[a-z-]+$/);
    } else {
      // Their own comparison is made by a script: without one the link would lead to a page of others.
      await expect(comparing).toBeHidden();
    }
  },
);

test('whoever came for a place or a problem takes what is listed there away', async ({ page }) => {
  for (const path of ['regions/340000/', 'problems/an-duo-ren-shao/']) {
    await page.goto(path);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'RIS', exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ris$/);
  }
});

test(
  'every sentence of a topic’s overview leads to the practices it rests on',
  everywhere,
  async ({ page }) => {
    await page.goto('topics/jiufen-huajie/');
    const sentences = page
      .getByRole('region', { name: '综述' })
      .locator('p')
      .filter({ hasText: '。' });
    const counts = await sentences.evaluateAll((paragraphs) =>
      paragraphs.slice(1).map((paragraph) => paragraph.querySelectorAll('a').length),
    );
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.filter((count) => count === 0)).toEqual([]);
  },
);

test(
  'an official sees what the library lacks for 广西 and what lies nearest',
  everywhere,
  async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('navigation', { name: '省份索引' })
      .getByRole('link', { name: /^广西，/ })
      .click();
    const main = page.getByRole('main');
    await expect(main).toContainText('还没有收录广西的做法');
    await expect(main.getByRole('region', { name: '省份索引里相邻的地方' })).toContainText('广东');
    await expect(main.getByRole('heading', { name: '怎样补上' })).toBeVisible();
  },
);

test(
  'a practice ends with other places of the same problem and says why',
  everywhere,
  async ({ page }) => {
    await page.goto('practices/heihe-lao-faguan/');
    const others = page.getByRole('region', { name: '同题异地' });
    await expect(others.getByText(/^同为：/).first()).toBeVisible();
    await others.getByRole('link', { name: '对照' }).first().click();
    await expect(page).toHaveURL(/compare\/\?p=heihe-lao-faguan,[a-z-]+$/);
  },
);

test(
  'all figures stand in one table, each linked to its paragraph',
  everywhere,
  async ({ page }) => {
    await page.goto('figures/');
    const row = page.getByRole('row').filter({ hasText: '微网格' }).first();
    await expect(row).toContainText('1971');
    await row.getByRole('link', { name: /1971/ }).click();
    await expect(page).toHaveURL(/dongcheng-zongzhi-zhongxin\/#p-/);
    await expect(page.locator(':target')).toContainText('1971个');
  },
);

test(
  'a reader finds every figure on 微网格 and can pass the finding on',
  oldest,
  async ({ page }) => {
    await page.goto('figures/');
    await page.getByRole('searchbox', { name: '数的是什么' }).fill('微网格');
    await expect(page.locator('[data-figures] tbody tr:visible')).toHaveCount(1);
    await expect(page.locator('[data-figures-status]')).toHaveText(/个数字中的 1 个$/);
    await page.reload();
    await expect(page.locator('[data-figures] tbody tr:visible')).toHaveCount(1);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect(page).toHaveURL(/figures\/$/);
  },
);

test(
  'figures sorted by size keep shares, times and vague numbers apart',
  oldest,
  async ({ page }) => {
    await page.goto('figures/?sort=size');
    const values = await page
      .locator('[data-figures] tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
    expect([...new Set(values)]).toEqual(['count', 'share', 'time', 'vague']);
    expect(values.filter((kind, index) => kind !== values[index - 1])).toHaveLength(4);
  },
);

test('an address with choices that do not exist shows all figures', async ({ page }) => {
  await page.goto('figures/?region=000000&topic=none&sort=loudest');
  await expect(page.locator('[data-figures-status]')).toHaveText(/^共 \d+ 个数字$/);
});

test('a reader learns what 诉源治理 means and where it is used', everywhere, async ({ page }) => {
  await page.goto('terms/#suyuan-zhili');
  const entry = page.locator('#suyuan-zhili');
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText('诉源治理');
  await entry.getByRole('link').first().click();
  await expect(page).toHaveURL(/practices\/[a-z-]+\/$/);
});

test(
  'without script a term in a practice is a link to its definition',
  { tag: '@without-script' },
  async ({ page }) => {
    await page.goto('practices/heihe-lao-faguan/');
    await page.locator('.prose a.term').first().click();
    await expect(page).toHaveURL(/terms\/#[a-z-]+$/);
  },
);

test('the definition of a term is at hand by pointer and by key', oldest, async ({ page }) => {
  await page.goto('practices/heihe-lao-faguan/');
  const term = page.locator('.prose a.term').first();
  const note = page.getByRole('tooltip');
  await term.focus();
  await expect(note).toBeVisible();
  await expect(note).toContainText((await term.getAttribute('data-definition')) ?? 'nothing');
  await expect(term).toHaveAttribute('aria-describedby', 'term-note');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await term.hover();
  await expect(note).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('the first touch of a term shows its definition, the second follows it', async ({
    page,
  }) => {
    await page.goto('practices/heihe-lao-faguan/');
    const term = page.locator('.prose a.term').first();
    await term.tap();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await expect(page).toHaveURL(/heihe-lao-faguan\/$/);
    await term.tap();
    await expect(page).toHaveURL(/terms\/#/);
  });

  for (const address of [
    'compare/?p=heihe-lao-faguan,lishui-sifa-ganshou',
    'figures/',
    'overview/',
  ]) {
    test(`${address} fits a narrow screen`, async ({ page }) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
    });
  }
});

test('a count in the picture of the whole leads to just those practices', async ({ page }) => {
  await page.goto('overview/');
  await page.getByRole('link', { name: '诉源治理，法院，2 篇' }).click();
  await expect(page).toHaveURL(/practices\/\?topic=suyuan-zhili&institution=fayuan/);
  await expect(page.getByRole('list', { name: '检索结果' }).locator('[data-compare]')).toHaveCount(
    2,
  );
});
