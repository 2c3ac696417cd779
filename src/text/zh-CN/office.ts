import type { OfficeWords } from '#domain/handout/office/words.ts';

/** What stands in Word files and slides besides the handout itself. */
export const office: OfficeWords = {
  language: 'zh-CN',
  faces: { text: '宋体', heading: '黑体', aside: '楷体', note: '仿宋' },
  contents: '目录',
  paragraph: (number) => `第 ${number} 段`,
  paragraphMark: (number) => `〔${number}〕`,
  paragraphMarks: '〔 〕里是网页上的段落号',
  openAgain: '在网上打开这份讲义',
  page: ['第 ', ' 页，共 ', ' 页'],
  caveat: '注意',
  own: '讲义编者自撰，不出自本库',
  restsOn: '见参考文献',
  noted: '出处见注',
  code: '地址的二维码',
  backTo: (name) => `再回到“${name}”`,
  arrow: (from, to) => `由第 ${from} 步到第 ${to} 步`,
  continued: (at, of) => `（${at}/${of}）`,
  wholeTextInNotes: '全文见备注',
  layouts: { cover: '封面', part: '分篇', content: '内容' },
  colon: '：',
  ellipsis: '……',
};
