import { searchBox } from '#text/zh-CN/search-box.ts';

/** Words of search and its filters. */

export const search = {
  ...searchBox,
  label: '检索',
  placeholder: '搜地区、主题、问题、做法',
  example: (words: readonly string[]): string =>
    words.length === 0 ? '' : `例如：${words.join('、')}`,
  submit: '检索',
  hint: '可输入拼音、首字母或繁体；加引号查整句',
  hintKeys: '；按 / 键随时检索',
  title: '实践',
  results: '检索结果',
  count: (count: number): string => `共 ${count} 篇`,
  found: (exact: number, near: number): string => {
    if (near === 0) return `共 ${exact} 篇`;
    return exact === 0 ? `有 ${near} 篇意思相近` : `共 ${exact} 篇，另有 ${near} 篇意思相近`;
  },
  near: '按意思最接近',
  nearNote: '没有一字不差的句子，按意思排列',
  foundBy: '找到它的词：',
  foundByProblem: '它所答的问题与此相近',
  insteadOf: (meant: string): string => `已按“${meant}”查，`,
  asTyped: (typed: string): string => `仍要查“${typed}”`,
  more: (left: number): string => `更多（还有 ${left} 篇）`,
  head: '基本信息',
  sort: '排序',
  sorts: { relevance: '按相关度', reviewed: '按最近核对', place: '按地区' },
  /** Without words there is nothing to be relevant to. */
  sortWithoutWords: '按收录先后',
  nothing: '没有找到切题的内容',
  nothingHelp:
    '本库还没有讲到这件事的实践。可以换个说法、减少字词、去掉筛选条件再试，或者从这里找：',
  onlySigns: '检索框里只有标点符号，没有可查的字',
  orFrom: '或者从这里找：',
  tellOf: '库里缺的做法',
  tell: '想看的做法库里没有？告诉编辑部缺什么',
  nearest: '相近的条目',
  failed: '检索没有启动',
  failedHelp: '检索用的数据没有取到，可能是网络中断。可以重试，也可以从这里找：',
  retry: '重试',
  noScript:
    '浏览器没有运行检索脚本，检索和多项筛选不能用。下面列出已收录的实践，也可以展开“筛选条件”，逐项进入。',
} as const;

export const facets = {
  label: '筛选',
  toResults: '跳到结果',
  further: (count: number): string => `更多（${count}）`,
  clear: '清除筛选',
  open: '筛选条件',
  openWith: (chosen: number): string => (chosen > 0 ? `筛选条件（已选 ${chosen}）` : '筛选条件'),
  left: (left: number): string => `还有 ${left} 项没有列出，在检索框里输入名称就能选。`,
  leftPages: (label: string): string => `全部${label}`,
  chosen: '已选的筛选条件',
  remove: (label: string): string => `去掉筛选：${label}`,
} as const;

export const answerCard = {
  kinds: { problem: '问题 · 各地怎么办', topic: '主题', term: '术语', region: '地区' },
  places: '各地做法',
  on: (kind: 'problem' | 'topic' | 'term' | 'region', practices: number): string => {
    if (kind === 'term') return '看解释和出处';
    if (practices === 0) return '看这个地方的页面';
    return {
      problem: `看各地怎么办（${practices} 篇）`,
      topic: `看综述和 ${practices} 篇实践`,
      region: `看这里的 ${practices} 篇`,
    }[kind];
  },
  count: (practices: number): string => ` ${practices} 篇`,
  near: '相近：',
  nearPlaces: '附近已有的：',
  emptyPlace: (place: string): string => `本库还没有收录${place}的做法。`,
} as const;
