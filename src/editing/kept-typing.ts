import { forgetInDesk, keepInDesk, keptInDesk, namesInDesk } from '#editing/desk-folder.ts';

/** What was typed and not saved yet. */
export interface Typing {
  readonly text: string;
  /** Digest of the file it began with. */
  readonly digest: string;
  /** ISO 8601 */
  readonly at: string;
}

const folder = 'typing';

/** One for each window in which a practice is typed, so that none writes over another's. */
const nameOf = (practice: string, window: string): string =>
  `${folder}/${practice}.${window.replace(/[^a-z0-9]/gi, '').slice(0, 16) || 'one'}.json`;

export function keepTyping(practice: string, window: string, typing: Typing, root = '.'): void {
  keepInDesk(nameOf(practice, window), typing, root);
}

/** What was typed last and not saved, by the id of its practice. */
export function typingOfAll(root = '.'): ReadonlyMap<string, Typing> {
  const practices = new Set(namesInDesk(folder, root).flatMap((name) => name.split('.')[0] ?? []));
  return new Map(
    [...practices].flatMap((practice): [string, Typing][] => {
      const typing = typingOf(practice, root);
      return typing ? [[practice, typing]] : [];
    }),
  );
}

const namesFor = (practice: string, root: string): readonly string[] =>
  namesInDesk(folder, root).filter((name) => name.startsWith(`${practice}.`));

/** What was typed last of a practice and not saved; null where there is nothing. */
export function typingOf(practice: string, root = '.'): Typing | null {
  const all = namesFor(practice, root)
    .flatMap((name) => keptInDesk<Typing>(`${folder}/${name}`, root) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return all[0] ?? null;
}

/** Forgets what a window kept once it is saved, and whatever else says the same. */
export function forgetTyping(
  practice: string,
  { window, saying }: { readonly window?: string; readonly saying?: string },
  root = '.',
): void {
  for (const name of namesFor(practice, root)) {
    const path = `${folder}/${name}`;
    const isOurs = window === undefined || path === nameOf(practice, window);
    if (isOurs || keptInDesk<Typing>(path, root)?.text === saying) forgetInDesk(path, root);
  }
}
