/** Words of the search box, on every page. */

export const searchBox = {
  suggestions: '检索建议',
  suggested: (count: number): string => (count > 0 ? `${count} 条建议，按上下键选择` : '没有建议'),
  kinds: {
    region: '地区',
    topic: '主题',
    problem: '问题',
    institution: '机构',
    author: '作者',
    term: '术语',
    practice: '实践',
  },
} as const;
