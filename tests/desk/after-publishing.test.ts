import { expect, test } from './desk.ts';

const id = 'hubei-jianyu-tixi';
const file = `practices/${id}.mdx`;

test('a published practice is corrected in a new edition, and what was signed before shows that it is stale', async ({
  page,
  desk,
}) => {
  desk.putOnRecord();
  const edition = Number(/^edition: (\d+)$/m.exec(desk.read(file))?.[1]);
  await desk.open(id);
  await page.getByRole('button', { name: '审读', exact: true }).click();
  const signing = page.getByRole('tab', { name: '签字' });
  const signed = page.locator('.rounds li').first().getByText('编辑组甲');
  await test.step('somebody signs it as it stands', async () => {
    await signing.click();
    await page.getByLabel('谁读的').fill('编辑组甲');
    await page.getByRole('button', { name: '签字' }).click();
    await expect(page.getByRole('alert')).toContainText('没有核过');
    await page.getByRole('button', { name: '都读过了，照签' }).click();
    await expect(signed).toBeVisible();
    await expect(signed).not.toContainText('要重读');
  });
  await test.step('a word is changed, and publishing asks what', async () => {
    await page.getByRole('button', { name: '去填写' }).click();
    const summary = page.getByLabel(/^摘要/);
    await summary.fill(`${await summary.inputValue()}另有一处写在文后。`);
    await page.getByRole('button', { name: '发布……' }).click();
    const dialog = page.getByRole('dialog', { name: '发布' });
    await expect(dialog).toContainText(`读者将看到第 ${edition + 1} 版`);
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(dialog.getByRole('alert')).toContainText('请写改了什么');
    await dialog.getByLabel('改了什么').fill('摘要补写一句');
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(dialog).toBeHidden();
  });
  await test.step('the edition is counted, and says what changed', async () => {
    await expect(desk.message).toContainText(`发布了 ${id} 第 ${edition + 1} 版`);
    expect(desk.read(file)).toMatch(new RegExp(`^edition: ${edition + 1}$`, 'm'));
    expect(desk.read(file)).toContain('摘要补写一句');
    expect(desk.read(`published/${id}.yml`)).toContain(`edition: ${edition + 1}`);
  });
  await test.step('the signature is of other words now', async () => {
    await page.getByRole('button', { name: '审读', exact: true }).click();
    await signing.click();
    await expect(signed).toContainText('要重读');
    await page.getByRole('tab', { name: '与已发布的比' }).click();
    await expect(page.getByText('与已发布的一字不差。')).toBeVisible();
  });
  expect(desk.check()).toContain('内容没有问题');
});

test('a practice that lists name is withdrawn with its names, and all of it is taken back @oldest', async ({
  page,
  desk,
}) => {
  const named = 'dongcheng-zongzhi-zhongxin';
  const lists = ['problems.yml', 'topics.yml', 'comparisons.yml'];
  desk.putOnRecord();
  const files = [...lists, `practices/${named}.mdx`];
  const before = files.map((name) => desk.read(name));
  await desk.open(named);
  await page.getByRole('button', { name: '撤下……' }).click();
  const dialog = page.getByRole('dialog', { name: '撤下' });
  const places = dialog.getByRole('group', { name: /还有 \d+ 处写着这一篇/ }).getByRole('listitem');
  await dialog.getByLabel('由谁撤下').fill('编辑组');
  await dialog.getByLabel('缘由').fill('原文已经更正，这里的做法不再成立');
  await test.step('places that were not ticked stay, and the gate does not let it go', async () => {
    await dialog.getByRole('button', { name: '撤下' }).click();
    await expect(dialog.getByRole('alert')).toContainText('这一篇已经撤下');
    expect(files.map((name) => desk.read(name))).toEqual(before);
  });
  await test.step('all are ticked, and comparisons get another', async () => {
    await dialog.getByRole('button', { name: '都勾上' }).click();
    for (const place of await places.all()) {
      await expect(place.getByRole('checkbox')).toBeChecked();
      const instead = place.getByRole('combobox');
      if ((await instead.count()) > 0) await instead.selectOption({ index: 1 });
    }
    await dialog.getByRole('button', { name: '撤下' }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.message).toContainText('处一并改了');
    for (const name of lists) expect(desk.read(name)).not.toContain(named);
    expect(desk.read(`practices/${named}.mdx`)).toContain('state: retired');
    expect(desk.check()).toContain('内容没有问题');
  });
  await test.step('it was one save', async () => {
    await page.getByRole('button', { name: '撤回……' }).click();
    await page.getByRole('listitem').filter({ hasText: named }).first().getByRole('button').click();
    await expect.poll(() => files.map((name) => desk.read(name))).toEqual(before);
  });
});

test('words that are copied from the source are underlined while they are typed', async ({
  page,
  desk,
}) => {
  const copied = '楼组长每周三傍晚在单元门口的桌边坐班，居民把要说的事写在卡片上投进木箱';
  desk.keepSource('议事桌.txt', `${copied}。\n`);
  await desk.open(id);
  await desk.tab('正文');
  const prose = page.getByRole('textbox', { name: '正文' });
  await prose.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`\n\n据文中所写，${copied}。`);
  await expect(prose.locator('.copied').first()).toContainText('楼组长每周三傍晚');
  await expect(page.getByText('与原文连着一样的有 1 处，下面划了线')).toBeVisible();
});
