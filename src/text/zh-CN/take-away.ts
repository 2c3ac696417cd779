/** Words of taking practices away as a file. */

export const takeAway = {
  page: '带走这一页的实践',
  found: '带走检索到的全部实践',
  making: '正在生成……',
  made: (count: number): string => `已生成，共 ${count} 篇`,
  nothing: '这里没有可以带走的实践',
  tooMany: (most: number): string => `一次最多 ${most} 篇，更多请在“数据”页下载整个库`,
  failed: '没有生成成功，请重试',
} as const;
