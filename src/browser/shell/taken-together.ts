import { saveFile } from '#browser/shell/saved-file.ts';
import { siteText } from '#browser/shell/site-file.ts';
import { today } from '#browser/shell/today.ts';
import { withAccessDay } from '#domain/exports/access-day.ts';
import { besidePractice, dataFilePath } from '#domain/site/paths.ts';
import { joinedExport, type JoinableFormat } from '#domain/exports/joined.ts';

export { mostTakenAway } from '#domain/exports/joined.ts';

/** Makes one file of what each practice has in a format, and saves it. */
export async function saveTogether(ids: readonly string[], format: JoinableFormat): Promise<void> {
  const file = withAccessDay(await make(ids, format), format, today());
  saveFile(`practices.${format}`, 'text/plain;charset=utf-8', file);
}

async function make(ids: readonly string[], format: JoinableFormat): Promise<string> {
  if (format === 'csv') return joinedExport.csv([await read(dataFilePath('practices.csv'))], ids);
  const files = await Promise.all(ids.map((id) => read(besidePractice(id, format))));
  return joinedExport[format](files, ids);
}

/** The table of a large library takes its time. */
const read = (path: string): Promise<string> => siteText(path, 60_000);
