/** Words between the lines of a handout. */

export const handoutMarks = {
  open: '在库里打开这份讲义',
  code: '打开这份讲义的二维码',
  paragraph: (number: number): string => `第 ${number} 段`,
  caveat: (caveat: string): string => `使用提示：${caveat}`,
  restsOn: '见参考文献',
  returns: '回到第一步',
} as const;
