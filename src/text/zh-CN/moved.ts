/** Words of a page that stands where another one was. */

export const moved = {
  title: '这一页换了地址',
  sentence: '这一页换了地址，现在在：',
  why: (on: string, note: string): string => `${on} 改。缘由：${note}`,
} as const;
