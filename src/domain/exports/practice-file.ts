import { toCitable, type Publication } from '#domain/citation/library.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslJson } from '#domain/exports/csl-json.ts';
import { practiceAsMarkdown } from '#domain/exports/markdown.ts';
import { practiceAsPlainText } from '#domain/exports/plain-text.ts';
import { toRis } from '#domain/exports/ris.ts';
import { practiceRecord } from '#domain/practice-record.ts';
import type { Practice } from '#domain/practice.ts';

type Writer = (practice: Practice, publication: Publication) => string;

/** No access date: these files are made by the build, not by a reader. */
const unread = { accessedOn: null } as const;

const writers: Readonly<Record<string, Writer>> = {
  ris: (practice, publication) => toRis([toCitable(practice, publication)], unread),
  bib: (practice, publication) => toBibLatex([toCitable(practice, publication)], unread),
  'csl.json': (practice, publication) => toCslJson([toCitable(practice, publication)], unread),
  md: (practice, publication) => practiceAsMarkdown(practice, { ...unread, ...publication }),
  txt: (practice, publication) => practiceAsPlainText(practice, { ...unread, ...publication }),
  json: (practice, { origin }) => JSON.stringify(practiceRecord(practice, origin)),
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
