import { institutionPath, paragraphPath, practicePath, problemPath } from '#domain/site/paths.ts';
import type { BlockKind } from '#domain/practice/practice.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

/** One statement in a cell. */
export interface ComparedItem {
  readonly text: string;
  /** What a reader needs beside it: how it works, what it counts, where the source says it. */
  readonly detail: string | null;
  /** The steps or rows of a drawing, in order; empty for all else. */
  readonly parts: readonly string[];
  /** Where the statement can be read in its place. */
  readonly address: string | null;
  /** What the link there is called; null where the statement itself is short enough for that. */
  readonly linkName: string | null;
  /** How many of the columns say the same; null where sameness cannot be told from the words. */
  readonly saidBy: number | null;
}

/** An empty cell means that the source does not say. */
export type ComparedCell = readonly ComparedItem[];

/** How far the columns of a row agree; null for a row of free text, where nobody can tell. */
export type Agreement = 'same' | 'partly' | 'different';

export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly agreement: Agreement | null;
  /** In the order of the columns. */
  readonly cells: readonly ComparedCell[];
  /** Number of columns whose source does not say. */
  readonly silent: number;
}

/** Practices side by side. */
export interface Comparison {
  readonly columns: readonly PracticeRecord[];
  readonly rows: readonly ComparedRow[];
}

/** Fixed choice of practices with the editors' reading. */
export interface FixedComparison<Practice> {
  readonly id: string;
  readonly title: string;
  readonly practices: readonly Practice[];
  readonly reading: string;
}

interface Item {
  readonly text: string;
  readonly detail?: string | null;
  readonly parts?: readonly string[];
  readonly address?: string | null;
  readonly linkName?: string;
  /** Equal in two columns where both say the same thing; only closed lists have one. */
  readonly sameAs?: string;
}

interface RowKind {
  readonly key: string;
  readonly label: string;
  readonly itemsOf: (record: PracticeRecord) => readonly Item[];
}

const claims = (entries: PracticeRecord['outcomes']): Item[] =>
  entries.map(({ text, section }) => ({ text, detail: `原文：${section}` }));

/** The items under the first line of a block; where their order says something, they carry it. */
const numbered = (items: readonly string[], kind: BlockKind): string[] =>
  items.map((item, index) => (kind === 'list' ? item : `${index + 1}. ${item}`));

/** The rows of a table, each on a line: `社会治理共治：联合打击犯罪；执行联动`. */
const rowsOf = ([, ...rows]: readonly (readonly string[])[]): string[] =>
  rows.map(([first = '', ...rest]) => `${first}：${rest.join('；')}`);

/** The rows, in the order readers see them. */
const rowKinds: readonly RowKind[] = [
  {
    key: 'problems',
    label: '问题',
    itemsOf: ({ problems }) =>
      problems.map(({ id, label }) => ({ text: label, address: problemPath(id), sameAs: id })),
  },
  {
    key: 'lead',
    label: '谁牵头',
    itemsOf: ({ institution, source }) => [
      {
        text: institution.label,
        address: institutionPath(institution.id),
        sameAs: institution.id,
      },
      ...source.authors.map(({ name, office }) => ({
        text: office ?? name,
        detail: office === null ? '署名' : `署名人 ${name}`,
      })),
    ],
  },
  {
    key: 'measures',
    label: '机制',
    itemsOf: ({ measures }) => measures.map(({ name, how }) => ({ text: name, detail: how })),
  },
  {
    key: 'running',
    label: '怎么运转',
    itemsOf: ({ id, text }) =>
      text
        .filter((section) => section.id === 'yunzhuan')
        .flatMap(({ paragraphs }) => paragraphs)
        .flatMap((paragraph) => {
          const [first, ...rest] = paragraph.lines;
          if (paragraph.id === null || first === undefined) return [];
          const parts =
            paragraph.cells === null ? numbered(rest, paragraph.kind) : rowsOf(paragraph.cells);
          const linkName = `第 ${paragraph.number} 段`;
          return [{ text: first, parts, address: paragraphPath(id, paragraph.id), linkName }];
        }),
  },
  {
    key: 'figures',
    label: '数据',
    itemsOf: ({ id, figures }) =>
      figures.map(({ value, unit, counts, scope, period, caveat, paragraph }) => ({
        text: `${value}${unit}`,
        detail: [[counts, scope, period].filter((part) => part !== null).join('，'), caveat]
          .filter((part) => part !== null)
          .join('。'),
        address: paragraph === null ? null : paragraphPath(id, paragraph),
      })),
  },
  { key: 'outcomes', label: '成效', itemsOf: ({ outcomes }) => claims(outcomes) },
  { key: 'conditions', label: '条件', itemsOf: ({ conditions }) => claims(conditions) },
  { key: 'limits', label: '局限', itemsOf: ({ limits }) => claims(limits) },
  {
    key: 'source',
    label: '出处',
    itemsOf: ({ id, source: { inWords } }) => [
      {
        text: inWords.title,
        detail: sourceDetail(inWords),
        address: `${practicePath(id)}#chuchu`,
      },
    ],
  },
];

/** Where it appeared, when it was written, and what is still to be found. */
function sourceDetail({
  publishedIn,
  written,
  isDated,
  unknown,
}: PracticeRecord['source']['inWords']): string {
  return [
    publishedIn,
    isDated ? null : `成文${written ?? '时间待考'}`,
    unknown.length === 0 ? null : `${unknown.join('、')}待考`,
  ]
    .filter((part) => part !== null)
    .join('；');
}

/** What the columns say, row by row. The same at build and in the reader's browser. */
export function compare(columns: readonly PracticeRecord[]): Comparison {
  const rows = rowKinds.map(({ key, label, itemsOf }): ComparedRow => {
    const cells = columns.map(itemsOf);
    const saidBy = ({ sameAs }: Item): number | null =>
      sameAs === undefined
        ? null
        : cells.filter((cell) => cell.some((item) => item.sameAs === sameAs)).length;
    const compared = cells.map((cell) =>
      cell.map((item) => ({
        text: item.text,
        detail: item.detail ?? null,
        parts: item.parts ?? [],
        address: item.address ?? null,
        linkName: item.linkName ?? null,
        saidBy: saidBy(item),
      })),
    );
    return {
      key,
      label,
      cells: compared,
      agreement: agreementOf(compared),
      silent: cells.filter((cell) => cell.length === 0).length,
    };
  });
  return { columns, rows };
}

function agreementOf(cells: readonly ComparedCell[]): Agreement | null {
  const counts = cells.flat().flatMap(({ saidBy }) => (saidBy === null ? [] : [saidBy]));
  if (cells.length < 2 || counts.length === 0) return null;
  if (counts.every((count) => count === cells.length)) return 'same';
  return counts.every((count) => count === 1) ? 'different' : 'partly';
}
