import type { Publication } from '#domain/citation/library.ts';
import type { Fact } from '#domain/practice/fact.ts';
import { csvOf, csvRowsOf } from '#domain/exports/cells.ts';
import { notInSource } from '#domain/exports/outline.ts';
import { placedFigures, type PlacedFigure } from '#domain/figures/figure.ts';
import { absolute, paragraphPath, practicePath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { publishedIn } from '#domain/practice/publication.ts';
import { reviewedOn } from '#domain/practice/review.ts';
import { sourceFacts, sourceKinds, type DateBound, type Source } from '#domain/practice/source.ts';
import { boundsOf, firstDay, lastDay, writtenPeriod } from '#domain/practice/written.ts';

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

/** Empty too where the kind of source has no such thing. */
function sourceFact(source: Source, ...keys: readonly string[]): string {
  const found = sourceFacts(source).find(({ key }) => keys.includes(key));
  return found === undefined ? '' : factText(found.fact);
}

const dayOf = (bound: DateBound | null, day: (date: string) => string): string =>
  bound === null ? '' : day(bound.on);

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
    meaning: '照印；“待考”为本库尚未查到，空为原件没有标题',
    cell: ({ source }) => factText(source.title),
  },
  {
    label: '署名',
    meaning: '原文署名人',
    cell: ({ source }) =>
      source.authorsUnknown ? '待考' : list(source.bylines.map(({ author }) => author.label)),
  },
  {
    label: '署名职务',
    meaning: '署名时的职务，与署名依次对应',
    cell: ({ source }) => list(source.bylines.map(({ office }) => office ?? '无')),
  },
  {
    label: '出处种类',
    meaning: '原文是哪一种文献',
    cell: ({ source }) => sourceKinds[source.kind],
  },
  {
    label: '原刊名',
    meaning: '期刊、报纸、书、网站的名称；“待考”为本库尚未查到，空为没有这一项',
    cell: ({ source }) => sourceFact(source, 'journal', 'newspaper', 'book', 'site'),
  },
  {
    label: '原刊年',
    meaning: '年份或日期；“待考”为本库尚未查到',
    cell: ({ source }) => sourceFact(source, 'year', 'date'),
  },
  {
    label: '原刊期',
    meaning: '期号；“待考”为本库尚未查到，空为没有这一项',
    cell: ({ source }) => sourceFact(source, 'issue'),
  },
  {
    label: '文号',
    meaning: '公文和报告的编号',
    cell: ({ source }) => sourceFact(source, 'number'),
  },
  {
    label: '原文网址',
    meaning: '原文在网上的地址',
    cell: ({ source }) => sourceFact(source, 'url'),
  },
  {
    label: '刊载或存放',
    meaning: '原文刊在哪里、存在哪里，一句话',
    cell: ({ source }) => publishedIn(source) ?? '',
  },
  {
    label: '成文时间',
    meaning: '照依据能说到的程度；“待考”为无据',
    cell: ({ source }) => writtenPeriod(source) ?? '待考',
  },
  {
    label: '不早于',
    meaning: '成文时间的下限，写到日；依据只到年或月的，取其第一天；空为无据',
    cell: ({ source }) => dayOf(boundsOf(source).after, firstDay),
  },
  {
    label: '不晚于',
    meaning: '成文时间的上限，写到日；依据只到年或月的，取其最后一天；空为无据',
    cell: ({ source }) => dayOf(boundsOf(source).before, lastDay),
  },
  {
    label: '原始文档',
    meaning: '原始文档的三位编号；写作“第004号”，表格软件才不会去掉前面的零',
    cell: ({ source }) => (source.document === null ? '' : `第${source.document}号`),
  },
  { label: '版次', meaning: '第几版', cell: ({ edition }) => String(edition) },
  {
    label: '核对日期',
    meaning: '最近一次与原文逐条核对的日期',
    cell: (practice) => reviewedOn(practice) ?? '',
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
