/** Words of the search box, on every page. */
import { vocabularyLabels } from '#text/zh-CN/vocabularies.ts';

export const searchBox = {
  suggestions: '检索建议',
  suggested: (count: number): string => (count > 0 ? `${count} 条建议，按上下键选择` : '没有建议'),
  kinds: {
    ...vocabularyLabels,
    practice: '实践',
  },
} as const;
