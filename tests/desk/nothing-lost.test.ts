import { expect, linesThatDiffer, test } from './desk.ts';

const id = 'bengbu-wei-fating';
const file = `practices/${id}.mdx`;

test('one field changes one line, and comments stay @oldest', async ({ page, desk }) => {
  desk.change(file, 'state: published', '# 这一行是编辑写的\nstate: published');
  const before = desk.read(file);
  await desk.open(id);
  await page.getByLabel(/^摘要/).fill('蚌埠把微法庭设到村和社区。');
  await expect(desk.state).toHaveText(/还没存/);
  await page.keyboard.press('Control+S');
  await expect(desk.state).toHaveText(/^已存/);
  await expect(desk.message).toContainText('改了 1 行');
  expect(linesThatDiffer(before, desk.read(file))).toHaveLength(2);
});

test('what was typed is found again after desk and browser were killed @oldest', async ({
  page,
  desk,
  context,
}) => {
  await desk.open(id);
  const before = desk.read(file);
  await page.getByRole('textbox', { name: /^标题\*/ }).fill('微法庭进村，接着调解');
  await desk.tab('正文');
  const prose = page.getByRole('textbox', { name: '正文' });
  await prose.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('断电之前打的字。');
  // The last words are not even on their way to the desk.
  await desk.kill();
  await page.keyboard.insertText('断电之后打的字。');
  await expect(desk.state).toHaveText(/^存不了，因为/);
  const other = await context.newPage();
  await page.close();
  await desk.startFor(other);
  await desk.open(id);
  await other
    .getByRole('region', { name: '找回的字' })
    .getByRole('button', { name: '找回来' })
    .click();
  await expect(other.getByRole('textbox', { name: /^标题\*/ })).toHaveValue('微法庭进村，接着调解');
  await desk.tab('正文');
  await expect(other.getByRole('textbox', { name: '正文' })).toContainText(
    '断电之前打的字。断电之后打的字。',
  );
  expect(desk.read(file)).toBe(before);
});

test('a file changed underneath is shown beside, and neither side is lost', async ({
  page,
  desk,
}) => {
  await desk.open(id);
  await page.getByRole('textbox', { name: /^标题\*/ }).fill('我写的标题');
  await page.getByLabel(/^摘要/).fill('我写的摘要。');
  await expect(desk.state).toHaveText(/已留底/);
  desk.change(file, '微法庭建到村和社区，一头接调解一头接巡回审判', '别人写的标题');
  desk.change(file, '## 问题\n\n', '## 问题\n\n别人添的一段。\n\n');
  await page.keyboard.press('Control+S');
  const dialog = page.getByRole('dialog', { name: '文件被别处改过了' });
  await expect(dialog.getByRole('group', { name: '标题' })).toContainText('别人写的标题');
  await expect(dialog.getByRole('group', { name: '标题' })).toContainText('我写的标题');
  expect(desk.read(file)).toContain('别人写的标题');
  await dialog.getByRole('group', { name: '标题' }).getByLabel('文件里的').check();
  await dialog.getByRole('group', { name: '正文' }).getByLabel('文件里的').check();
  await dialog.getByRole('button', { name: '照选的存' }).click();
  await expect(desk.state).toHaveText(/^已存/);
  expect(desk.read(file)).toContain('别人写的标题');
  expect(desk.read(file)).toContain('我写的摘要。');
  expect(desk.read(file)).toContain('别人添的一段。');
});

test('words that look like markup are words', async ({ page, desk }) => {
  desk.change(
    file,
    'title: 微法庭建到村和社区，一头接调解一头接巡回审判',
    "title: '<img src=x onerror=alert(1)>'",
  );
  page.on('dialog', () => expect(true, 'content ran as code').toBe(false));
  await desk.open(id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=alert(1)>');
  await page.getByRole('link', { name: '总目' }).click();
  await expect(
    page.getByRole('link', { name: '<img src=x onerror=alert(1)>', exact: true }),
  ).toBeVisible();
});
