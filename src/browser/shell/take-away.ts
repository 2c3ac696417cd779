import type { JoinableFormat } from '#domain/exports/joined.ts';
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
        const [ids, { mostTakenAway, saveTogether }] = await Promise.all([
          idsOf(),
          import('#browser/shell/taken-together.ts'),
        ]);
        if (ids.length === 0) say(takeAway.nothing);
        else if (ids.length > mostTakenAway) say(takeAway.tooMany(mostTakenAway));
        else {
          const format = button.dataset['format'] as JoinableFormat; // one of ours, see TakeAway.astro
          await saveTogether(ids, format);
          say(takeAway.made(ids.length));
        }
      } catch {
        say(takeAway.failed);
      }
    });
  }
}
