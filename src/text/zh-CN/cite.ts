/** Words of citing. */

export const cite = {
  title: '引用本页',
  code: '本页地址的二维码',
  copy: '复制',
  copied: '已复制',
  notCopied: '没有复制成功，请选中文字后手动复制。',
  copyLink: (number: string): string => `复制第 ${number} 段的链接`,
  linkCopied: (number: string): string => `已复制第 ${number} 段的链接`,
  copyQuotation: '复制引文',
  editionNotice: (cited: number, current: number): string =>
    `您打开的地址引用的是第 ${cited} 版，本页现在是第 ${current} 版。此后的修改：`,
} as const;
