import type { CitableRecord } from '#domain/citation/record.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslJson } from '#domain/exports/csl-json.ts';
import { practiceFormats, type ExportFormat } from '#domain/exports/formats.ts';
import { toRis } from '#domain/exports/ris.ts';

/** Formats that describe a thing to reference managers, for whatever can be cited. */
export const citationFormats: readonly ExportFormat[] = practiceFormats.filter(
  ({ isDescription }) => isDescription,
);

/** No access date: these files are made by the build, not by a reader. */
const unread = { accessedOn: null } as const;

const writers: Readonly<Record<string, typeof toRis>> = {
  ris: toRis,
  bib: toBibLatex,
  'csl.json': toCslJson,
};

/** One record as a file. Throws on an extension no format has. */
export function citationFile(record: CitableRecord, extension: string): string {
  const write = writers[extension];
  if (!write) throw new Error(`There is no citation format "${extension}".`);
  return write([record], unread);
}
