/** Words around one page for the leader. */

export const onePageTools = {
  name: '一页通',
  description: (title: string): string =>
    `${title}：谁在做、怎么做、有哪些数、没有人说什么、可以问什么，一页纸。`,
  print: '打印这一页',
  word: 'Word 文档',
  making: '正在做……',
  saved: (name: string): string => `已存为“${name}”。`,
  notMade: '没有做成。请检查网络，再试一次。',
} as const;
