import { digestOfLetters } from '#domain/verification/former.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import { gunzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './reader.ts';

const everywhere = { tag: '@oldest' };

const exact =
  '区级中心由信访接待大厅改造，划成四大功能区，分别用于群众接待、调解服务、指挥调度和心理服务。';
const figure = '微法庭设在1134个村（社区），功能有快速解纷、司法协助、法治宣传等。';

test(
  'whoever holds a printed sheet learns whether it is the present edition',
  everywhere,
  async ({ page }) => {
    await page.goto('practices/bengbu-wei-fating/');
    await page.emulateMedia({ media: 'print' });
    const printed = page.getByText(/第 \d+ 版，核对码/);
    await expect(printed).toBeVisible();
    const [, edition, code = ''] =
      /第 (\d+) 版，核对码 ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await printed.innerText()) ?? [];
    await page.emulateMedia({ media: 'screen' });

    await page.goto('verify/');
    const paper = page.getByLabel('要核对的文字');
    await paper.fill(code.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: '逐句核对' }).click();
    await expect(page.getByRole('status')).toHaveText(`核对码 ${code} 查完。`);
    await expect(page.getByText(`这张纸印的是第 ${edition} 版：`)).toBeVisible();
    await expect(page.getByText('这就是现行的一版。')).toBeVisible();

    await paper.fill('7K2M-9QXA');
    await page.getByRole('button', { name: '逐句核对' }).click();
    await expect(page.getByText('没有哪一版的核对码是 7K2M-9QXA。')).toBeVisible();
  },
);

test(
  'an official learns which sentences of a draft are ours, changed, or not from here',
  everywhere,
  async ({ page }) => {
    await page.goto('verify/');
    await page
      .getByLabel('要核对的文字')
      .fill(
        [
          exact,
          figure.replace('1134', '1143'),
          '某市去年新设了九十九个便民窗口，群众都说好。',
        ].join('\n'),
      );
    await page.getByRole('button', { name: '逐句核对' }).click();
    await expect(page.getByRole('status')).toHaveText('核完 3 句。');
    const findings = page
      .getByRole('list')
      .filter({ has: page.locator('[data-verdict]') })
      .last();
    const [first, second, third] = [0, 1, 2].map((at) => findings.locator('> li').nth(at));
    await expect(first!).toContainText('一字不差');
    await expect(first!.getByRole('link')).toHaveAttribute(
      'href',
      /dongcheng-zongzhi-zhongxin\/#p-/,
    );
    await expect(second!).toContainText('有改动');
    await expect(second!).toContainText('数字或者关系到意思的字变了');
    await expect(second!.locator('mark')).toHaveText(['43', '34']);
    await expect(third!).toContainText('不是本库的话');
  },
);

test('a passage leads to its paragraph', async ({ page }) => {
  await page.goto('verify/');
  await page.getByLabel('要核对的文字').fill(exact);
  await page.getByRole('button', { name: '逐句核对' }).click();
  await page.getByRole('link', { name: /《综治中心不扩场地.+第 \d+ 段/ }).click();
  await expect(page.locator(':target')).toContainText('区级中心由信访接待大厅改造');
});

test(
  'without script the page says what it would do and where the data is',
  { tag: '@without-script' },
  async ({ page }) => {
    await page.goto('verify/');
    await expect(page.getByRole('main')).toContainText('稿子不上传');
    await expect(page.getByRole('main').getByRole('link', { name: '整库数据' })).toBeVisible();
  },
);

test('a sentence of an earlier edition is told to be old, beside what stands now', async ({
  page,
}) => {
  const old =
    '纠治“四风”，加强民警培训，推动职级晋升改革并建立管理办法，支持一线民警职工开展难点攻关、品牌试点和经验创造。';
  // The library of the tests has no earlier edition on record: this is what one would leave.
  const digest = digestOfLetters(lettersOf(old).text);
  await page.route('**/passages.bin*', async (route) => {
    const file = JSON.parse(gunzipSync(await (await route.fetch()).body()).toString());
    await route.fulfill({ body: JSON.stringify({ ...file, former: 1 }) });
  });
  const { practices } = await (await page.request.get('data/search/entry.json')).json();
  let number = 0;
  for (; number < practices; number += 1) {
    const file = await page.request.get(`data/search/practices/${number}.bin`);
    if (JSON.parse(gunzipSync(await file.body()).toString()).id === 'hubei-jianyu-tixi') break;
  }
  await page.route('**/former/0.bin*', (route) =>
    route.fulfill({ body: JSON.stringify({ [digest]: [number, 'p-4wfu', 1] }) }),
  );
  await page.goto('verify/');
  await page.getByLabel('要核对的文字').fill(old);
  await page.getByRole('button', { name: '逐句核对' }).click();
  const finding = page.locator('[data-verdict="former"]').last();
  await expect(finding).toContainText('第 1 版的措辞；现行第 2 版此处已改');
  await expect(finding).toContainText('支持一线民警职工攻难点、试品牌、出经验');
});

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const wordFile = (
  name: string,
  body: string,
  notes = '',
): { name: string; mimeType: string; buffer: Buffer } => {
  const part = (root: string, inside: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${words}">${inside}</w:${root}>`,
    );
  const files = {
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(notes === '' ? {} : { 'word/footnotes.xml': part('footnotes', notes) }),
  };
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(zipSync(files)) };
};

test(
  'a Word document is read as its reader sees it: insertions, boxes and footnotes, no deletions',
  everywhere,
  async ({ page }) => {
    const [before = '', after = ''] = figure.split('1134');
    const file = wordFile(
      '讲稿.docx',
      [
        paragraph(
          `${run(before)}<w:del><w:r><w:delText>1143</w:delText></w:r></w:del><w:ins>${run('1134')}</w:ins>${run(after)}`,
        ),
        paragraph(
          `${run('某市去年新设了九十九个便民窗口。')}<w:r><w:txbxContent>${paragraph(run(exact))}</w:txbxContent></w:r>`,
        ),
      ].join(''),
      `<w:footnote w:type="separator">${paragraph(run('线'))}</w:footnote><w:footnote>${paragraph(run(figure.replace('村（社区）', '村')))}</w:footnote>`,
    );
    await page.goto('verify/');
    await page.getByLabel('选一个文件').setInputFiles(file);
    await expect(page.getByRole('status')).toHaveText('核完 4 句。');
    const verdicts = page.locator('.findings .verdict strong');
    await expect(verdicts).toHaveText(['一字不差', '不是本库的话', '一字不差', '有改动']);
  },
);

test('files that cannot be read are told what they are', async ({ page }) => {
  await page.goto('verify/');
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
  const files = [
    { name: '旧.doc', buffer: old, says: '旧式的 .doc' },
    {
      name: '密.docx',
      buffer: Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      says: '加了密码',
    },
    { name: '扫描.pdf', buffer: Buffer.from('%PDF-1.7 '), says: 'PDF 不能直接读' },
    { name: '坏.docx', buffer: Buffer.from('PK\u0003\u0004 broken off'), says: '打不开' },
    { name: '空.txt', buffer: Buffer.from('  '), says: '空的' },
    { ...wordFile('图.docx', paragraph('')), says: '空的' },
  ];
  for (const { says, ...file } of files) {
    await page.getByLabel('选一个文件').setInputFiles({ mimeType: 'text/plain', ...file });
    await expect(page.getByRole('status')).toContainText(says);
  }
});

test.describe('a draft that cites us', () => {
  test.use({ expectedComplaint: /404/ });

  test('references and numbers under our name are held against the record', async ({ page }) => {
    const title = '微法庭建到村和社区，一头接调解一头接巡回审判';
    const address = 'https://practices.example.org/practices/bengbu-wei-fating/';
    const reference = `[1]治理实践库编辑组. ${title}[EB/OL]. （2026-11-29）[2026-12-01]. ${address}.`;
    await page.goto('verify/');
    await page
      .getByLabel('要核对的文字')
      .fill(
        [
          '据治理实践库介绍，蚌埠一地就把小法庭开进了1200个村。',
          '据治理实践库介绍，功能有快速解纷、司法协助的微法庭，如今设在1143个村（社区）。',
          reference,
          reference.replace('2026-11-29', '2026-11-20').replace('[1]', '[2]'),
          reference.replace('bengbu-wei-fating', 'mei-you-zhe-pian').replace('[1]', '[3]'),
        ].join('\n'),
      );
    await page.getByRole('button', { name: '逐句核对' }).click();
    await expect(page.getByRole('status')).toHaveText('核完 5 句。');
    const findings = page.locator('.findings > li');
    await expect(page.locator('.findings .verdict strong')).toHaveText([
      '数字不符',
      '数字不符',
      '著录相符',
      '著录有误',
      '著录有误',
    ]);
    await expect(findings.nth(0)).toContainText('数字表里是 1134个');
    await expect(findings.nth(1)).toContainText('1134个');
    await expect(findings.nth(3)).toContainText('这是旧版的日期，现行一版是 2026-11-29');
    await expect(findings.nth(4)).toContainText('没有这个地址的实践');
  });
});
