/** The editing desk, where a practice is written: its three columns, its fields and faults. */
export const write = {
  columns: { source: '原文', form: '填写', page: '网页' },
  hide: (name: string): string => `收起${name}`,
  showColumn: (name: string): string => `打开${name}`,
  columnsLabel: '三栏',
  widths: (name: string): string => `${name}一栏的宽窄，用左右方向键调`,
  tabs: {
    basics: '要点',
    measures: '做法',
    figures: '数字',
    claims: '成效与局限',
    asked: '缺与问',
    source: '出处',
    prose: '正文',
    editions: '版次',
    other: '其他',
    file: '原样',
  },
  tabFaults: (name: string, count: number): string => `${name}，还差 ${count} 处`,
  review: '审读',
  publish: '发布……',
  retire: '撤下……',
  toReview: '送审',
  toDraft: '退回草稿',
  saves: '撤回……',
  save: '存',
  more: '更多',
  states: {
    draft: '草稿',
    review: '待审',
    published: '已发布',
    retired: '已撤',
  } as Readonly<Record<string, string>>,
  unreadable:
    '表头写得不合格式，读不出各栏。改好下面这一页里标出的地方，各栏就回来了；什么也没有丢。',
  cannotSave: (why: string): string => `存不了：${why}。打的字编辑台替您留着，不会丢。`,
} as const;

export const saveState = {
  label: '存盘',
  saved: '已存',
  savedAt: (time: string): string => `已存，${time}`,
  changed: '有改动，还没存',
  kept: '有改动，还没存（打的字已留底）',
  saving: '正在存……',
  failed: (why: string): string => `存不了，因为${why}`,
  done: (lines: number): string =>
    lines === 0 ? '没有改动，不用存。' : `存好了，改了 ${lines} 行。`,
  commit: (name: string): string => `记在 ${name}。`,
} as const;

export const restored = {
  label: '找回的字',
  found: (time: string): string => `找回了 ${time} 打了没存的字，已经放在下面。`,
  stale: '在那以后，文件又被别人改过：存的时候会把两边都给您看。',
  drop: '丢掉，回到文件里的',
  keep: '就用找回的',
  local: (time: string): string => `这个浏览器里还留着 ${time} 打了没存的字。`,
  use: '找回来',
} as const;

export const fields = {
  required: '必填',
  empty: '还没有填',
  fromList: '打字就能找；清单里没有的，在末尾新建',
  /** What a sentence of the schema says of the file, and what is said in its place on the form. */
  inFile: [
    [/，(?:要)?加引号/, ''],
    [/写 \[\]/, '不添'],
    [/^出处：先用 kind 写明种类/, '先选种类'],
    [/把这一行整行删去/, '留空'],
    [/，例如 "(\w+)"/, '，例如 $1'],
  ] as readonly (readonly [RegExp, string])[],
  add: (name: string): string => `添一条${name}`,
  remove: '删去',
  up: '上移',
  down: '下移',
  row: (name: string, at: number): string => `${name}第 ${at} 条`,
  removeRow: (row: string): string => `删去${row}`,
  upRow: (row: string): string => `上移${row}`,
  downRow: (row: string): string => `下移${row}`,
  removed: (row: string): string =>
    `删去了${row}。按 Ctrl+Z 不能找回，可以用“撤回”回到上次存的样子。`,
  length: (now: number, most: number): string => `${now}／${most} 字`,
  number: (now: number, least: number, most: number | null): string =>
    most !== null
      ? `${now} 条，${least} 到 ${most} 条`
      : least > 0
        ? `${now} 条，至少 ${least} 条`
        : `${now} 条`,
  nothing: '没有找到',
  choose: '选……',
  none: '不填',
  notInList: (id: string): string => `${id}（清单里没有）`,
  takeOut: (name: string): string => `去掉${name}`,
  more: (typed: string): string => (typed === '' ? '新建……' : `新建“${typed}”……`),
  taken: (names: string): string => `已选：${names}`,
  instead: (name: string): string => `写“${name}”`,
  insteadOf: (name: string): string => `这一栏写着“${name}”`,
  rowsInstead: '改成逐条填',
  group: '要填',
  dropGroup: '这一项不填',
  addGroup: (name: string): string => `填写${name}`,
  kindOf: '种类',
  ofSource: '原文里的小节',
} as const;

export const newEntry = {
  title: (list: string): string => `新建${list}`,
  lists: {
    regions: '地区',
    topics: '主题',
    problems: '问题',
    institutions: '机构',
    authors: '署名人',
    terms: '术语',
  } as Readonly<Record<string, string>>,
  make: '添进清单',
  made: (name: string): string => `清单里添了“${name}”。`,
  division: '找地区',
  divisionHint: '打名称或六位代码，例如 固镇 或 340323。上级没有的一并添上。',
  divisionListed: '清单里已有',
  divisionAdds: '将添进清单。通称和拼音是拟的，请核对：',
  short: '通称',
  pinyin: '拼音',
  proposed: '照名称拟的，请核对。',
  propose: '照名称拟编号和拼音',
  perLine: '一行写一个',
} as const;

export const faults = {
  count: (count: number): string => (count === 0 ? '写法没有问题' : `还差 ${count} 处`),
  title: '要改的地方',
  none: '现在没有要改的地方。',
  judging: '正在查……',
  line: (line: number): string => `第 ${line} 行`,
  go: (field: string): string => `到${field}`,
  wrote: (value: string): string => `写着“${value}”`,
  mended: (label: string): string => `改好了：${label}`,
  stale: '文字刚改过，等查完再按。',
  elsewhere: '别的文件',
  next: '下一处',
} as const;

export const prose = {
  label: '正文',
  tools: '正文工具',
  bold: '粗体',
  list: '列表',
  numbered: '编号列表',
  table: '表格',
  note: '编者注',
  drawing: '画图……',
  section: '小节',
  addSection: '添小节……',
  allSections: '六个小节都有了',
  faults: '正文里要改的',
  copied: (length: number): string => `与原文连着 ${length} 个字一样，换成自己的话`,
  copiedCount: (count: number): string => `与原文连着一样的有 ${count} 处，下面划了线`,
  characters: (count: number): string => `${count} 字`,
  placeholder: '先添小节，再写正文',
  noteText: '编者注的内容',
  tableHead: ['项目', '内容'],
  bodyLine: (line: number): string => `正文第 ${line} 行`,
  file: '整份文件',
} as const;

export const drawing = {
  title: '画图',
  change: '改这张图',
  kind: '哪一种',
  caption: '图题',
  captionHint: '一句话说出画的是什么',
  item: (at: number): string => `第 ${at} 项`,
  name: '名称',
  text: '说明',
  column: (at: number): string => `第 ${at} 列`,
  head: '表头',
  rowAt: (at: number): string => `第 ${at} 行`,
  addItem: '添一项',
  addRow: '添一行',
  addColumn: '添一列',
  dropColumn: '减一列',
  put: '放进正文',
  replace: '换上',
  needs: '写好图题，至少两项有名称。',
} as const;

export const source = {
  none: '这一篇还没有配原稿。',
  open: '在旁边打开一份：',
  choose: '选一份原稿',
  takeIn: '收一份原稿……',
  tools: '选中的文字',
  selected: (text: string): string => `选中：${text}`,
  toFigure: '记为数字',
  toSection: '用作小节',
  toGround: '就据这几个字',
  moreGround: '也据这几个字',
  ofNobody: '这份还没有记作哪一篇的原文。',
  claim: '这份就是本篇的原文',
  ofOthers: '这份原文现在归在别的篇目下。按“分段落归属”，把本篇的段落一段段归给“本文”。',
  figureOf: (number: string): string => `把 ${number} 记为数字`,
  figureMade: (number: string, section: string): string =>
    `“数字”里添了一条：${number}，小节“${section}”。请写它数的是什么。`,
  sectionFilled: (section: string): string => `小节填好了：${section}`,
  noRow: '先把光标放到一条做法、数字、成效、条件或局限里，再点小节。',
  noNumber: '选中的文字里没有数字。',
  beginning: '篇首',
  paragraph: (at: number): string => `第 ${at} 段`,
  belongs: { this: '本文', another: '另一篇', unused: '不用', open: '未定' } as Readonly<
    Record<string, string>
  >,
  attribution: '段落归属',
  attribute: '分段落归属',
  attributeEnd: '归属分好了',
  attributeLead: '按 1 本文、2 另一篇、3 不用、0 未定，自动走到下一段；Shift+↓ 连选几段。',
  attributed: (open: number): string => (open === 0 ? '各段都有归属' : `还有 ${open} 段未定`),
  restAre: (name: string): string => `未定的都归${name}`,
  onlyThis: '只看本文',
  find: '在原文里找',
  found: (at: number, of: number): string => `${at}／${of}`,
  notFound: '没有找到',
} as const;

export const page = {
  title: '网页的样子',
  waiting: '网页正在准备，头一次要等十几秒……',
  making: '正在更新……',
  newest: '最新',
  wide: '按电脑宽度看',
  narrow: '按手机宽度看',
  unreachable: '网页没有取到。',
} as const;

export const conflict = {
  title: '文件被别处改过了',
  lead: '您打开以后，这个文件在别处改过。两边都在下面，没有丢。逐项选留哪一边，再存。',
  gone: '文件在别处删掉了。按“照我的存”会重新写出来。',
  mine: '我的',
  theirs: '文件里的',
  prose: '正文',
  same: '两边一样，直接存就行。',
  save: '照选的存',
  saveMine: '照我的存',
  back: '先不存',
  absent: '（没有）',
  stateField: '状态',
} as const;

export const history = {
  title: '撤回',
  lead: '回到某次存之前的样子。最近的在上面。',
  none: '还没有可以撤回的。',
  undo: '撤回这一次',
  at: (time: string): string => time,
} as const;
