import { originalOf, type Publication } from '#domain/citation/library.ts';
import type { Fact } from '#domain/citation/record.ts';
import { csvOf, csvRowsOf } from '#domain/exports/cells.ts';
import { notInSource } from '#domain/exports/outline.ts';
import { placedFigures, type PlacedFigure } from '#domain/figure.ts';
import { absolute, paragraphPath, practicePath } from '#domain/paths.ts';
import type { Practice } from '#domain/practice.ts';
import { firstDay, lastDay, writtenPeriod } from '#domain/written.ts';

/** One column of a table; the table of columns is also the data dictionary. */
export interface Column<Row> {
  /** First row of the file. */
  readonly label: string;
  readonly meaning: string;
  readonly cell: (row: Row, publication: Publication) => string;
}

/** Divides the values of one cell. */
const listSeparator = '；';

const list = (values: readonly string[]): string => values.join(listSeparator);
const labels = (terms: readonly { readonly label: string }[]): string =>
  list(terms.map(({ label }) => label));

/** Empty for what does not exist, 待考 for what we have not found. */
const factText = (fact: Fact<string>): string =>
  fact === 'unknown' ? '待考' : fact === 'none' ? '' : fact.value;

export const practiceColumns: readonly Column<Practice>[] = [
  { label: '编号', meaning: '实践的永久编号', cell: ({ id }) => id },
  { label: '标题', meaning: '本库所拟标题', cell: ({ title }) => title },
  { label: '摘要', meaning: '本库所写一句话摘要', cell: ({ summary }) => summary },
  { label: '地区代码', meaning: '六位行政区划代码', cell: ({ region }) => region.id },
  {
    label: '地区',
    meaning: '从省级到所在地区的全称',
    cell: ({ region }) => list(region.path.map(({ name }) => name)),
  },
  { label: '机构', meaning: '机构类型', cell: ({ institution }) => institution.label },
  { label: '主题', meaning: '主题', cell: ({ topics }) => labels(topics) },
  { label: '问题', meaning: '所应对的问题', cell: ({ problems }) => labels(problems) },
  {
    label: '做法',
    meaning: '原文点名的机制',
    cell: ({ measures }) => list(measures.map(({ name }) => name)),
  },
  {
    label: '原文题名',
    meaning: '照印；“待考”为扫描件缺失',
    cell: ({ source }) => source.title ?? '待考',
  },
  {
    label: '署名',
    meaning: '原文署名人',
    cell: ({ source }) => list(source.bylines.map(({ author }) => author.label)),
  },
  {
    label: '署名职务',
    meaning: '署名时的职务，与署名依次对应',
    cell: ({ source }) => list(source.bylines.map(({ office }) => office)),
  },
  {
    label: '原刊名',
    meaning: '“待考”为本库尚未查到',
    cell: (practice) => factText(titleText(originalOf(practice).journal)),
  },
  {
    label: '原刊年',
    meaning: '“待考”为本库尚未查到',
    cell: (practice) => factText(dateText(originalOf(practice).issued)),
  },
  {
    label: '原刊期',
    meaning: '“待考”为本库尚未查到',
    cell: (practice) => factText(originalOf(practice).issue),
  },
  {
    label: '成文时间',
    meaning: '照依据能说到的程度；“待考”为无据',
    cell: ({ source }) => writtenPeriod(source) ?? '待考',
  },
  {
    label: '不早于',
    meaning: '成文时间的下限，写到日；依据只到年或月的，取其第一天；空为无据',
    cell: ({ source }) => (source.writtenAfter === null ? '' : firstDay(source.writtenAfter.on)),
  },
  {
    label: '不晚于',
    meaning: '成文时间的上限，写到日；依据只到年或月的，取其最后一天；空为无据',
    cell: ({ source }) => (source.writtenBefore === null ? '' : lastDay(source.writtenBefore.on)),
  },
  {
    label: '原始文档',
    meaning: '原始文档的三位编号；写作“第004号”，表格软件才不会去掉前面的零',
    cell: ({ source }) => `第${source.document}号`,
  },
  { label: '版次', meaning: '第几版', cell: ({ edition }) => String(edition) },
  {
    label: '核对日期',
    meaning: '最近一次与原文逐条核对的日期',
    cell: ({ reviewedOn }) => reviewedOn,
  },
  {
    label: '网址',
    meaning: '页面地址',
    cell: ({ id }, { origin }) => absolute(practicePath(id), origin),
  },
];

interface FigureRow extends PlacedFigure {
  readonly practice: Practice;
}

export const figureColumns: readonly Column<FigureRow>[] = [
  { label: '编号', meaning: '所属实践的编号', cell: ({ practice }) => practice.id },
  { label: '标题', meaning: '所属实践的标题', cell: ({ practice }) => practice.title },
  {
    label: '数字',
    meaning: '照印，不推算、不取整，可能是“数十”“60余”',
    cell: ({ figure }) => figure.value,
  },
  { label: '单位', meaning: '照印', cell: ({ figure }) => figure.unit },
  { label: '数的是什么', meaning: '所计之事', cell: ({ figure }) => figure.counts },
  {
    label: '范围',
    meaning: `原文所说范围；没有说的写“${notInSource}”`,
    cell: ({ figure }) => figure.scope ?? notInSource,
  },
  {
    label: '时间',
    meaning: `原文所说时间；没有说的写“${notInSource}”`,
    cell: ({ figure }) => figure.period ?? notInSource,
  },
  { label: '原文位置', meaning: '所在小标题', cell: ({ figure }) => figure.section },
  { label: '注意', meaning: '使用时要注意什么', cell: ({ figure }) => figure.caveat ?? '' },
  {
    label: '网址',
    meaning: '写有这个数字的段落；正文没有写到的，是实践的页面',
    cell: ({ practice, place }, { origin }) =>
      absolute(
        place === null ? practicePath(practice.id) : paragraphPath(practice.id, place.id),
        origin,
      ),
  },
];

/** What a table begins with. */
export const csvHead = <Row>(columns: readonly Column<Row>[]): string =>
  csvOf([columns.map(({ label }) => label)]);

/** A row for each practice. */
export const practiceRows = (practices: readonly Practice[], publication: Publication): string =>
  rowsOf(practiceColumns, practices, publication);

/** A row for each figure of the practices. */
export const figureRows = (practices: readonly Practice[], publication: Publication): string =>
  rowsOf(
    figureColumns,
    practices.flatMap((practice) =>
      placedFigures(practice).map((placed) => ({ practice, ...placed })),
    ),
    publication,
  );

const rowsOf = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  publication: Publication,
): string => csvRowsOf(rows.map((row) => columns.map(({ cell }) => cell(row, publication))));

const titleText = (fact: Fact<{ readonly text: string }>): Fact<string> =>
  typeof fact === 'string' ? fact : { value: fact.value.text };

const dateText = (fact: Fact<{ readonly on: string }>): Fact<string> =>
  typeof fact === 'string' ? fact : { value: fact.value.on };
