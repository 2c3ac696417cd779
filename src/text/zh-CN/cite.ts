/** Words of citing. */

export const cite = {
  title: '引用本页',
  otherStyles: '其他格式',
  downloads: '下载',
  guide: '怎样引用，哪些是标准的写法，哪些是本库的写法',
  code: '本页地址的二维码',
  copy: '复制',
  copied: '已复制',
  notCopied: '没有复制成功，请选中文字后手动复制。',
  copyLink: (number: string): string => `复制第 ${number} 段的链接`,
  linkCopied: (number: string): string => `已复制第 ${number} 段的链接`,
  copyQuotation: '复制引文',
  paragraphs: (from: number, to: number): string =>
    from === to ? `第 ${from} 段` : `第 ${from}–${to} 段`,
  editionNotice: (cited: number, current: number): string =>
    `您打开的地址引用的是第 ${cited} 版，本页现在是第 ${current} 版。此后的修改：`,
} as const;
