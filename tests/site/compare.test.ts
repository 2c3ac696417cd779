import { expect, test } from './reader.ts';

const everywhere = { tag: ['@oldest', '@without-script'] };
const oldest = { tag: '@oldest' };

const three = 'compare/?p=heihe-lao-faguan,lishui-sifa-ganshou,suihua-shenpan-fazhan';

test(
  'a fixed comparison is read without script, with the editors’ reading',
  everywhere,
  async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('navigation', { name: '主要栏目' })
      .getByRole('link', { name: '对照' })
      .click();
    await page.getByRole('link', { name: /综治中心怎样建/ }).click();
    await expect(page).toHaveURL(/compare\/liangge-zongzhi-zhongxin\/$/);
    await expect(page.getByRole('main')).toContainText('编者的读法');
    const rows = page.getByRole('table').getByRole('rowheader');
    await expect(rows).toHaveText([
      /^问题/,
      /^谁牵头/,
      /^机制/,
      /^怎么运转/,
      /^数据/,
      /^成效/,
      /^条件/,
      /^局限/,
      /^出处/,
    ]);
    await expect(page.getByRole('row', { name: /^数据/ })).toContainText('1971个');
    await expect(page.getByRole('row', { name: /^数据/ })).toContainText('原文未载');
  },
);

test('every fixed comparison is listed and opens', async ({ page }) => {
  await page.goto('compare/');
  const addresses = await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  for (const address of addresses) {
    const response = await page.request.get(address);
    expect(response.status()).toBe(200);
  }
});

test('an official picks three places on cards and compares them', oldest, async ({ page }) => {
  await page.goto('regions/230000/');
  const tray = page.getByRole('navigation', { name: '已挑选的对照' });
  await expect(tray).toBeHidden();
  await page
    .getByRole('button', { name: /^加入对照/ })
    .nth(0)
    .click();
  await expect(page.getByRole('button', { name: /^已加入对照/ })).toHaveCount(1);
  await page
    .getByRole('button', { name: /^加入对照/ })
    .nth(0)
    .click();
  await expect(tray).toContainText('对照（2）');

  await page.goto('practices/lishui-sifa-ganshou/');
  await page.getByRole('button', { name: /^加入对照/ }).click();
  await tray.getByRole('link', { name: '对照（3）' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await expect(page.getByRole('main')).toContainText('正在对照 3 篇');
});

test('a practice is taken out again where it was put in', oldest, async ({ page }) => {
  await page.goto('practices/lishui-sifa-ganshou/');
  const button = page.locator('article [data-compare]');
  await button.click();
  await expect(button).toHaveText('已加入对照');
  await page.reload();
  await expect(button).toHaveText('已加入对照');
  await button.click();
  await expect(button).toHaveText('加入对照');
  await expect(page.getByRole('navigation', { name: '已挑选的对照' })).toBeHidden();
});

test('a click and another while the first is on its way are one', async ({ page }) => {
  await page.route(/comparison-tray.*\.js$/, async (route) => {
    await new Promise((settle) => setTimeout(settle, 500));
    await route.continue();
  });
  await page.goto('practices/lishui-sifa-ganshou/');
  const button = page.locator('article [data-compare]');
  await button.click();
  await button.click();
  await expect(button).toHaveText('已加入对照');
});

test('a fifth practice is refused with a reason', async ({ page }) => {
  await page.goto('practices/');
  for (let index = 0; index < 5; index += 1) {
    await page.locator('[data-compare]').nth(index).click();
  }
  await expect(page.getByRole('navigation', { name: '已挑选的对照' })).toContainText('对照（4）');
  await expect(page.locator('[data-picking-status]')).toContainText('最多对照 4 篇');
});

test('a comparison passed on by its address shows the same to others', oldest, async ({ page }) => {
  await page.goto(three);
  await expect(page.getByRole('columnheader')).toHaveText([/老法官/, /判得公正/, /院庭长/]);
  const problems = page.getByRole('row', { name: /^问题/ });
  await expect(problems).toContainText('部分相同');
  await expect(problems.locator('[data-said=alone]')).not.toHaveCount(0);
  await expect(page.getByRole('row', { name: /^数据/ }).locator('[data-silent]')).toHaveCount(2);
});

test(
  'a practice taken out of the table leaves address, table and memory',
  oldest,
  async ({ page }) => {
    await page.goto(three);
    await page.getByRole('button', { name: /^移去：判得公正/ }).click();
    await expect(page.getByRole('columnheader')).toHaveCount(2);
    await expect(page).toHaveURL(/\?p=heihe-lao-faguan,suihua-shenpan-fazhan$/);
    await page.goto('compare/');
    await expect(page).toHaveURL(/\?p=heihe-lao-faguan,suihua-shenpan-fazhan$/);
  },
);

test('without any practice the page says how to pick some', oldest, async ({ page }) => {
  await page.goto('compare/?p=');
  await expect(page.getByRole('main')).toContainText('还没有挑选实践');
  await expect(page.getByRole('link', { name: '去找要对照的实践' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('one practice alone is shown, with the way to a second', async ({ page }) => {
  await page.goto('compare/?p=heihe-lao-faguan');
  await expect(page.getByRole('main')).toContainText('再加一篇就能对照');
  await page.getByRole('link', { name: '再加一篇' }).click();
  await expect(page.getByRole('navigation', { name: '已挑选的对照' })).toContainText('对照（1）');
});

test('a practice without figures has its cell, which says that the source gives none', async ({
  page,
}) => {
  await page.goto('compare/?p=lishui-sifa-ganshou,suihua-shenpan-fazhan');
  const figures = page.getByRole('row', { name: /^数据/ });
  await expect(figures).toContainText('都未载');
  await expect(figures.getByText('原文未载')).toHaveCount(2);
});

test.describe('with an address that asks for too much', () => {
  test.use({ expectedComplaint: /404/ });

  test('unknown, repeated and surplus ids are named, the rest is compared', async ({ page }) => {
    await page.goto(
      'compare/?p=heihe-lao-faguan,long-gone,heihe-lao-faguan,suihua-shenpan-fazhan,lishui-sifa-ganshou,bengbu-wei-fating,%E5%A5%BD',
    );
    const main = page.getByRole('main');
    await expect(page.getByRole('columnheader')).toHaveCount(3);
    await expect(main).toContainText('没有找到：好、long-gone');
    await expect(main).toContainText('重复的只列一次：heihe-lao-faguan');
    await expect(main).toContainText('没有列出：bengbu-wei-fating');
  });
});

test('a comparison works where the browser forbids storage', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('regions/230000/');
  await page
    .getByRole('button', { name: /^加入对照/ })
    .nth(0)
    .click();
  await expect(page.getByRole('link', { name: '对照（1）' })).toBeVisible();
  await page
    .getByRole('button', { name: /^加入对照/ })
    .nth(0)
    .click();
  await expect(page.locator('[data-picking-status]')).toContainText('浏览器不让保存');
  await page.getByRole('link', { name: '对照（2）' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(2);
});

test('a full storage is as good as none', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('practices/heihe-lao-faguan/');
  await page.locator('article [data-compare]').click();
  await expect(page.getByRole('link', { name: '对照（1）' })).toBeVisible();
});

test('the table goes to Word as a table, on plain http too', oldest, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    const setData = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, data) {
      document.documentElement.setAttribute(`data-copied-${type.replace('/', '-')}`, data);
      setData.call(this, type, data);
    };
  });
  await page.goto(three);
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await page.getByRole('button', { name: '复制为 Word 表格' }).click();
  await expect(page.getByRole('main')).toContainText('粘贴就是表格');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-copied-text-html', /<table\s+border="1"/);
  await expect(root).toHaveAttribute('data-copied-text-html', /来源：治理实践库/);
  await expect(root).toHaveAttribute('data-copied-text-plain', /\n数据[^\n]*\t[^\n]*原文未载/);
});

test('the table is saved as CSV that says what it compares', async ({ page }) => {
  await page.goto(three);
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('对照.csv');
  const content = await (await file.createReadStream()).toArray();
  const text = Buffer.concat(content).toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toMatch(/\r\n数据/);
  expect(text).not.toContain('移去');
});

test('a comparison prints on A4 lying on its side, from the first sheet on', async ({ page }) => {
  await page.goto('compare/liangge-zongzhi-zhongxin/');
  const paper = await page.pdf({ preferCSSPageSize: true });
  const widths = [...paper.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(
    ([, box = '']) => Number(box.trim().split(/\s+/)[2]),
  );
  expect(widths.length).toBeGreaterThan(0);
  for (const width of widths) expect(width).toBeCloseTo(842, -0.5);
});

test('what came in place of a practice is not taken for one', oldest, async ({ page }) => {
  await page.route('**/practices/heihe-lao-faguan.json', (route) =>
    route.fulfill({ body: 'null' }),
  );
  await page.route('**/practices/lishui-sifa-ganshou.json', (route) =>
    route.fulfill({ body: '{"id":"lishui-sifa-ganshou"}' }),
  );
  await page.goto(three);
  await expect(page.getByText(/暂时读不到：heihe-lao-faguan、lishui-sifa-ganshou/)).toBeVisible();
  await expect(page.getByRole('status').first()).toHaveText(/只有一篇/);
});
