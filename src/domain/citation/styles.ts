import { apaInText, apaReference } from '#domain/citation/apa.ts';
import { chicagoInText, chicagoNote, chicagoReference } from '#domain/citation/chicago.ts';
import { gbtInText, gbtReference, type GbtForm } from '#domain/citation/gbt-7714.ts';
import { mlaInText, mlaReference } from '#domain/citation/mla.ts';
import type { CitableRecord, ReferenceContext } from '#domain/citation/record.ts';
import type { RichText } from '#domain/citation/rich-text.ts';

export type CitationStyleId =
  | 'gbt-7714-2025-numeric'
  | 'gbt-7714-2025-author-date'
  | 'gbt-7714-2025-note'
  | 'gbt-7714-2015-numeric'
  | 'apa-7'
  | 'mla-9'
  | 'chicago-18-author-date'
  | 'chicago-18-note';

export interface CitationStyle {
  /** Remembered in the reader's browser. Permanent. */
  readonly id: CitationStyleId;
  readonly label: string;
  /** False for a form of our own that no standard gives. */
  readonly standard: boolean;
  /** What a reader should know before using it. */
  readonly note: string;
}

/** In the order readers see them; the first is the default. */
export const citationStyles: readonly CitationStyle[] = [
  {
    id: 'gbt-7714-2025-numeric',
    label: 'GB/T 7714—2025 顺序编码制',
    standard: true,
    note: '现行国家标准，2026 年 7 月 1 日起实施。方括号里的序号请改成您文末的编号。',
  },
  {
    id: 'gbt-7714-2025-author-date',
    label: 'GB/T 7714—2025 著者-出版年制',
    standard: true,
    note: '正文用“（著者，年）”标注。标准没有网页段落号的写法，“第几段”写在括号之后，是本库的写法。',
  },
  {
    id: 'gbt-7714-2025-note',
    label: 'GB/T 7714—2025 注释',
    standard: true,
    note: '用作脚注。末尾的“第几段”是本库所加，标准没有这一项。',
  },
  {
    id: 'gbt-7714-2015-numeric',
    label: 'GB/T 7714—2015 顺序编码制',
    standard: true,
    note: '旧版国家标准，供尚未换用新版的刊物和学校使用。',
  },
  {
    id: 'apa-7',
    label: 'APA 第 7 版',
    standard: true,
    note: '英文格式。题名没有经编者核对的拼音或译名时保留汉字。',
  },
  {
    id: 'mla-9',
    label: 'MLA 第 9 版',
    standard: true,
    note: '英文格式。中文姓名姓在前，不加逗号。',
  },
  {
    id: 'chicago-18-author-date',
    label: '芝加哥 第 18 版 著者-出版年',
    standard: true,
    note: '英文格式，用于文末参考文献表。',
  },
  {
    id: 'chicago-18-note',
    label: '芝加哥 第 18 版 注释',
    standard: true,
    note: '英文格式，用作脚注；段落号写在日期之后。',
  },
];

interface Formatter {
  readonly reference: (record: CitableRecord, context: ReferenceContext) => RichText;
  readonly inText: ((record: CitableRecord, context: ReferenceContext) => RichText | null) | null;
}

const gbt = (form: GbtForm): Formatter => ({
  reference: (record, context) => gbtReference(record, form, context),
  inText: (record, context) => gbtInText(record, form, context),
});

/** The variants of GB/T 7714 on offer. */
export const gbtForms = {
  'gbt-7714-2025-numeric': { edition: 2025, order: 'numeric' },
  'gbt-7714-2025-author-date': { edition: 2025, order: 'author-date' },
  'gbt-7714-2025-note': { edition: 2025, order: 'note' },
  'gbt-7714-2015-numeric': { edition: 2015, order: 'numeric' },
} as const satisfies Partial<Record<CitationStyleId, GbtForm>>;

const formatters: Readonly<Record<CitationStyleId, Formatter>> = {
  'gbt-7714-2025-numeric': gbt(gbtForms['gbt-7714-2025-numeric']),
  'gbt-7714-2025-author-date': gbt(gbtForms['gbt-7714-2025-author-date']),
  'gbt-7714-2025-note': gbt(gbtForms['gbt-7714-2025-note']),
  'gbt-7714-2015-numeric': gbt(gbtForms['gbt-7714-2015-numeric']),
  'apa-7': { reference: apaReference, inText: apaInText },
  'mla-9': { reference: mlaReference, inText: mlaInText },
  'chicago-18-author-date': { reference: chicagoReference, inText: chicagoInText },
  'chicago-18-note': { reference: chicagoNote, inText: null },
};

/** The entry of a reference list, or the full note where the style has notes. */
export const formatReference = (
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText => formatters[style].reference(record, context);

/** The mark that stands in the running text, or null for a style of notes. */
export const formatInText = (
  record: CitableRecord,
  style: CitationStyleId,
  context: ReferenceContext,
): RichText | null => formatters[style].inText?.(record, context) ?? null;
