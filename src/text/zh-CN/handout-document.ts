import type { HandoutWords } from '#domain/handout/handout-words.ts';
import { isOfNotes } from '#domain/citation/styles.ts';
import { citationStyles } from '#text/zh-CN/citation-styles.ts';
import { comparison } from '#text/zh-CN/comparison.ts';
import { dates } from '#text/zh-CN/dates.ts';
import { source } from '#text/zh-CN/source.ts';

/** Words that stand in a handout. */
export const handoutDocument: HandoutWords = {
  source,
  comparison,
  handout: {
    untitled: '讲义',
    ownTitle: '我的话',
    questionsTitle: '讨论题',
    comparisonOf: (places) => `${places.join('、')}对照`,
    madeOn: (day) => `整理日期：${dates.inWords(day)}`,
    from: (library, version, address) =>
      [`取自“${library}”`, version === null ? null : `数据版本 ${version}`, address]
        .filter((part) => part !== null)
        .join('，'),
    licence: (licence) => `摘编文字以 ${licence} 许可使用，须注明出处。`,
    edition: (edition, day) =>
      day === null ? `第 ${edition} 版` : `第 ${edition} 版，${dates.inWords(day)}`,
    asOf: (day) => `所依据的各篇最近一次修改：${dates.inWords(day)}`,
    place: (region, institution) => `${region}　${institution}`,
    join: (parts) => parts.join('，'),
    references: (style) =>
      `${isOfNotes(style) ? '注释' : '参考文献'}（${citationStyles[style].label}）`,
    measures: '机制',
    measureHead: ['名称', '怎么运转'],
    figures: '主要数字',
    outcomes: '文章自述的成效',
    conditions: '文章说明的条件',
    limits: '文章承认的局限',
    notStated: '原文未载',
    unverified: '待考',
    questionsOurs: '课堂讨论（编者拟）',
    editorsNote: '编者注',
    ours: (heading) => `${heading}（编者的看法）`,
    reading: '编者的读法',
    retired: (day, reason) => `这一篇已于${dates.inWords(day)}撤下。缘由：${reason}`,
    claim: (text, section) => `${text}（原文：${section}）`,
    quoted: (number) => `第 ${number} 段`,
    definition: '问题',
    answers: '各地怎么办',
    way: (text, place) => `${text}（${place}）`,
    unsaid: '各篇都没有说的',
    row: '项目',
    silent: '原文未载',
    fact: (label, value) => `${label}：${value}`,
    missing: {
      unknown: '没有找到这一项。编号可能写错，也可能已经不在这个库里。',
      unreachable: '暂时读不到这一项。请检查网络，再打开一次讲义。',
      paragraph: '这一篇里没有这一段，也没有它的撤下记录。',
      figure: '这一篇里已经没有这个数字。',
      item: '看不懂的一项',
    },
    gone: (day, note) => `这一段已于${dates.inWords(day)}不在正文里：${note}。`,
    goneTo: '下面是现在的那一段。',
    some: (shown, all) => `（共 ${all} 个，列 ${shown} 个）`,
    brief: {
      name: '一页通',
      who: '谁在做，怎么做',
      several: (names, all) =>
        names.length < all ? `${names.join('、')}等 ${all} 项` : names.join('、'),
      head: ['谁', '做什么', '怎么运转'],
      figures: '数字',
      figureHead: ['数字', '数的是什么', '哪里，何时', '使用提示'],
      silences: '没有说的',
      silentRow: (row) => `${row}：各篇都未载。`,
      silentPlace: (place, what) => `${place}未载：${what}`,
      questions: '可以问的问题（编者拟）',
      ask: (place, what) => `请${place}说明：${what}`,
      left: (count) => `（另有 ${count} 篇没有列）`,
    },
  },
};
