/** 后来怎样: what became of a practice after its source was written. */
export interface Aftermath {
  readonly status: 'running' | 'changed' | 'ended' | 'unknown';
  /** The day it was looked at, `yyyy-mm-dd`. */
  readonly on: string;
  readonly text: string;
  readonly source: string;
}

/**
 * The day from which editors should look again: a year after they last did, or after the practice
 * was taken in where they never have. `yyyy-mm-dd`.
 */
export function dueOn({
  aftermath,
  changes,
}: {
  readonly aftermath: Aftermath | null;
  readonly changes: readonly { readonly changedOn: string }[];
}): string {
  const since = aftermath?.on ?? changes.at(-1)?.changedOn ?? '';
  // 29 February comes round on 1 March.
  const later = `${Number(since.slice(0, 4)) + 1}${since.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-02-29', '-03-01') : later;
}
