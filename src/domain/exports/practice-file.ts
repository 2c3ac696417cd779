import { toCitable, type Publication } from '#domain/citation/library.ts';
import { citationFile, citationFormats } from '#domain/exports/citation-file.ts';
import { practiceAsMarkdown } from '#domain/exports/markdown.ts';
import { practiceAsPlainText } from '#domain/exports/plain-text.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';

type Writer = (practice: Practice, publication: Publication) => string;

/** No access date: these files are made by the build, not by a reader. */
const unread = { accessedOn: null } as const;

const cite =
  (extension: string): Writer =>
  (practice, publication) =>
    citationFile(toCitable(practice, publication), extension);

const writers: Readonly<Record<string, Writer>> = {
  ...Object.fromEntries(citationFormats.map(({ extension }) => [extension, cite(extension)])),
  md: (practice, publication) => practiceAsMarkdown(practice, { ...unread, ...publication }),
  txt: (practice, publication) => practiceAsPlainText(practice, { ...unread, ...publication }),
  json: (practice, publication) => JSON.stringify(practiceRecord(practice, publication)),
};

/** The file a practice is taken away as. Throws on an extension no format has. */
export function practiceFile(
  practice: Practice,
  extension: string,
  publication: Publication,
): string {
  const write = writers[extension];
  if (!write) throw new Error(`There is no download format "${extension}".`);
  return write(practice, publication);
}
