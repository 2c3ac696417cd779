import { searchBox } from '#text/zh-CN/search-box.ts';

/** Words of search and its filters. */

export const search = {
  ...searchBox,
  label: '检索',
  placeholder: '搜地区、主题、问题、做法',
  example: '例如：微法庭、风险评估、蚌埠',
  submit: '检索',
  hint: '可输入拼音、首字母或繁体；加引号查整句',
  hintKeys: '；按 / 键随时检索',
  title: '实践',
  results: '检索结果',
  count: (count: number): string => `共 ${count} 篇`,
  found: (exact: number, near: number): string =>
    near === 0 ? `共 ${exact} 篇` : `共 ${exact} 篇，另有 ${near} 篇相近`,
  near: '相近',
  nearNote: '用了别的说法，或只含一部分字词',
  insteadOf: (typed: string, meant: string): string =>
    `没有写作“${typed}”的内容，以下是“${meant}”的结果。`,
  more: (left: number): string => `更多（还有 ${left} 篇）`,
  head: '目录卡',
  sort: '排序',
  sorts: { relevance: '按相关度', reviewed: '按最近核对', place: '按地区' },
  nothing: '没有一字不差的内容',
  nothingHelp: '可以换个说法、减少字词、去掉筛选条件再试，或者从这里找：',
  nearest: '相近的条目',
  failed: '检索没有启动',
  failedHelp: '检索用的数据没有取到，可能是网络中断。可以重试，也可以从这里找：',
  retry: '重试',
  noScript:
    '浏览器没有运行检索脚本，检索和多项筛选不能用。下面列出已收录的实践，也可以展开“筛选条件”，逐项进入。',
} as const;

export const facets = {
  label: '筛选',
  more: '展开全部',
  clear: '清除筛选',
  open: '筛选条件',
  openWith: (chosen: number): string => (chosen > 0 ? `筛选条件（已选 ${chosen}）` : '筛选条件'),
  left: (left: number): string => `还有 ${left} 项没有列出，在检索框里输入名称就能选。`,
  leftPages: (label: string): string => `全部${label}`,
  chosen: '已选的筛选条件',
  remove: (label: string): string => `去掉筛选：${label}`,
} as const;
