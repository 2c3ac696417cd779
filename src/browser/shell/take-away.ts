import { saveFile } from '#browser/shell/saved-file.ts';
import { siteText } from '#browser/shell/site-file.ts';
import { today } from '#browser/shell/today.ts';
import { withAccessDay } from '#domain/exports/access-day.ts';
import { besidePractice, dataFilePath } from '#domain/site/paths.ts';
import { joinedExport, mostTakenAway, type JoinableFormat } from '#domain/exports/joined.ts';
import { takeAway } from '#words/take-away.ts';

/**
 * Lets a reader take away a list of practices as one file, made here from the files of each.
 * `idsOf` gives the list as it stands when the reader asks.
 */
export function offerDownloads(panel: HTMLElement, idsOf: () => Promise<readonly string[]>): void {
  const status = panel.querySelector('[aria-live]');
  const say = (message: string): void => {
    if (status) status.textContent = message;
  };
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-format]')) {
    button.addEventListener('click', async () => {
      say(takeAway.making);
      try {
        const ids = await idsOf();
        if (ids.length === 0) say(takeAway.nothing);
        else if (ids.length > mostTakenAway) say(takeAway.tooMany(mostTakenAway));
        else {
          const format = button.dataset['format'] as JoinableFormat; // one of ours, see TakeAway.astro
          const file = withAccessDay(await make(ids, format), format, today());
          saveFile(`practices.${format}`, 'text/plain;charset=utf-8', file);
          say(takeAway.made(ids.length));
        }
      } catch {
        say(takeAway.failed);
      }
    });
  }
}

async function make(ids: readonly string[], format: JoinableFormat): Promise<string> {
  if (format === 'csv') return joinedExport.csv([await read(dataFilePath('practices.csv'))], ids);
  const files = await Promise.all(ids.map((id) => read(besidePractice(id, format))));
  return joinedExport[format](files, ids);
}

/** The table of a large library takes its time. */
const read = (path: string): Promise<string> => siteText(path, 60_000);
