/** What the server of the editing desk says of itself; its pages have words of their own. */
export const desk = {
  columns: {
    draft: '草稿',
    review: '待审',
    ready: '可发布',
    published: '已发布',
    retired: '已撤',
  },
  drawings: {
    Steps: '先后步骤',
    Tiers: '由宽到窄的层级',
    Loop: '循环',
    Grid: '对照表',
    Note: '编者注',
  },
  /** Fields by their place, where the usual name of the field would mislead. */
  labels: {
    retired: '撤下的说明',
    'retired.on': '哪天撤下的',
    'retired.by': '谁决定的',
    'retired.reason': '为什么撤下',
    'aftermath.on': '哪天查的',
    'aftermath.text': '查到了什么',
    'aftermath.source': '从哪里查到的',
    'source.title': '原文标题',
    'source.url': '网址',
  },
  paragraph: (at: number): string => `正文第 ${at} 段`,
  inReview: '到“审读”里对照原文重读，再勾上',
  noArticle:
    '本库要求每一处陈述都写明原文出处，这一篇还没有说原文在哪里：在“原文”一栏打开它的原文，按“这份就是本篇的原文”。',
  unreadable: '这一篇还有没写完或写错的栏，先到填写里改好。',
  choices: {
    person: '个人',
    team: '课题组、编辑部、机关',
    'zh-CN': '中文',
    en: '英文',
  },
} as const;
