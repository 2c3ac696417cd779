import { toCitable, type Publication } from '#domain/citation/library.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslJson } from '#domain/exports/csl-json.ts';
import { figuresCsv, practicesCsv } from '#domain/exports/csv.ts';
import { toRis } from '#domain/exports/ris.ts';
import { practiceRecord } from '#domain/practice-record.ts';
import type { Practice } from '#domain/practice.ts';
import { releaseOf } from '#domain/release.ts';
import { site } from '#domain/site.ts';

/** A file that holds the whole library. */
export interface LibraryFile {
  /** Its name under `/data/`. Permanent. */
  readonly name: string;
  readonly mediaType: string;
  readonly holds: string;
  readonly write: (practices: readonly Practice[], publication: Publication) => string;
}

const citable = (practices: readonly Practice[], publication: Publication) =>
  practices.map((practice) => toCitable(practice, publication));

/** No access date: these files are made by the build, not by a reader. */
const unread = { accessedOn: null } as const;

/** In the order readers see them. */
export const libraryFiles: readonly LibraryFile[] = [
  {
    name: 'practices.json',
    mediaType: 'application/json',
    holds: '全部实践的全部字段和正文，段落带永久编号',
    write: (practices, { origin }) =>
      JSON.stringify({
        name: site.name,
        licence: site.licence.url,
        ...releaseOf(practices),
        practices: practices.map((practice) => practiceRecord(practice, origin)),
      }),
  },
  {
    name: 'practices.csv',
    mediaType: 'text/csv',
    holds: '实践一览，每篇一行，可用 WPS、Excel 打开',
    write: practicesCsv,
  },
  {
    name: 'figures.csv',
    mediaType: 'text/csv',
    holds: '数字一览，每个数字一行，带单位、范围、出处和使用提示',
    write: figuresCsv,
  },
  {
    name: 'references.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    holds: '全部实践的参考文献条目，CSL-JSON 格式',
    write: (practices, publication) => toCslJson(citable(practices, publication), unread),
  },
  {
    name: 'references.ris',
    mediaType: 'application/x-research-info-systems',
    holds: '同上，RIS 格式',
    write: (practices, publication) => toRis(citable(practices, publication), unread),
  },
  {
    name: 'references.bib',
    mediaType: 'application/x-bibtex',
    holds: '同上，BibLaTeX 格式',
    write: (practices, publication) => toBibLatex(citable(practices, publication), unread),
  },
];
