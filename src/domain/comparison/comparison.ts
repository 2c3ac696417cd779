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

/** The rows, in the order readers see them. */
export type RowKey =
  | 'problems'
  | 'lead'
  | 'measures'
  | 'running'
  | 'figures'
  | 'outcomes'
  | 'conditions'
  | 'limits'
  | 'source';

/** How a language words what stands in the cells. */
export interface ComparisonWords {
  readonly section: (section: string) => string;
  readonly signed: string;
  readonly signedBy: (name: string) => string;
  readonly paragraph: (number: number | null) => string;
  /** The first cell of a table's row, and the others. */
  readonly tableRow: (first: string, rest: readonly string[]) => string;
  /** What a figure counts, where and when, and what to heed in using it. */
  readonly figure: (facts: readonly string[], caveat: string | null) => string;
  readonly source: (parts: readonly string[]) => string;
  readonly written: (period: string | null) => string;
  readonly unknownFacts: (names: readonly string[]) => string;
}

export interface ComparedRow {
  readonly key: RowKey;
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
  readonly key: RowKey;
  readonly itemsOf: (record: PracticeRecord, words: ComparisonWords) => readonly Item[];
}

const claims = (entries: PracticeRecord['outcomes'], words: ComparisonWords): Item[] =>
  entries.map(({ text, section }) => ({ text, detail: words.section(section) }));

/** The items under the first line of a block; where their order says something, they carry it. */
const numbered = (items: readonly string[], kind: BlockKind): string[] =>
  items.map((item, index) => (kind === 'list' ? item : `${index + 1}. ${item}`));

/** The rows of a table, each on a line: `社会治理共治：联合打击犯罪；执行联动`. */
const rowsOf = ([, ...rows]: readonly (readonly string[])[], words: ComparisonWords): string[] =>
  rows.map(([first = '', ...rest]) => words.tableRow(first, rest));

/** The rows, in the order readers see them. */
const rowKinds: readonly RowKind[] = [
  {
    key: 'problems',
    itemsOf: ({ problems }) =>
      problems.map(({ id, label }) => ({ text: label, address: problemPath(id), sameAs: id })),
  },
  {
    key: 'lead',
    itemsOf: ({ institution, source }, words) => [
      {
        text: institution.label,
        address: institutionPath(institution.id),
        sameAs: institution.id,
      },
      ...source.authors.map(({ name, office }) => ({
        text: office ?? name,
        detail: office === null ? words.signed : words.signedBy(name),
      })),
    ],
  },
  {
    key: 'measures',
    itemsOf: ({ measures }) => measures.map(({ name, how }) => ({ text: name, detail: how })),
  },
  {
    key: 'running',
    itemsOf: ({ id, text }, words) =>
      text
        .filter((section) => section.id === 'yunzhuan')
        .flatMap(({ paragraphs }) => paragraphs)
        .flatMap((paragraph) => {
          const [first, ...rest] = paragraph.lines;
          if (paragraph.id === null || first === undefined) return [];
          const parts =
            paragraph.cells === null
              ? numbered(rest, paragraph.kind)
              : rowsOf(paragraph.cells, words);
          const linkName = words.paragraph(paragraph.number);
          return [{ text: first, parts, address: paragraphPath(id, paragraph.id), linkName }];
        }),
  },
  {
    key: 'figures',
    itemsOf: ({ id, figures }, words) =>
      figures.map(({ value, unit, counts, scope, period, caveat, paragraph }) => ({
        text: `${value}${unit}`,
        detail: words.figure(
          [counts, scope, period].filter((part) => part !== null),
          caveat,
        ),
        address: paragraph === null ? null : paragraphPath(id, paragraph),
      })),
  },
  { key: 'outcomes', itemsOf: ({ outcomes }, words) => claims(outcomes, words) },
  { key: 'conditions', itemsOf: ({ conditions }, words) => claims(conditions, words) },
  { key: 'limits', itemsOf: ({ limits }, words) => claims(limits, words) },
  {
    key: 'source',
    itemsOf: ({ id, source: { inWords } }, words) => [
      {
        text: inWords.title,
        detail: sourceDetail(inWords, words),
        address: `${practicePath(id)}#chuchu`,
      },
    ],
  },
];

/** Where it appeared, when it was written, and what is still to be found. */
const sourceDetail = (
  { publishedIn, written, isDated, unknown }: PracticeRecord['source']['inWords'],
  words: ComparisonWords,
): string =>
  words.source(
    [
      publishedIn,
      isDated ? null : words.written(written),
      unknown.length === 0 ? null : words.unknownFacts(unknown),
    ].filter((part) => part !== null),
  );

/** What the columns say, row by row. The same at build and in the reader's browser. */
export function compare(columns: readonly PracticeRecord[], words: ComparisonWords): Comparison {
  const rows = rowKinds.map(({ key, itemsOf }): ComparedRow => {
    const cells = columns.map((record) => itemsOf(record, words));
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
