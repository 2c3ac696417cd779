/** Words of a comparison as it is made in the browser. */

export const comparison = {
  caption: (places: readonly string[]): string => `${places.join('、')}对照`,
  remove: '移去',
  removeNamed: (title: string): string => `移去：${title}`,
  state: (count: number): string =>
    count === 0
      ? '还没有挑选实践。'
      : count === 1
        ? '只有一篇，再加一篇就能对照。'
        : `正在对照 ${count} 篇。`,
  unknown: (ids: string): string => `没有找到：${ids}。编号可能写错，也可能已经撤下。`,
  repeated: (ids: string): string => `重复的只列一次：${ids}。`,
  tooMany: (ids: string): string => `最多对照四篇，没有列出：${ids}。`,
  unreachable: (ids: string): string => `暂时读不到：${ids}。请检查网络，再刷新本页。`,
  agreement: { same: '相同', partly: '部分相同', different: '各不相同' },
  allSay: '都是',
  someSay: (count: number): string => `${count} 篇都是`,
  silent: (silent: number, all: number): string => (silent === all ? '都未载' : `${silent} 篇未载`),
  notStated: '原文未载',
  rows: {
    problems: '问题',
    lead: '谁牵头',
    measures: '机制',
    running: '怎么运转',
    figures: '数据',
    outcomes: '成效',
    conditions: '条件',
    limits: '局限',
    source: '出处',
  },
  section: (section: string): string => `原文：${section}`,
  signed: '署名',
  signedBy: (name: string): string => `署名人 ${name}`,
  paragraph: (number: number | null): string => `第 ${number} 段`,
  tableRow: (first: string, rest: readonly string[]): string => `${first}：${rest.join('；')}`,
  figure: (facts: readonly string[], caveat: string | null): string =>
    `${facts.join('，')}${caveat === null ? '' : `。${caveat}`}`,
  source: (parts: readonly string[]): string => parts.join('；'),
  written: (period: string | null): string => `成文${period ?? '时间待考'}`,
  unknownFacts: (names: readonly string[]): string => `${names.join('、')}待考`,
} as const;
