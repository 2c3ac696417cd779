import type { GroundWords, SourcePlace } from '#domain/grounds/notes.ts';

/** What is said of the words of a source that statements rest on. */
export const grounds = {
  title: '原文里的依据',
  editor: '编者',
  /** Where words were looked for that stand nowhere. */
  whole: '全文',
  searched: '查过全文',
  /** `三、第2段` */
  place: ({ section, label, paragraph }: SourcePlace): string => {
    if (section === 0) {
      if (paragraph === null) return '篇首';
      return paragraph === 0 ? '标题' : `篇首第${paragraph}段`;
    }
    const name = label ?? `第${section}节`;
    if (paragraph === null) return label === null ? name : `第${name.replace(/[、.．]$/u, '')}节`;
    return paragraph === 0 ? `${name}小标题` : `${name}第${paragraph}段`;
  },
  /** `“区级中心……统筹调度”` */
  passage: (ends: readonly string[]): string => `“${turned(ends.join('……'))}”`,
  absent: (words: readonly string[]): string => `没有“${words.map(turned).join('”“')}”`,
  join: (notes: readonly string[]): string => notes.join('；'),
  ofParagraph: (number: number, notes: string): string => `第 ${number} 段：${notes}`,
  counts: ({ all, source, absence, editor, open }: GroundCounts): string =>
    `${[
      `本页 ${all} 处陈述：${source} 处有原文出处`,
      ...(absence > 0 ? [`${absence} 处查过全文、原文未载`] : []),
      ...(editor > 0 ? [`${editor} 处为编者`] : []),
      ...(open > 0 ? [`${open} 处还没有注明`] : []),
    ].join('，')}。`,
  explained:
    '正文里的小号数字、记录里的位置都指到这里。“没有”的词是在全文里查过的。标“编者”的是本库的话。',
  /** `原文三、第2段` */
  pinpoint: (places: readonly string[]): string => `原文${places.join('、')}`,
} as const satisfies GroundWords & Readonly<Record<string, unknown>>;

interface GroundCounts {
  readonly all: number;
  readonly source: number;
  readonly absence: number;
  readonly editor: number;
  readonly open: number;
}

/** Marks inside a quotation turn single; one whose other half is cut off says nothing and goes. */
function turned(words: string): string {
  const opening = words.split('“').length;
  const closing = words.split('”').length;
  return opening === closing
    ? words.replace(/“/g, '‘').replace(/”/g, '’')
    : words.replace(/[“”]/g, '');
}
