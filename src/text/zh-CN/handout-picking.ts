/** Words of putting things into the basket, on every page. */

export const handoutPicking = {
  name: '讲义篮',
  add: '放进讲义篮',
  isIn: '已在讲义篮',
  parts: '挑段落、图和数字',
  rows: '挑数字放进讲义篮',
  partsFailed: '暂时读不到这一篇的段落。请检查网络，再试一次。',
  /** The beginning of a paragraph, by which a reader knows it. */
  part: (number: number, text: string): string =>
    `第 ${number} 段　${[...text].length > 40 ? `${[...text].slice(0, 40).join('')}……` : text}`,
  figure: (amount: string, counts: string): string => `${amount}　${counts}`,
  link: (count: number): string => `讲义篮（${count}）`,
  added: (count: number): string => `已放进讲义篮，共 ${count} 项。`,
  removed: (left: number): string => `已从讲义篮取出，还有 ${left} 项。`,
  forNow: '已放进讲义篮。浏览器不让保存，离开本页就没有了：请现在打开讲义篮，存成文件。',
  noRoom: '已放进讲义篮，但浏览器的存储满了，没有保存。请打开讲义篮存成文件，或取出几项。',
  full: (most: number): string => `讲义篮最多放 ${most} 项，先取出几项再放。`,
} as const;
