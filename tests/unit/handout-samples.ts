import type { HandoutBlock, HandoutDocument, HandoutPart } from '#domain/handout/document.ts';
import { randomFrom } from '../random.ts';

const place = (number: number) => ({
  number,
  address: `https://practices.example.org/practices/p/#p-${number}`,
});

const blocks: readonly HandoutBlock[] = [
  { kind: 'paragraph', text: '一句话说明。', place: null },
  { kind: 'heading', level: 1, text: '做法' },
  { kind: 'paragraph', text: '先调后诉。纠纷先由社区接手，接不住的交给街道。', place: place(1) },
  { kind: 'list', isOrdered: true, items: ['登记', '受理'], place: place(2) },
  { kind: 'list', isOrdered: false, items: ['街道', '社区'], place: null },
  { kind: 'heading', level: 2, text: '怎么运转' },
  {
    kind: 'table',
    caption: '谁做什么',
    header: ['谁', '做什么'],
    rows: [['社区', '就地化解\n上报'], ['街道']],
    place: place(3),
  },
  ...(['steps', 'tiers', 'loop'] as const).map((form): HandoutBlock => ({
    kind: 'drawing',
    form,
    caption: `${form} 图`,
    items: ['源头 每日巡查', '社区 就地化解', '街道 疑难案件协同处置'],
    place: place(4),
  })),
  {
    kind: 'figures',
    figures: ['1971个', '17个', '7日', '12家'].map((amount, index) => ({
      amount,
      counts: `数的是第${index + 1}样`,
      context: index === 1 ? null : '全区，2022年',
      caveat: index === 2 ? null : '原文未载统计口径',
      place: place(5),
    })),
  },
  { kind: 'note', label: '编者注', paragraphs: ['原文此处疑有误字。'] },
  { kind: 'own', paragraphs: ['请带着两个问题去听。'] },
  { kind: 'questions', heading: '讨论题', items: ['谁先接手？', '接不住怎么办？'] },
];

const mark = (number: number) => ({ number, text: `[${number}]` });

/** A handout with each kind of block in it. */
export const everyKind: HandoutDocument = {
  title: '怎样把纠纷化解在诉前',
  subtitles: ['第三讲', '2026 年 11 月 29 日'],
  imprint: ['取自“治理实践库”', '整理日期：2026 年 11 月 29 日'],
  address: 'https://practices.example.org/handout/',
  day: '2026-11-29',
  parts: [
    {
      title: '四级漏斗',
      line: '北京市东城区　政法委',
      edition: '第 2 版',
      address: 'https://practices.example.org/practices/p/',
      blocks,
      references: [mark(1), mark(2)],
    },
    { title: '我的话', line: null, edition: null, address: null, blocks: [], references: [] },
  ],
  references: [
    [{ text: '张三. 四级漏斗[J]. 2022.', italic: false }],
    [
      { text: 'Zhang S. ', italic: false },
      { text: 'The Funnel', italic: true },
    ],
  ],
  style: 'gbt-7714-2025-numeric',
  referencesHeading: '参考文献',
};

const pieces = [
  '矛盾纠纷',
  '就地化解',
  '“诉前”',
  '……',
  '——',
  '𠮷',
  '𰻞',
  '👩‍🏫',
  '🏛️',
  '①',
  '㎡',
  'GB/T 7714—2025',
  '<b>&amp;</b>',
  '"quoted"',
  "it's",
  '\u0000',
  '\u000b',
  '\ud83d',
  '\udc00',
  '\ufffe',
  'Ünïcödé',
  '，',
  '。',
  '；',
  '100%',
];

/** Documents nobody would write, and some basket will hold all the same. Equal for equal seeds. */
export function randomHandout(seed: number): HandoutDocument {
  const { next, of } = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  let count = 0;
  /** Each text has a number of its own, by which it is found again. */
  const text = (most: number): string => {
    count += 1;
    const words = Array.from({ length: 1 + upTo(most) }, () => of(pieces)).join('');
    return `文${seed}之${count}号${words}`;
  };
  const texts = (from: number, most: number, length: number): string[] =>
    Array.from({ length: from + upTo(most - from) }, () => text(length));
  const somewhere = () => (next() < 0.5 ? null : place(1 + upTo(80)));
  const block = (): HandoutBlock => {
    switch (upTo(10)) {
      case 0:
        return { kind: 'heading', level: next() < 0.5 ? 1 : 2, text: text(5) };
      case 1:
      case 2:
        return { kind: 'paragraph', text: text(of([5, 30, 120])), place: somewhere() };
      case 3:
        return {
          kind: 'list',
          isOrdered: next() < 0.5,
          items: texts(1, 9, 12),
          place: somewhere(),
        };
      case 4: {
        const columns = 1 + upTo(of([3, 3, 9]));
        return {
          kind: 'table',
          caption: next() < 0.5 ? null : text(5),
          header: texts(columns, columns, 3),
          rows: Array.from({ length: upTo(12) }, () => texts(1, columns, of([4, 4, 40]))),
          place: somewhere(),
        };
      }
      case 5:
      case 6:
        return {
          kind: 'drawing',
          form: of(['steps', 'tiers', 'loop'] as const),
          caption: text(4),
          items: texts(1, of([4, 6, 14]), of([3, 8, 30])).map((item) =>
            next() < 0.5 ? item : `${of(['源头', '社区', '街道'])} ${item}`,
          ),
          place: somewhere(),
        };
      case 7:
        return {
          kind: 'figures',
          figures: Array.from({ length: 1 + upTo(6) }, () => ({
            amount: `${upTo(9999)}${of(['个', '万人次', '件'])}`,
            counts: text(6),
            context: next() < 0.3 ? null : text(5),
            caveat: next() < 0.3 ? null : text(of([6, 30])),
            place: somewhere(),
          })),
        };
      case 8:
        return { kind: 'note', label: text(1), paragraphs: texts(1, 3, of([10, 60])) };
      case 9:
        return { kind: 'own', paragraphs: texts(1, 3, of([10, 200])) };
      default:
        return {
          kind: 'questions',
          heading: next() < 0.3 ? null : text(3),
          items: texts(1, 5, of([8, 30])),
        };
    }
  };
  const references = Array.from({ length: 1 + upTo(11) }, () => [
    { text: text(12), italic: false },
    { text: 'Journal of Governance', italic: true },
  ]);
  const parts = Array.from({ length: seed % 10 === 9 ? 200 : 1 + upTo(6) }, (): HandoutPart => {
    const isOwn = next() < 0.2;
    return {
      title: text(of([3, 10])),
      line: isOwn ? null : text(8),
      edition: isOwn ? null : text(2),
      address: isOwn ? null : of(['https://practices.example.org/practices/p/', '不是地址']),
      blocks: Array.from({ length: upTo(seed % 10 === 9 ? 2 : 10) }, block),
      references: isOwn ? [] : [mark(1 + upTo(references.length - 1))],
    };
  });
  const [first] = parts;
  if (first && seed % 10 === 4) {
    const long = '很长的一段自己的话，一直说下去。'.repeat(3125);
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(30);
    parts[0] = {
      ...first,
      blocks: [...first.blocks, { kind: 'own', paragraphs: [long, word, text(3)] }],
    };
  }
  return {
    title: text(of([2, 12])),
    subtitles: texts(0, 3, 5),
    imprint: texts(1, 3, 5),
    address: of([
      null,
      'https://practices.example.org/handout/',
      `https://a.example/#${'x'.repeat(1900)}`,
    ]),
    day: '2026-11-29',
    parts,
    references,
    style: of(['gbt-7714-2025-numeric', 'gbt-7714-2025-author-date'] as const),
    referencesHeading: text(2),
  };
}

/** Every text of a handout, with what is said around it taken away. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    ['kind', 'form', 'address', 'day', 'style'].includes(key) ? [] : textsIn(inside),
  );
}

/** As XML can hold it, blanks and line breaks aside. */
export const held = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/gu, '');
