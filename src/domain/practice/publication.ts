/** Where a source appeared or is kept, in words for readers. */
import { inChinese } from '#domain/words/chinese-date.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import type { BookSource, ChapterSource, Source, SourceKind } from '#domain/practice/source.ts';

/**
 * `《乡村治理评论》2023 年第 4 期，第 12-18 页`: as much as is known, without a full stop; null where
 * nothing is.
 */
export function publishedIn(source: Source): string | null {
  const line = row('，', partsOf(source));
  return line === '' ? null : line;
}

/** `《…》`, or why there is no title to print. */
export function titleInWords({ kind, title }: Source): string {
  if (title === 'none') return '原件没有标题';
  if (title === 'unknown') return kind === 'scan' ? '原题在扫描件中缺失' : '原题待考';
  return bookMarks(title.value);
}

/** What the date of a kind of source is the date of. */
export const dateWords: Readonly<Record<SourceKind, string>> = {
  scan: '刊出',
  journal: '刊出',
  newspaper: '刊出',
  book: '出版',
  chapter: '出版',
  report: '印发',
  web: '发布',
  thesis: '完成',
  manuscript: '成稿',
  interview: '访谈',
};

type Part = string | null;

const row = (separator: string, parts: readonly Part[]): string =>
  parts.filter((part) => part !== null && part !== '').join(separator);

const worded = (fact: Fact<string>, word: (value: string) => string): Part =>
  valueOf(mapFact(fact, word));

const day = (fact: Fact<string>): Part => worded(fact, inChinese);
const pages = (fact: Fact<string>): Part => worded(fact, (value) => `第 ${value} 页`);

/** Book title marks inside book title marks turn single (GB/T 15834). */
export const bookMarks = (text: string): string =>
  `《${text.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;

const titled = (fact: Fact<string>): Part => worded(fact, bookMarks);

function partsOf(source: Source): readonly Part[] {
  switch (source.kind) {
    case 'scan':
      return [];
    case 'journal':
      return [
        row('', [
          titled(source.journal),
          worded(source.year, (year) => `${year} 年`),
          worded(source.volume, (volume) => `第 ${volume} 卷`),
          worded(source.issue, (issue) => `第 ${issue} 期`),
        ]),
        pages(source.pages),
        worded(source.articleNumber, (number) => `文章编号 ${number}`),
      ];
    case 'newspaper':
      return [
        row('', [
          titled(source.newspaper),
          day(source.date),
          worded(source.edition, (edition) => `第 ${edition} 版`),
        ]),
      ];
    case 'book':
      return imprintOf(source);
    case 'chapter':
      return [
        worded(source.book, (book) => `载${bookMarks(book)}`),
        source.editors.length === 0 ? null : `${source.editors.join('、')}主编`,
        ...imprintOf(source),
      ];
    case 'report':
      return [valueOf(source.issuer), valueOf(source.number), day(source.date)];
    case 'web':
      return [
        valueOf(source.site),
        worded(source.date, (date) => `${inChinese(date)}发布`),
        `${inChinese(source.accessedOn)}查阅`,
      ];
    case 'thesis':
      return [
        row('', [valueOf(source.school), worded(source.degree, (degree) => `${degree}学位论文`)]),
        worded(source.year, (year) => `${year} 年`),
        pages(source.pages),
      ];
    case 'manuscript':
      return ['未出版的内部稿', day(source.date), ...custody(source)];
    case 'interview':
      return [
        '访谈',
        day(source.date),
        worded(source.recordedBy, (name) => `${name}记录`),
        ...custody(source),
      ];
  }
}

const imprintOf = (source: BookSource | ChapterSource): readonly Part[] => [
  row('：', [valueOf(source.place), valueOf(source.publisher)]),
  row('', [
    worded(source.year, (year) => `${year} 年`),
    worded(source.edition, (edition) => `第 ${edition} 版`),
  ]),
  pages(source.pages),
];

const custody = ({
  heldAt,
  holder,
}: {
  readonly heldAt: Fact<string>;
  readonly holder: Fact<string>;
}): readonly Part[] => [
  worded(heldAt, (place) => `存${place}`),
  worded(holder, (name) => `由${name}保管`),
];
