import { keptInDesk } from '#editing/desk-folder.ts';

/** The name of the source a practice was begun from; null where none was taken in. */
export const sourceTakenFor = (practice: string, root = '.'): string | null =>
  keptInDesk<{ readonly source: string }>(`begun/${practice}.json`, root)?.source ?? null;
