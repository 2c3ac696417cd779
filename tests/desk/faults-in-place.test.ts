import { expect, test } from './desk.ts';

const id = 'bengbu-wei-fating';
const file = `practices/${id}.mdx`;

/** Where an editor looks, what she makes wrong there, and what she is told beside it. */
interface Planted {
  readonly tab: string;
  readonly label: RegExp;
  /** Of the list of rows it is in. */
  readonly row?: string;
  readonly typed: string;
  readonly told: RegExp;
}

const planted: readonly Planted[] = [
  { tab: '要点', label: /^标题/, typed: '微法庭'.repeat(12), told: /标题最多 28 个字/ },
  { tab: '要点', label: /^摘要/, typed: '蚌埠,把平安创建放在一起推进。', told: /半角标点|写成/ },
  { tab: '做法', row: '做法第 1 条', label: /^名称/, typed: '微\u200B法庭', told: /零宽空格/ },
  { tab: '做法', row: '做法第 2 条', label: /^怎么运转/, typed: '以自然村 为单元。', told: /空格/ },
  { tab: '做法', row: '做法第 3 条', label: /^名称/, typed: '“一站式', told: /配对/ },
  { tab: '数字', row: '数字第 1 条', label: /^数值/, typed: '1135', told: /正文里没有/ },
  { tab: '数字', row: '数字第 2 条', label: /^单位/, typed: '家', told: /正文里没有/ },
  { tab: '数字', row: '数字第 3 条', label: /^范围/, typed: '全市\u00AD法院', told: /软连字符/ },
  { tab: '数字', row: '数字第 4 条', label: /^数的是什么/, typed: '（', told: /./ },
  {
    tab: '成效与局限',
    row: '成效第 1 条',
    label: /^内容/,
    typed: '成效\u00A0好。',
    told: /不换行空格/,
  },
  { tab: '缺与问', row: '讨论题第 1 条', label: /./, typed: '１９个人怎么办？', told: /全角/ },
  { tab: '出处', label: /^原始文档编号/, typed: '12', told: /三位编号/ },
  { tab: '出处', row: '署名第 1 条', label: /^职务/, typed: '市委\u202E书记', told: /./ },
];

test('an editor is told of each mistake beside the field, and nothing of it can be published', async ({
  page,
  desk,
}) => {
  await desk.open(id);
  const before = desk.read(file);
  const form = page.getByRole('region', { name: '填写' });
  for (const { tab, row, label, typed, told } of planted) {
    await test.step(`${tab} ${row ?? ''} ${typed.slice(0, 8)}`, async () => {
      await desk.tab(tab);
      const panel = form.getByRole('tabpanel').locator('visible=true').first();
      const place =
        row === undefined ? panel : panel.getByRole('listitem', { name: row, exact: true });
      const field = place.getByRole('textbox', { name: label }).first();
      const sound = await field.inputValue();
      await field.fill(typed);
      const fault = place.locator('.fault').filter({ hasText: told }).first();
      await expect(fault).toBeVisible();
      // What is of no shape hides what else is wrong, so one at a time.
      await field.fill(sound);
    });
  }
  await test.step('in the prose the line is marked, and where the mend is certain a button mends', async () => {
    await desk.tab('正文');
    const prose = form.getByRole('textbox', { name: '正文' });
    await prose.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.insertText('全角１２３字。');
    const told = form.locator('.prose-faults li').filter({ hasText: '全角' });
    await expect(told).toBeVisible();
    await expect(form.locator('.cm-lint-marker-error').first()).toBeVisible();
    await told.getByRole('button', { name: /改成/ }).click();
    await expect(prose).toContainText('全角123字。');
    await expect(told).toBeHidden();
  });
  await test.step('the last one is left standing', async () => {
    await desk.tab('要点');
    await form.getByRole('textbox', { name: /^标题\*/ }).fill('微法庭'.repeat(12));
    await expect(desk.faultCount).toHaveText(/^还差 \d+ 处/);
  });
  await test.step('F8 leads from one to the next', async () => {
    await desk.tab('出处');
    await page.keyboard.press('F8');
    await expect(page.locator('[aria-invalid=true]:focus, .cm-focused')).toHaveCount(1);
  });
  await test.step('publishing is refused, and says what is left', async () => {
    await page.keyboard.press('Control+S');
    await expect(desk.state).toHaveText(/^已存/);
    await page.getByRole('button', { name: '发布……' }).click();
    const dialog = page.getByRole('dialog', { name: '发布' });
    await expect(dialog).toContainText(/还差 \d+ 处/);
    await expect(dialog.getByRole('button', { name: '发布' })).toHaveCount(0);
    await dialog.getByRole('button', { name: '不做了' }).click();
  });
  await test.step('the save can be taken back', async () => {
    await page.getByRole('button', { name: '撤回……' }).click();
    await page
      .getByRole('button', { name: /^撤回这一次/ })
      .first()
      .click();
    await expect.poll(() => desk.read(file)).toBe(before);
  });
});
