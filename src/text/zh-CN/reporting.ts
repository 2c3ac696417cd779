/** How readers tell of errors. */
export const reporting = {
  lead: '发现错误，请告诉我们：',
  write: '写信报告',
  fill: '填表报告',
  /** What happens on the way out of the site. */
  filled: '已填好本页的标题和地址。',
  paragraph: (number: number): string => `报告第 ${number} 段有误`,
  phone: (number: string): string => `电话 ${number}`,
  email: (address: string): string => `邮箱 ${address}`,
  form: (address: string): string => `网上表单 ${address}`,
  say: '请说明网页地址、第几段和您的依据。',
  nobody: '发现错误，请把网页地址、第几段和您的依据告诉维护本站的单位。',
  place: (paragraph: number): string => `第 ${paragraph} 段`,
  subject: (title: string, place: string): string =>
    `内容有误：${title}${place === '' ? '' : `，${place}`}`,
  letter: (title: string, address: string, place: string): readonly string[] => [
    `网页：${title}`,
    `地址：${address}`,
    `位置：${place}`,
    '',
    '错在哪里：',
    '依据：',
  ],
  page: (address: string): string => `本页地址：${address}`,
} as const;
