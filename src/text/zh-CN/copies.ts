/** Words on the pages of a copy that is opened from disk, and in the files beside it. */

export const copies = {
  label: '这份拷贝',
  made: (day: string): string => `这份拷贝制作于 ${day}`,
  /** `{days}` is filled in in the reader's browser. */
  age: '，已有 {days} 天',
  old: '内容可能已经改过或补充过，引用前请核对新版。',
  newer: '有更新的版本吗',
  start: {
    title: (name: string): string => `打开${name}`,
    notUnpacked:
      '如果点了没有反应，多半是还没有解压：请先关掉这个窗口，在压缩包上点右键选“全部解压”，再从解压出来的文件夹里双击打开。',
  },
  fileName: {
    start: (name: string): string => `打开${name}.html`,
    readme: '说明.txt',
  },
  readme: ({
    name,
    day,
    start,
    address,
    isSigned,
  }: {
    readonly name: string;
    readonly day: string;
    readonly start: string;
    readonly address: string | null;
    readonly isSigned: boolean;
  }): string =>
    [
      `${name}（离线拷贝）`,
      `制作于 ${day}`,
      '',
      '一、怎么打开',
      '1. 把压缩包全部解压到一个文件夹里，放在电脑上或者 U 盘上都行。不要在压缩包里直接打开。',
      `2. 双击“${start}”。不用联网，不用安装任何东西，什么也不会发出去。`,
      '',
      '二、用什么浏览器',
      'Chromium 86（2020 年 10 月）或更新的内核：Chrome、Edge、360、奇安信、统信浏览器都可以。',
      '双击以后如果是别的浏览器打开，请在文件上点右键，选“打开方式”。',
      '',
      '三、里面有什么',
      '全部实践、检索、对照、讲义、核引、数字和下载，都和网站上一样。订阅只有网站上有。',
      '“library”文件夹里是网页和数据，请不要改名，也不要单独拿出里面的文件。',
      '',
      '四、怎么核对这份拷贝',
      '“SHA256SUMS”是清单，写着每个文件的 SHA-256 校验码。装有 sha256sum 的电脑上，在这个文件夹里运行：',
      'sha256sum --check --quiet SHA256SUMS',
      '什么都不输出，就说明每个文件都和制作时一样。',
      '也可以打开拷贝里的“核引”页，选收到的那个 zip，坏了、缺了、被换过的文件都会列出来。',
      isSigned
        ? '“SHA256SUMS.sig”是编辑组对清单的签名。把编辑组公布的公钥存成“公钥.pem”，这样验证：\r\nopenssl dgst -sha256 -verify 公钥.pem -signature SHA256SUMS.sig SHA256SUMS'
        : '这份拷贝没有签名：能查出文件有没有坏，查不出是谁做的。',
      '',
      '五、有没有更新的版本',
      `每一页上都写着这份拷贝有多少天了。${address === null ? '新版请向给您这份拷贝的单位要。' : `新版在 ${address}`}`,
      '',
    ].join('\r\n'),
} as const;
