import { absolute, besidePractice } from '#domain/site/paths.ts';

export interface ExportOptions {
  /** The reader's own day, `yyyy-mm-dd`; null in files made by the build. */
  readonly accessedOn: string | null;
}

export type PracticeFormat = 'ris' | 'bib' | 'csl.json' | 'md' | 'txt';

/** A file a reader can take away. */
export interface ExportFormat {
  /** Ends the address of the file. Permanent. */
  readonly extension: PracticeFormat;
  readonly mediaType: string;
  /** True for formats that describe a practice to machines: announced by `describedby` links. */
  readonly isDescription: boolean;
}

/** Files offered for each practice, in the order readers see them. */
export const practiceFormats: readonly ExportFormat[] = [
  {
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    isDescription: true,
  },
  { extension: 'bib', mediaType: 'application/x-bibtex', isDescription: true },
  {
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    isDescription: true,
  },
  { extension: 'md', mediaType: 'text/markdown', isDescription: false },
  { extension: 'txt', mediaType: 'text/plain', isDescription: false },
];

/** Stands beside the page: `/practices/x.ris` for `/practices/x/`. */
export const practiceFilePath = (id: string, { extension }: ExportFormat): string =>
  besidePractice(id, extension);

export const practiceFileAddress = (
  id: string,
  format: ExportFormat,
  origin: URL | string | null,
): string => absolute(practiceFilePath(id, format), origin);
