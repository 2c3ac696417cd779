import { hash } from 'node:crypto';
import { stateOf } from '#cache/file-state.ts';
import { contentPath, shownName } from '#folders.ts';
import { listContent, type Listing } from '#reading/listing.ts';

/** The content as it looks from outside, asked once: a large library has fifty thousand files. */
export interface SeenContent {
  readonly listing: Listing;
  /** Changes with every writing of a file; a dash where there is none. By its path from the folder of the content. */
  readonly stateOf: (name: string) => string;
  /** Tells one state of the content from another. */
  readonly look: string;
  /** Which file was touched last. */
  readonly latest: string;
  /** In milliseconds; when that was. */
  readonly latestAt: number;
}

export function seeContent(root: string): SeenContent {
  const listing = listContent(root);
  const states = new Map<string, string>();
  let [latest, latestAt] = ['', 0];
  for (const name of listing.names) {
    const state = stateOf(contentPath(name, root));
    states.set(name, state);
    const touchedAt = Number(state.slice(state.lastIndexOf(':') + 1)) || 0;
    if (touchedAt > latestAt) [latest, latestAt] = [name, touchedAt];
  }
  return {
    listing,
    stateOf: (name) => states.get(name) ?? '-',
    look: hash('sha256', JSON.stringify([...states])),
    latest: shownName(latest),
    latestAt,
  };
}
