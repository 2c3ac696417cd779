/** Words of picking practices for a comparison, on every page. */

export const picking = {
  add: '加入对照',
  picked: '已加入对照',
  tray: (count: number): string => `对照（${count}）`,
  cleared: '已清空对照。',
  removed: (left: number): string => `已移去，还有 ${left} 篇。`,
  added: (count: number): string => `已加入，共 ${count} 篇。`,
  addedForNow: '已加入。浏览器不让保存，离开本页前请先打开对照。',
  full: (most: number): string => `最多对照 ${most} 篇，先移去一篇再加。`,
} as const;
