import type { TermEntry } from '#domain/search/data.ts';

/**
 * How a large library's index is cut, so that no part takes more memory than a small machine
 * has, an edit remakes one part only, and who looks in one place loads that place's part. The
 * cut follows region codes (GB/T 2260, two digits a level) and nothing else about the practices.
 */

/** A part of the library: the beginnings of its region codes. */
export type ShardRegions = readonly string[];

/** How many practices stay together. */
export interface ShardLimits {
  /** In a library that is not cut. */
  readonly whole: number;
  /** In a part, unless they are all of one place. */
  readonly shard: number;
}

/**
 * Up to the first one index is best: every part costs a request for each new word. The indexer
 * needs 1.3 MB a practice, so a part takes it a little over a gigabyte.
 */
const usualLimits: ShardLimits = { whole: 2000, shard: 900 };

/** Beginnings of codes: large regions (华北, 东北 …), provinces, prefectures, counties. */
const lengths = [1, 2, 4, 6];

/** The parts of a library, by the region code of each practice. */
export function shardRegionsOf(
  codes: readonly string[],
  limits = usualLimits,
): readonly ShardRegions[] {
  return codes.length <= limits.whole ? [['']] : cut('', codes, limits.shard);
}

/** Beginnings next to each other stay in one part as long as they fit. */
function cut(beginning: string, codes: readonly string[], most: number): ShardRegions[] {
  const length = lengths.find((of) => of > beginning.length);
  if (codes.length <= most || length === undefined) return [[beginning]];
  const groups = new Map<string, string[]>();
  for (const code of [...codes].sort()) {
    const group = groups.get(code.slice(0, length));
    if (group) group.push(code);
    else groups.set(code.slice(0, length), [code]);
  }
  const shards: ShardRegions[] = [];
  let open: string[] = [];
  let held = 0;
  const close = (): void => {
    if (open.length > 0) shards.push(open);
    open = [];
    held = 0;
  };
  for (const [next, group] of groups) {
    if (held + group.length > most) close();
    if (group.length > most) shards.push(...cut(next, group, most));
    else {
      open.push(next);
      held += group.length;
    }
  }
  close();
  return shards;
}

/** The number of the part that a region code belongs to: the one that names most of it; -1 for none. */
export function shardOf(code: string, shards: readonly ShardRegions[]): number {
  let found = -1;
  let length = -1;
  shards.forEach((beginnings, shard) => {
    for (const beginning of beginnings) {
      if (beginning.length > length && code.startsWith(beginning)) {
        found = shard;
        length = beginning.length;
      }
    }
  });
  return found;
}

/** The parts that hold the places chosen and all below them; every part where none is chosen. */
export function shardsOfPlaces(
  chosen: ReadonlySet<number>,
  regions: readonly TermEntry[],
  shards: readonly ShardRegions[],
): number[] {
  if (chosen.size === 0 || shards.length === 1) return shards.map((_, shard) => shard);
  const found = new Set<number>();
  regions.forEach(([code], place) => {
    for (let at = place; at >= 0; at = regions[at]?.[2] ?? -1) {
      if (chosen.has(at)) found.add(shardOf(code, shards));
    }
  });
  return [...found].filter((shard) => shard >= 0).sort((a, b) => a - b);
}
