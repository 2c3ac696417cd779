/**
 * What a reader hears who does not see the page: names and order of the essential way through six
 * kinds of pages, as a virtual screen reader speaks them. Layout and ends of things are left out.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';
import { announced, hear, leap, listen } from './wcag/listening.ts';

/** Opens a page and hears the first phrases of a part of it. */
async function firstHeard(page: Page, address: string, count: number, part = 'main') {
  await page.goto(address, { waitUntil: 'networkidle' });
  await listen(page, part);
  return (await hear(page, count * 4)).slice(0, count);
}

const searchBox =
  'combobox, 检索, has popup listbox, not expanded, autocomplete in list, 1 control, key shortcuts /';

test('home: the way past the header, the five ways, the question, search, problems, places', async ({
  page,
}) => {
  expect(await firstHeard(page, './', 19, 'body')).toEqual([
    'link, 跳到正文',
    'banner',
    'link, 治理实践库',
    'navigation, 主要栏目',
    'link, 实践',
    'link, 地区',
    'link, 主题',
    'link, 问题',
    'link, 对照',
    'main',
    'heading, 别处遇到同样的问题， 是怎么办的？, level 1',
    '20 个地方的治理做法，逐条写明谁在做、怎么运转、有哪些数、缺什么条件。可检索、可对照、可引用。',
    'search',
    searchBox,
    'button, 检索',
    'region, 从问题找',
    'heading, 从问题找, level 2',
    'link, 纠纷上行 4',
    'link, 案多人少 3',
  ]);
  expect(await leap(page)).toEqual([
    'region, 从地区找',
    'navigation, 省份索引',
    'contentinfo',
    'navigation, 说明',
    'banner',
    'navigation, 主要栏目',
    'main',
    'search',
    'region, 从问题找',
  ]);
});

test('a practice: where it stands, title and card, then text with what it rests on', async ({
  page,
}) => {
  const title = '微法庭建到村和社区，一头接调解一头接巡回审判';
  expect(await firstHeard(page, 'practices/bengbu-wei-fating/', 40)).toEqual([
    'main',
    'navigation, 所在位置',
    'link, 实践',
    'link, 安徽',
    'link, 蚌埠',
    'heading, 微法庭建到村和社区， 一头接调解一头接巡回审判, level 1',
    '蚌埠把平安创建、法治建设和“五治融合”放在一起推进：微法庭设到村和社区，党组织与议事会设到自然村和小区，部门数据汇入云数据中心。',
    ...['地区', 'link, 安徽', '·', 'link, 蚌埠'],
    ...['机构', 'link, 党委'],
    ...['主题', 'link, 平安建设', 'link, 枫桥经验', 'link, 网格化管理', 'link, 依法行政'],
    'link, 党建引领',
    ...['问题', 'link, 纠纷上行', 'link, 部门数据不通', 'link, 执法司法不规范'],
    ...['原文', '《持续深化平安建设法治建设》', 'link, 黄晓武', '（安徽省蚌埠市委书记）'],
    ...['成文', '不早于 2021 年 4 月'],
    ...['缺什么', '待考', '刊名、年、期、页码'],
    `button, 加入对照：${title}`,
    `button, 放进讲义篮：${title}`,
    'button, 挑段落、图和数字',
    'region, 主要数字',
    ...['1134', '个', '搭建了微法庭的村（社区）'],
    '原文只说搭建数，未载村（社区）总数，也未载微法庭受理和化解了多少纠纷',
  ]);
  expect(await firstHeard(page, 'practices/bengbu-wei-fating/', 11, '.prose')).toEqual([
    'heading, 问题, level 2',
    '文章开头说，百姓吃饱穿暖之后，头一件想要的就是平安；平安也是发展最基本的环境。',
    'doc-noteref, 3, 篇首第1段，“平安是老……发展环境”',
    '到第三节，作者又说社会主要矛盾变了，基层碰到的风险和难题不少，治理的路子要跟着更新。',
    'doc-noteref, 55, 三、第1段，“随着我国……理现代化”',
    'link, 复制第 1 段的链接',
    '各节的做法所针对的，有部门之间的数据壁垒、政府管理权与村居自治权的边界，以及执法司法行为的规范。',
    'doc-noteref, 24, 一、第2段，“打破部门数据壁垒”',
    'doc-noteref, 47, 二、第4段，“规范执法司法行为”',
    'doc-noteref, 70, 三、第4段，“厘清政府……治权边界”',
    '篇末的目标是“小事不出村、大事不出镇、难事不出县、重大风险不出市”。',
  ]);
});

test('a problem: its names, who writes of it, then how each place handles it', async ({ page }) => {
  expect(await firstHeard(page, 'problems/an-duo-ren-shao/', 21)).toEqual([
    'main',
    'navigation, 所在位置',
    'link, 问题',
    'heading, 案多人少, level 1',
    '进入诉讼的案件增长快，有限的法官和办案力量难以满足需要。',
    '又作：诉讼案件增长快、法官不够、诉讼增量大、办案压力大、案子太多办不完、收案量大',
    'heading, 说到它的地方, level 2',
    '3 篇实践说到这个问题。',
    'link, 黑龙江 司法行政, 七种解纷方式归到一扇门，化解不了再转诉讼',
    'link, 黑河 法院, 老法官搭档人民调解员，把纠纷解在诉前',
    'link, 重庆 法院, 数字司法铺开之后，要警惕哪四类风险',
    'link, 对照这 3 篇',
    'link, 一页通',
    'button, 放进讲义篮：案多人少',
    'heading, 各地怎么办, level 2',
    '办法按类型归拢，每一句都可以点到那一篇。',
    'heading, 调解放到起诉之前, level 3',
    '辖区法院建起7个诉源治理指挥中心，全市法院有6个老法官工作室，由老法官搭档人民调解员，在起诉之前调解。',
    'link, 黑河 法院, 老法官搭档人民调解员，把纠纷解在诉前',
    'heading, 分到诉讼以外的渠道, level 3',
    '13个市（地）和125个县（市、区）都建了非诉讼纠纷解决中心，先用调解、仲裁、公证、行政复议等办法，用尽仍解不开的再协助转入诉讼。',
  ]);
});

test('results: a leap over the filters, how many there are, the answer, then each result', async ({
  page,
}) => {
  const address = 'practices/?q=微法庭';
  expect((await firstHeard(page, address, 9)).slice(1)).toEqual([
    'heading, 实践, level 1',
    'search',
    searchBox.replace('检索,', '检索, 微法庭,'),
    'button, 检索',
    '可输入拼音、首字母或繁体；加引号查整句',
    '；按 / 键随时检索',
    'link, 跳到结果',
    '地区',
  ]);
  expect((await firstHeard(page, address, 48, '#jieguo')).filter(isOfTheRoute)).toEqual([
    'region, 检索结果',
    '共 2 篇，另有 1 篇意思相近',
    'region, 微法庭',
    'heading, 微法庭, level 2',
    'link, 微法庭',
    '蚌埠的做法：设在村和社区，能快速解纷、协助司法、宣传法治，与综治中心、矛调中心和人民调解组织相接，并与巡回审判配合。',
    'link, 看解释和出处',
    'link, 纠纷上行',
    'heading, 微法庭建到村和社区， 一头接调解一头接巡回审判, level 2',
    'link, 微法庭建到村和社区， 一头接调解一头接巡回审判',
    'link, 引用：微法庭建到村和社区，一头接调解一头接巡回审判',
    'button, 加入对照：微法庭建到村和社区，一头接调解一头接巡回审判',
    'button, 放进讲义篮：微法庭建到村和社区，一头接调解一头接巡回审判',
    'link, 基本信息',
    'link, 怎么运转',
  ]);
});

/** Of a result: what it is, and what can be done with it; not its summary, marked word by word. */
const isOfTheRoute = (phrase: string): boolean =>
  /^(region|heading|link|button), |^共|配合。$/.test(phrase);

test('a comparison: how many are compared, what can be done, then row by row', async ({ page }) => {
  expect(await firstHeard(page, 'compare/?p=bengbu-wei-fating,heihe-lao-faguan', 28)).toEqual([
    'main',
    'heading, 对照, level 1',
    'status',
    '正在对照 2 篇。',
    'link, 再加一篇',
    'button, 放进讲义篮：对照',
    'button, 复制为 Word 表格',
    'button, 存为 CSV',
    'button, 复制本页地址',
    'button, 打印',
    'status',
    'caption, 蚌埠市、黑河市对照',
    'link, 微法庭建到村和社区，一头接调解一头接巡回审判',
    '安徽省 · 蚌埠市 党委',
    'button, 移去：微法庭建到村和社区，一头接调解一头接巡回审判',
    'link, 老法官搭档人民调解员，把纠纷解在诉前',
    '黑龙江省 · 黑河市 法院',
    'button, 移去：老法官搭档人民调解员，把纠纷解在诉前',
    'rowheader, 问题 各不相同',
    'link, 纠纷上行',
    'link, 部门数据不通',
    'link, 执法司法不规范',
    'link, 案多人少',
    'link, 解纷力量各管一段',
    'rowheader, 谁牵头 各不相同',
    'link, 党委',
    '安徽省蚌埠市委书记',
    '署名人 黄晓武',
  ]);
});

test('a handout: what to take away, then each item with ways to order it without dragging', async ({
  page,
}) => {
  await page.goto('practices/');
  const put = page.locator('main').getByRole('button', { name: /^放进讲义篮：/ });
  for (const count of [1, 2]) {
    await put.first().click();
    await expect(page.getByRole('link', { name: `讲义篮（${count}）` })).toBeVisible();
  }
  const title = '综治中心不扩场地，用四级“漏斗”逐层化解矛盾';
  const heard = await firstHeard(page, 'handout/', 60);
  // How many styles there are to choose from is not of this story.
  expect(heard.filter((phrase) => !phrase.startsWith('option')).slice(0, 36)).toEqual([
    'main',
    'heading, 讲义篮, level 1',
    '把实践、段落、图和数字放进来，排好次序，加上自己的话和讨论题，做成一份讲义带进教室。',
    'status',
    '共 2 项。',
    ...['region, 带走', 'heading, 带走, level 2'],
    ...['button, Word 文档', 'button, 幻灯片', 'button, 打印或存为 PDF', 'button, 网页文件'],
    ...['button, 参考文献（.txt）', 'button, 复制参考文献'],
    ...['region, 题目和场合', 'heading, 题目和场合, level 2'],
    ...['讲义题目', 'textbox, 讲义题目'],
    '场合、日期、主讲人，一行写一样（可以不填）',
    'textbox, 场合、日期、主讲人，一行写一样（可以不填）',
    '参考文献格式',
    'combobox, 参考文献格式, gbt-7714-2025-numeric, has popup listbox, not expanded',
    ...['region, 内容', 'heading, 内容, level 2', '1. 实践'],
    `heading, ${title}, level 3`,
    '北京市 · 东城区 政法委，《探索精治善为的综治新路径》',
    'radio, 摘要, checked, position 1, set size 2',
    'radio, 全文, not checked, position 2, set size 2',
    `button, 上移：${title}, disabled`,
    `button, 下移：${title}`,
    `button, 改题目：${title}`,
    `button, 取出：${title}`,
    `button, 在下面加自己的话：${title}`,
    `button, 在下面加讨论题：${title}`,
    '2. 实践',
    'heading, 七种解纷方式归到一扇门，化解不了再转诉讼, level 3',
  ]);
});

test('what changes without a new page is said, and nothing that did not', async ({ page }) => {
  await page.goto('practices/', { waitUntil: 'networkidle' });
  await listen(page, '#jieguo');
  const results = page.locator('#jieguo');
  await page.getByLabel('检索', { exact: true }).fill('微法庭');
  await expect(results.getByRole('status')).toHaveText(/^共 2 篇/);
  expect(await announced(page)).toEqual(['共 2 篇，另有 1 篇意思相近']);

  await listen(page);
  await results
    .getByRole('button', { name: /^加入对照/ })
    .first()
    .click();
  await results
    .getByRole('button', { name: /^放进讲义篮/ })
    .first()
    .click();
  await expect
    .poll(() => announced(page))
    .toEqual(['已加入，共 1 篇。', '已放进讲义篮，共 1 项。']);
});
