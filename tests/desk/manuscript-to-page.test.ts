import type { Locator } from '@playwright/test';
import { expect, test } from './desk.ts';
import { digest, sections, title, wordFile } from './manuscript.ts';

const id = 'yishi-zhuo-lou-daokou';
const ours = '议事桌摆进楼道口，小事当场议';

test('a Word manuscript becomes a published practice without a file being touched @oldest', async ({
  page,
  desk,
}) => {
  desk.requireGrounds();
  await page.getByRole('button', { name: '添一篇' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '议事桌.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: wordFile(),
  });
  await test.step('what would be cleaned is shown before it is accepted', async () => {
    await expect(page.getByLabel(/全角的数字或字母，1 处/)).toBeChecked();
    await expect(page.getByLabel(/软连字符，1 处/)).toBeChecked();
    await page.getByRole('button', { name: '收下' }).click();
  });
  await test.step('it gets a name and an address', async () => {
    await expect(page.getByLabel('原文标题')).toHaveValue(title);
    await page.getByLabel('我们起的标题').fill(ours);
    await expect(page.getByLabel('编号')).toHaveValue(/^yishi-zhuo/);
    await page.getByLabel('编号').fill(id);
    await page.getByRole('button', { name: '建好，开始填写' }).click();
    await page.getByRole('tab', { name: /^要点/ }).waitFor();
  });
  const source = page.getByRole('region', { name: '原文' });
  const form = page.getByRole('region', { name: '填写' });
  const panel = () => form.getByRole('tabpanel').locator('visible=true').first();
  const row = (name: string, at: number) =>
    panel().getByRole('listitem', { name: `${name}第 ${at} 条`, exact: true });
  /** A new practice begins with a row where at least one is needed. */
  const anotherRow = async (name: string, at: number) => {
    if ((await row(name, at).count()) > 0) return;
    await panel()
      .getByRole('button', { name: `添一条${name}` })
      .click();
    await row(name, at).waitFor();
  };
  const pick = async (label: string, typed: string) => {
    const box = panel().getByRole('combobox', { name: new RegExp(`^${label}`) });
    await box.fill(typed);
    await expect(panel().getByRole('option').first()).toBeVisible();
    await box.press('Enter');
  };
  await test.step('what is in the lists is picked, what is not is made', async () => {
    await panel()
      .getByLabel(/^摘要/)
      .fill('临江区把议事桌摆进老旧小区的楼道口，居民写卡片提事，当场议不成的转社区和街道。');
    await pick('机构', '政府');
    await pick('主题', '矛盾');
    await pick('主题', '网格');
    await pick('问题', '纠纷');
    const region = panel().getByRole('combobox', { name: /^地区/ });
    await region.fill('固镇');
    await panel().getByRole('option', { name: /新建/ }).click();
    const dialog = page.getByRole('dialog', { name: '新建地区' });
    await dialog.getByRole('combobox').fill('固镇');
    await dialog.getByRole('option', { name: /固镇县/ }).click();
    await expect(dialog.getByText('固镇县（340323）')).toBeVisible();
    await dialog.getByRole('button', { name: '添进清单' }).click();
    await expect(region).toHaveValue('固镇');
    expect(desk.read('regions.yml')).toContain('340323');
  });
  await test.step('three ways of working, their sections taken from the source', async () => {
    await desk.tab('做法');
    const measures = [
      ['楼道议事桌', '摆在单元门口或架空层，楼组长每周三傍晚在桌边等居民。', sections.first],
      ['卡片箱', '居民把要说的事写下来，投进桌边的木箱。', sections.first],
      ['律师到桌边', '区司法局排班，按季度定人，居民约了就来。', sections.second],
    ] as const;
    for (const [at, [name, how, section]] of measures.entries()) {
      await anotherRow('做法', at + 1);
      await row('做法', at + 1)
        .getByLabel(/^名称/)
        .fill(name);
      await row('做法', at + 1)
        .getByLabel(/^怎么运转/)
        .fill(how);
      await source.getByRole('button', { name: section }).click();
      await expect(row('做法', at + 1).getByRole('combobox')).toHaveValue(section);
    }
  });
  await test.step('numbers of the source become figures', async () => {
    for (const [at, [number, counts]] of (
      [
        ['46个', '摆出议事桌的小区'],
        ['1280件', '一年里议事桌收到的事'],
        ['936件', '当场议定的事'],
      ] as const
    ).entries()) {
      await source.getByRole('button', { name: number, exact: true }).click();
      await expect(row('数字', at + 1).getByLabel(/^数的是什么/)).toBeFocused();
      await page.keyboard.insertText(counts);
    }
    await expect(row('数字', 1).getByRole('combobox')).toHaveValue(sections.first);
    await expect(row('数字', 3).getByLabel(/^数值/)).toHaveValue('936');
  });
  await test.step('what the source says of its limits, and what it leaves out', async () => {
    await desk.tab('成效与局限');
    await anotherRow('局限', 1);
    await row('局限', 1).getByLabel(/^内容/).fill('楼组长年纪偏大，租户来得少。');
    await source.getByRole('button', { name: sections.second }).click();
    await desk.tab('缺与问');
    for (const [at, question] of ['租户怎样才会来？', '楼组长换人以后谁接着坐？'].entries()) {
      await anotherRow('讨论题', at + 1);
      await row('讨论题', at + 1)
        .getByRole('textbox')
        .fill(question);
    }
  });
  await test.step('where it comes from', async () => {
    await desk.tab('出处');
    await panel()
      .getByRole('button', { name: '写“待考”' })
      .click()
      .catch(() => undefined);
    for (const label of [/^日期/, /^可查阅处/, /^保管者/]) {
      await panel().getByLabel(label).fill('待考');
    }
  });
  await test.step('the prose, with a drawing by rows', async () => {
    await desk.tab('正文');
    const prose = panel().getByRole('textbox', { name: '正文' });
    await prose.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(digest.before);
    await panel().getByRole('button', { name: '画图……' }).click();
    const dialog = page.getByRole('dialog', { name: '画图' });
    await dialog.getByLabel('图题').fill('一件事的三个环节');
    for (const [at, [name, text]] of [
      ['收', '楼组长收卡片'],
      ['议', '居民和联络员在桌上议'],
      ['办', '社区、街道和部门去办'],
    ].entries()) {
      await dialog.getByLabel(`第 ${at + 1} 项名称`).fill(name ?? '');
      await dialog.getByLabel(`第 ${at + 1} 项说明`).fill(text ?? '');
    }
    await dialog.getByRole('button', { name: '放进正文' }).click();
    await expect(prose).toBeFocused();
    await page.keyboard.insertText(digest.behind);
  });
  await test.step('nothing is left to be mended, and it is saved', async () => {
    await expect(desk.faultCount).toHaveText('写法没有问题');
    await page.keyboard.press('Control+S');
    await expect(desk.state).toHaveText(/^已存/);
  });
  await test.step('the page shows it', async () => {
    const shown = page.frameLocator('iframe[title="网页的样子"]:not([data-coming])');
    await expect(shown.getByRole('heading', { level: 1 })).toContainText('议事桌', {
      timeout: 120_000,
    });
    await expect(shown.getByText('一件事的三个环节')).toBeVisible();
  });
  await test.step('what is not confirmed yet keeps it from readers', async () => {
    await page.getByRole('button', { name: '发布……' }).click();
    const dialog = page.getByRole('dialog', { name: '发布' });
    await expect(dialog).toContainText('没有对照原文确认出处');
    await dialog.getByRole('button', { name: '去逐条核对' }).click();
  });
  const claims = page.getByRole('checkbox', { name: /核过了$/ });
  const claim = (name: string) =>
    page.locator('.claim').filter({ has: page.getByRole('checkbox', { name }) });
  const marked = source.locator('mark');
  await test.step('its paragraphs are on record as those of its article, unasked', async () => {
    await claims.first().waitFor();
    await expect(source.getByRole('button', { name: '这份就是本篇的原文' })).toBeHidden();
    expect(desk.read('attributions/yishi-zhuo.yml')).toContain(`practice: ${id}`);
  });
  await test.step('the words each claim may rest on are shown in the source, and mended', async () => {
    await claims.nth(3).focus();
    await expect(marked).toHaveText('全区46个小区摆出了议事桌');
    await claims.nth(4).focus();
    await expect(marked).toHaveText('一年里议事桌收到1280件事');
    await claims.nth(2).focus();
    await select(source.getByText('居民还可以约律师到桌边来'), '居民还可以约律师到桌边来');
    await source.getByRole('button', { name: '就据这几个字' }).click();
    await expect(marked).toHaveText('居民还可以约律师到桌边来');
    expect(desk.read(`grounds/${id}.yml`)).not.toContain('digest:');
  });
  await test.step('what rests on nothing is not ticked, and says why beside it', async () => {
    const opening = claim('正文第 1 段');
    await opening.getByRole('checkbox').click();
    await expect(opening.getByRole('alert')).toContainText('第 2 句没有出处');
    await expect(opening.getByRole('checkbox')).not.toBeChecked();
    await expect(opening.getByRole('checkbox')).toBeFocused();
    await select(source.getByText('青川市临江区'), '小事常常拖成纠纷');
    await source.getByRole('button', { name: '就据这几个字' }).click();
    await expect(opening).not.toContainText('第 2 句没有出处');
    await expect(opening.getByRole('button', { name: /^3\. 拖得久了/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });
  await test.step('sentences of ours are said to be ours', async () => {
    const ours = page.locator('.fault').getByRole('button', { name: '是编者的话' });
    for (let left = await ours.count(); left > 0; left -= 1) {
      await ours.first().click();
      await expect(ours).toHaveCount(left - 1);
    }
  });
  await test.step('ticking a claim confirms its ground, and both rounds are signed', async () => {
    await claims.first().focus();
    for (let left = await claims.count(); left > 0; left -= 1) await page.keyboard.press('Space');
    await expect(page.getByText(/^核过 (\d+)／\1$/)).toBeVisible();
    for (const reader of ['甲', '乙']) {
      await page.getByRole('tab', { name: '签字' }).click();
      await page.getByLabel('谁读的').fill(`编辑组${reader}`);
      await page.getByRole('button', { name: '签字' }).click();
      await expect(desk.message).toContainText(`编辑组${reader}签了`);
    }
  });
  await test.step('it is published, and the desk says what it did', async () => {
    await page.getByRole('button', { name: '发布' }).click();
    const dialog = page.getByRole('dialog', { name: '发布' });
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: '总目' }).click();
    const published = page.getByRole('region', { name: /^已发布/ });
    await expect(published.getByRole('link', { name: ours, exact: true })).toBeVisible();
    expect(desk.read(`practices/${id}.mdx`)).toMatch(/^state: published$/m);
    expect(desk.has(`published/${id}.yml`)).toBe(true);
  });
  await test.step('the command line finds nothing wrong with it', () => {
    expect(desk.check()).toContain('内容没有问题：21 篇实践');
  });
  await test.step('it is withdrawn: its address stays, and says why', async () => {
    await page.getByRole('link', { name: ours, exact: true }).click();
    await page.getByRole('button', { name: '撤下……' }).click();
    const dialog = page.getByRole('dialog', { name: '撤下' });
    await dialog.getByRole('button', { name: '撤下' }).click();
    await expect(dialog.getByRole('alert')).toContainText('写明由谁、为什么');
    await dialog.getByLabel('由谁撤下').fill('编辑组');
    await dialog.getByLabel('缘由').fill('原稿由作者收回');
    await dialog.getByRole('button', { name: '撤下' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: '总目' }).click();
    const retired = page.getByRole('region', { name: /^已撤/ });
    await expect(retired.getByRole('link', { name: ours, exact: true })).toBeVisible();
    expect(desk.read(`practices/${id}.mdx`)).toContain('原稿由作者收回');
    expect(desk.has(`published/${id}.yml`)).toBe(true);
    expect(desk.check()).toContain('内容没有问题');
  });
});

/** Selects some words of a paragraph, as with the mouse. */
async function select(paragraph: Locator, words: string): Promise<void> {
  await paragraph.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}
