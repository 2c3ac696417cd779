import { digestOfLetters } from '#domain/verification/former.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import { gunzipSync } from 'node:zlib';
import { expect, test } from './reader.ts';

const everywhere = { tag: '@oldest' };

const exact =
  '区级中心由信访接待大厅改造，划成四大功能区，分别用于群众接待、调解服务、指挥调度和心理服务。';
const figure = '微法庭设在1134个村（社区），功能有快速解纷、司法协助、法治宣传等。';

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
