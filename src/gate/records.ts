import { z } from 'astro/zod';
import { isRequired, type ListName } from '#domain/lists/vocabularies.ts';
import { fault, type Fault, type Place } from '#gate/fault.ts';
import { fieldName, type FieldPath } from '#gate/field-names.ts';
import type { TextFault } from '#reading/fault.ts';
import { shownName } from '#folders.ts';
import { cardName, splitFrontmatter } from '#reading/frontmatter.ts';
import { isYaml, readYaml, type YamlOptions, type YamlText } from '#reading/yaml.ts';
import { valueAt } from '#gate/values.ts';
import type { everydayWords } from '#schema/everyday-words.ts';
import { isReserved } from '#schema/fields.ts';
import { attribution, grounds } from '#schema/grounds.ts';
import { guide } from '#schema/guide.ts';
import { listSchemas } from '#schema/lists.ts';
import { paragraphs } from '#schema/paragraphs.ts';
import { published, publishedIds, redirect } from '#schema/published.ts';
import { reviewing, reviews } from '#schema/reviews.ts';
import { practice } from '#schema/practice.ts';
import { wording } from '#schema/wording.ts';

/** Everything under `content/`: path from the project's folder on, and text as `decodeText` gives it. */
export type ContentFiles = ReadonlyMap<string, string>;

/** One practice, guide or list entry as an editor wrote it. */
export interface RawRecord {
  readonly file: string;
  /** The file's name without its ending; for a list entry its id, as far as it has one. */
  readonly id: string;
  readonly data: unknown;
  /** Where a field stands, for a message about it. */
  readonly place: (path: FieldPath) => Place;
}

/** A record whose fields all are as the schema wants them. */
export interface CheckedRecord<T> extends RawRecord {
  readonly data: T;
}

export interface RawDocument extends RawRecord {
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

export type ListEntry<Name extends ListName> = z.output<(typeof listSchemas)[Name]>;

export const listFile = (name: ListName): string => shownName(`${name}.yml`);
export const wordingFile = shownName('wording.yml');
export const siteFileName = shownName('site.yml');
export const everydayFile = shownName('everyday-words.yml');

/** The folders of documents, with the schema of their frontmatter. */
export const documentSchemas = { practices: practice, guides: guide } as const;
export type DocumentName = keyof typeof documentSchemas;

export type PracticeData = z.output<typeof practice>;
export type GuideData = z.output<typeof guide>;
export type WordingData = z.output<typeof wording>;
export type EverydayData = z.output<typeof everydayWords>;
export type LedgerData = z.output<typeof paragraphs>;

/** Documents of one folder; files that cannot be read as frontmatter and body are faults. */
export function readDocuments(
  files: ContentFiles,
  name: DocumentName,
): { records: RawDocument[]; ids: ReadonlySet<string>; faults: Fault[] } {
  const folder = shownName(`${name}/`);
  const records: RawDocument[] = [];
  const ids = new Set<string>();
  const faults: Fault[] = [];
  for (const [file, content] of files) {
    if (!file.startsWith(folder)) continue;
    const fileName = file.slice(folder.length);
    const place: Place = { file, line: null, field: '文件名', value: fileName };
    if (!/^[^/]+\.mdx$/.test(fileName)) {
      const remedy = `改成以 .mdx 结尾，直接放在 ${folder} 下，不要再套文件夹`;
      faults.push(fault(place, '这个文件不会被读取', remedy));
      continue;
    }
    const id = fileName.replace(/\.mdx$/, '');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      const remedy = '文件名就是网址，只用小写字母、数字和连字符，例如 bengbu-wei-fating.mdx';
      faults.push(fault(place, '文件名不合规则', remedy));
      continue;
    }
    if (isReserved(id)) {
      const remedy = '换一个名字；Windows 留作设备名的（con、aux、nul 之类）和网站自己的网址不能用';
      faults.push(fault(place, '这个文件名另有用处', remedy));
      continue;
    }
    ids.add(id);
    const document = readDocument(file, id, content);
    if (Array.isArray(document)) faults.push(...document);
    else records.push(document);
  }
  return { records, ids, faults };
}

function readDocument(file: string, id: string, content: string): RawDocument | Fault[] {
  const parts = splitFrontmatter(content);
  if ('problem' in parts) return [{ ...parts, file, field: cardName }];
  const yaml = readYaml(parts.card, { firstLine: 2 });
  if (!isYaml(yaml)) return inFile(yaml, file, cardName);
  const { body, bodyLine } = parts;
  return { ...recordOf(file, id, yaml, []), body, bodyLine };
}

/** Entries of a closed list; null where the file cannot be read as a list. */
export const readList = (
  files: ContentFiles,
  name: ListName,
): { records: RawRecord[] | null; faults: Fault[] } =>
  isRequired(name) || files.has(listFile(name))
    ? readEntries(files, listFile(name))
    : { records: [], faults: [] };

function readEntries(
  files: ContentFiles,
  file: string,
): { records: RawRecord[] | null; faults: Fault[] } {
  const read = readYamlFile(files, file);
  if (Array.isArray(read)) return { records: null, faults: read };
  const { data } = read.yaml;
  if (!Array.isArray(data)) {
    const place = { file: read.file, line: 1, field: '整个文件', value: null };
    const remedy = '每个条目以“- ”开头，见文件里原有的条目';
    return { records: null, faults: [fault(place, '内容应当是一条一条的列表', remedy)] };
  }
  const records = data.map((entry: unknown, index) =>
    recordOf(read.file, idOf(entry) ?? '', read.yaml, [index]),
  );
  return { records, faults: [] };
}

/** A file that is one record as a whole, such as `wording.yml`. */
export function readWhole(
  files: ContentFiles,
  file: string,
): { record: RawRecord | null; faults: Fault[] } {
  const read = readYamlFile(files, file);
  if (Array.isArray(read)) return { record: null, faults: read };
  return { record: recordOf(read.file, '', read.yaml, []), faults: [] };
}

/** Null where there is no such file: a library may do without. */
export const readEveryday = (files: ContentFiles): OptionalFile =>
  readOptional(files, everydayFile);

const ledgerFolder = shownName('paragraphs/');
export const ledgerFile = (practice: string): string => `${ledgerFolder}${practice}.yml`;

/** The registers of paragraphs, by the practice they belong to. */
export const readLedgers = (files: ContentFiles): { records: RawRecord[]; faults: Fault[] } =>
  readFolder(files, ledgerFolder);

/** The files of a folder that holds one for each practice. */
function readFolder(
  files: ContentFiles,
  folder: string,
): { records: RawRecord[]; faults: Fault[] } {
  const records: RawRecord[] = [];
  const faults: Fault[] = [];
  for (const file of files.keys()) {
    if (!file.startsWith(folder)) continue;
    const read = readYamlFile(files, file, { keepsLines: true });
    if (Array.isArray(read)) faults.push(...read);
    else {
      const practice = file.slice(folder.length).replace(/\.yml$/, '');
      records.push(recordOf(file, practice, read.yaml, []));
    }
  }
  return { records, faults };
}

const publishedFolder = shownName('published/');
export const publishedFile = (practice: string): string => `${publishedFolder}${practice}.yml`;
export const publishedIdsFile = shownName('published.yml');
export const redirectsFile = shownName('redirects.yml');

export type PublishedData = z.output<typeof published>;
export type PublishedIdsData = z.output<typeof publishedIds>;
export type RedirectData = z.output<typeof redirect>;

/** The records of what was published, by the practice they belong to. */
export const readPublished = (files: ContentFiles): { records: RawRecord[]; faults: Fault[] } =>
  readFolder(files, publishedFolder);

/** Null where the library keeps no record of what was published. */
export const readPublishedIds = (files: ContentFiles): OptionalFile =>
  readOptional(files, publishedIdsFile);

const reviewsFolder = shownName('reviews/');
export const reviewsFile = (practice: string): string => `${reviewsFolder}${practice}.yml`;
export const reviewingFile = shownName('reviewing.yml');

export type ReviewsData = z.output<typeof reviews>;
export type ReviewingData = z.output<typeof reviewing>;

/** The signatures, by the practice they are put under. */
export const readReviews = (files: ContentFiles): { records: RawRecord[]; faults: Fault[] } =>
  readFolder(files, reviewsFolder);

const groundsFolder = shownName('grounds/');
export const groundsFile = (practice: string): string => `${groundsFolder}${practice}.yml`;
const attributionsFolder = shownName('attributions/');

export const attributionFile = (document: string): string => `${attributionsFolder}${document}.yml`;

export type GroundsData = z.output<typeof grounds>;
export type AttributionData = z.output<typeof attribution>;

/** What the statements of practices rest on, by the practice. */
export const readGrounds = (
  files: ContentFiles,
): { records: RawRecord[]; ids: ReadonlySet<string>; faults: Fault[] } => ({
  ...readFolder(files, groundsFolder),
  ids: new Set(
    [...files.keys()]
      .filter((file) => file.startsWith(groundsFolder))
      .map((file) => file.slice(groundsFolder.length).replace(/\.yml$/, '')),
  ),
});

/** To which article each paragraph of a source document belongs, by the document. */
export const readAttributions = (files: ContentFiles): { records: RawRecord[]; faults: Fault[] } =>
  readFolder(files, attributionsFolder);

/** Null where an office has not said how it reviews. */
export const readReviewing = (files: ContentFiles): OptionalFile =>
  readOptional(files, reviewingFile);

interface OptionalFile {
  readonly record: RawRecord | null;
  readonly faults: Fault[];
}

const readOptional = (files: ContentFiles, file: string): OptionalFile =>
  files.has(file) ? readWhole(files, file) : { record: null, faults: [] };

/** Ids that moved; none where there is no such file. */
export const readRedirects = (
  files: ContentFiles,
): { records: RawRecord[] | null; faults: Fault[] } =>
  files.has(redirectsFile) ? readEntries(files, redirectsFile) : { records: [], faults: [] };

function readYamlFile(
  files: ContentFiles,
  file: string,
  options: YamlOptions = {},
): { file: string; yaml: YamlText } | Fault[] {
  const text = files.get(file);
  const whole: Place = { file, line: null, field: '整个文件', value: null };
  if (text === undefined) {
    const twin = file.replace(/\.yml$/, '.yaml');
    const remedy = files.has(twin) ? `把 ${twin} 改名为 ${file}` : `恢复 ${file}，不要改名或移走`;
    return [fault(whole, '找不到这个文件', remedy)];
  }
  const yaml = readYaml(text, options);
  if (isYaml(yaml)) return { file, yaml };
  return inFile(yaml, file, '这一行');
}

const inFile = (found: readonly TextFault[], file: string, field: string): Fault[] =>
  found.map(({ key, ...rest }) => ({
    ...rest,
    file,
    field: key === undefined ? field : fieldName([key]),
  }));

/** The record that stands at a path of a YAML file; `[]` for the whole of it. */
function recordOf(file: string, id: string, yaml: YamlText, base: FieldPath): RawRecord {
  const [index] = base;
  const entry = typeof index !== 'number' ? '' : id === '' ? `第 ${index + 1} 条的` : `${id} 的`;
  return {
    file,
    id,
    data: valueAt(yaml.data, base),
    place: (path) => {
      const value = valueAt(yaml.data, [...base, ...path]);
      return {
        file,
        line: yaml.lineOf([...base, ...path]),
        field: `${entry}${fieldName(path) || '条目'}`,
        value: typeof value === 'string' || typeof value === 'number' ? String(value) : null,
      };
    },
  };
}

function idOf(entry: unknown): string | null {
  const id = valueAt(entry, ['id']);
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
