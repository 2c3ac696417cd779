import type { BasketFault } from '#domain/handout/basket-file.ts';
import type { BasketItem } from '#domain/handout/basket.ts';

/** What a thing in the basket is called. */
const kinds: Readonly<Record<BasketItem['kind'], string>> = {
  practice: '实践',
  problem: '问题',
  comparison: '编者的对照',
  practices: '自己的对照',
  paragraph: '段落或图',
  figure: '数字',
  words: '我的话',
  questions: '讨论题',
  unknown: '看不懂的一项',
};

/** Words of the page of the basket. */
export const handoutPage = {
  title: '讲义篮',
  lead: '把实践、段落、图和数字放进来，排好次序，加上自己的话和讨论题，做成一份讲义带进教室。',
  noScript:
    '浏览器没有运行脚本，讲义篮用不了。各篇实践页仍然可以直接打印，页末有引用格式、地址和二维码。',
  how: '怎样用',
  steps: [
    '在实践列表、实践页、问题页、对照页和数字页上，点“放进讲义篮”。',
    '在这里排次序、改题目，选每篇要摘要还是全文，在中间插入自己的话和讨论题。',
    '打印，或者存成 Word、幻灯片、一个网页文件，也可以只要参考文献。文件都在您的电脑上做成，不经过服务器。',
  ],
  find: '去找要放进来的实践',
  empty: '讲义篮是空的。',
  count: (count: number): string => `共 ${count} 项。`,
  heading: '题目和场合',
  titleLabel: '讲义题目',
  occasionLabel: '场合、日期、主讲人，一行写一样（可以不填）',
  styleLabel: '参考文献格式',
  items: '内容',
  kinds,
  up: '上移',
  down: '下移',
  drop: '取出',
  named: (use: string, title: string): string => `${use}：${title}`,
  rename: '改题目',
  renameLabel: '在讲义里的题目，不填就用原来的',
  extents: {
    practice: { brief: '摘要', whole: '全文' },
    problem: { brief: '一页通', whole: '全部办法' },
    comparison: { brief: '一页通', whole: '对照表' },
  },
  extent: '取多少',
  wordsLabel: '自己的话，空行分段',
  questionsLabel: '讨论题，一行一题',
  addWords: '加一段自己的话',
  addQuestions: '加讨论题',
  addHereWords: '在下面加自己的话',
  addHereQuestions: '在下面加讨论题',
  moved: (title: string, place: number): string => `“${title}”现在是第 ${place} 项。`,
  dropped: (title: string): string => `已取出“${title}”。`,
  undo: '撤销',
  undone: '已撤销。',
  takeAway: '带走',
  print: '打印或存为 PDF',
  word: 'Word 文档',
  slides: '幻灯片',
  page: '网页文件',
  list: '参考文献（.txt）',
  copyList: '复制参考文献',
  keep: '存与分享',
  link: '复制讲义地址',
  save: '存成讲义文件',
  open: '打开讲义文件',
  clear: '清空讲义篮',
  cleared: '已清空。',
  making: '正在做……',
  saved: (name: string): string => `已存为“${name}”。`,
  notMade: '没有做成。请检查网络，再试一次；讲义篮里的东西都还在。',
  listCopied: '已复制参考文献。',
  noReferences: '讲义里还没有要引用的东西。',
  notCopied: '没有复制成功，请用“参考文献（.txt）”。',
  linkCopied: '已复制讲义地址，发给别人就能打开同一份讲义。自己写的话也在地址里。',
  linkLong: (length: number, most: number): string =>
    `这份讲义放不进一个地址（要 ${length} 个字符，最多 ${most} 个）。请用“存成讲义文件”，把文件发给别人，对方在讲义篮里打开。`,
  linkNowhere: '这个库是从磁盘打开的，没有可以发给别人的地址。请用“存成讲义文件”，把文件发给别人。',
  keptUnreadable: '浏览器里存着的讲义篮读不懂，已经另外留着，没有删除；现在的讲义篮是空的。',
  linkNotCopied: '没有复制成功。地址已经写在浏览器的地址栏里，请从那里复制。',
  loading: '正在取各项的内容……',
  preview: '讲义',
  forbidden: '浏览器不让保存，讲义篮只在本页有效。离开前请用“存成讲义文件”。',
  full: '浏览器的存储满了，刚才的改动没有保存。请用“存成讲义文件”，或者取出几项。',
  offer: (count: number): string => `您打开的是一份讲义，共 ${count} 项。`,
  offerOwn: (count: number): string => `您自己的讲义篮里还有 ${count} 项。`,
  replace: '换成这一份',
  append: '加在我的后面',
  decline: '不要',
  replaced: '已换成这一份。',
  appended: (count: number): string => `已加在后面，现在共 ${count} 项。`,
  declined: '讲义篮没有变。',
  tooManyTogether: (count: number, most: number): string =>
    `合起来有 ${count} 项，讲义篮最多放 ${most} 项，没有加。`,
  tooLarge: '这个文件太大，不像是讲义文件，没有打开。讲义篮没有变。',
  fault: (fault: BasketFault): string => {
    switch (fault.kind) {
      case 'unreadable':
        return '读不懂：内容不全或已经损坏，也可能不是讲义文件。讲义篮没有变，请向发给您的人再要一次。';
      case 'other':
        return '这不是讲义文件。讲义篮没有变。';
      case 'tooMany':
        return `里面有 ${fault.count} 项，最多 ${fault.most} 项，没有打开。讲义篮没有变。`;
      case 'later':
        return '这份讲义是较新的版本写的，能读懂的都列在下面，读不懂的原样留着。';
      case 'style':
        return `没有“${fault.style}”这种参考文献格式，改用国家标准。`;
      case 'items':
        return `第 ${fault.places.join('、')} 项看不懂，原样留着，要不要取出由您决定。`;
    }
  },
} as const;
