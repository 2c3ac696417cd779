import { expect, test } from './reader.ts';

const everywhere = { tag: ['@oldest', '@without-script'] };

test(
  'an official starts from a problem and reads how another place handled it',
  everywhere,
  async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('region', { name: '从问题找' })
      .getByRole('link', { name: /^纠纷上行/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/problems\/[a-z-]+\/$/);
    await page.getByRole('list', { name: '检索结果' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/practices\/[a-z-]+\/$/);
    await page
      .getByRole('navigation', { name: '本页目录' })
      .getByRole('link', { name: '出处与成文时间' })
      .click();
    await expect(page).toHaveURL(/#chuchu$/);
    await expect(page.getByRole('heading', { name: '出处与成文时间' })).toBeInViewport();
    await expect(page.getByRole('main')).toContainText('署名');
  },
);

test(
  'an official picks a province on the tiles and sees what the library has of it',
  everywhere,
  async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('navigation', { name: '省份索引' })
      .getByRole('link', { name: /^安徽，/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('安徽省');
    await page
      .getByRole('list', { name: '检索结果' })
      .getByRole('listitem')
      .filter({ hasText: '蚌埠' })
      .getByRole('heading')
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/practices\/bengbu-wei-fating\/$/);
  },
);

test('a province without practices says so and shows the way on', everywhere, async ({ page }) => {
  await page.goto('regions/710000/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台湾省');
  await expect(page.getByRole('main')).toContainText('还没有收录');
  await page.getByRole('main').getByRole('link', { name: '按名称列表' }).click();
  await expect(page).toHaveURL(/\/regions\/$/);
});

for (const { kind, index, entry } of [
  { kind: 'a topic', index: 'topics/', entry: /平安建设/ },
  { kind: 'an institution', index: 'institutions/', entry: /法院/ },
  { kind: 'an author', index: 'authors/', entry: /^\p{Script=Han}{2,3}$/u },
]) {
  test(
    `a reader browses by ${kind} and opens a practice under it`,
    everywhere,
    async ({ page }) => {
      await page.goto(index);
      await page.getByRole('main').getByRole('link', { name: entry }).first().click();
      await expect(page).not.toHaveURL(new RegExp(`${index}$`));
      await page.getByRole('list', { name: '检索结果' }).getByRole('link').first().click();
      await expect(page).toHaveURL(/\/practices\/[a-z-]+\/$/);
    },
  );
}

test(
  'a trainer walks through a topic from one practice to the next and back',
  everywhere,
  async ({ page }) => {
    await page.goto('practices/bengbu-wei-fating/');
    const heading = page.getByRole('heading', { level: 1 });
    const first = await heading.innerText();
    const neighbours = page.getByRole('navigation', { name: '同一主题的其他实践' });
    const topic = neighbours.getByRole('listitem').filter({ hasText: '下一篇' }).first();
    const name = await topic.getByRole('link').first().innerText();
    await topic.getByRole('link', { name: /下一篇/ }).click();
    await expect(heading).not.toHaveText(first);
    await neighbours
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('link', { name: /上一篇/ })
      .click();
    await expect(heading).toHaveText(first);
  },
);

test('a large figure leads to the paragraph that gives it', everywhere, async ({ page }) => {
  await page.goto('practices/bengbu-wei-fating/');
  const figure = page
    .getByRole('region', { name: '主要数字' })
    .getByRole('listitem')
    .filter({ hasText: '1134' });
  await figure.getByRole('link', { name: /见第 \d+ 段/ }).click();
  await expect(page).toHaveURL(/#[a-z][\w-]+$/);
  const paragraph = page.locator(':target');
  await expect(paragraph).toBeInViewport();
  await expect(paragraph).toContainText('1134个');
});

test('a trainer finds questions for a class, marked as the editors’ own', async ({ page }) => {
  await page.goto('practices/bengbu-wei-fating/');
  await page
    .getByRole('navigation', { name: '本页目录' })
    .getByRole('link', { name: '课堂讨论' })
    .click();
  await expect(page.getByRole('heading', { name: '课堂讨论' })).toBeInViewport();
  await expect(page.getByRole('main')).toContainText('由编者拟定');
});

test(
  'a search typed on any page arrives at the search page, whatever the browser can do',
  everywhere,
  async ({ page }) => {
    await page.goto('topics/');
    await page.getByRole('search').getByLabel('检索', { exact: true }).fill('微法庭');
    await page.getByRole('search').getByLabel('检索', { exact: true }).press('Enter');
    await expect(page).toHaveURL(/\/practices\/\?q=/);
    await expect(page.getByRole('list', { name: '检索结果' })).toBeVisible();
  },
);
