/**
 * What a block of a practice page is, as far as search cares. `weight` is what one occurrence
 * there is worth in the ranking; `indexed` is the weight it is given in Pagefind's index, by
 * which the reader of the index knows the kind again. Pagefind keeps 24ths, up to 10.
 */
export const kinds = [
  { name: 'title', weight: 60, indexed: 7 },
  { name: 'facts', weight: 14, indexed: 5 },
  { name: 'summary', weight: 12, indexed: 4 },
  { name: 'heading', weight: 6, indexed: 3 },
  { name: 'text', weight: 3, indexed: 1 },
  /** Words of the page itself, such as 全部数字: they stand on every practice. */
  { name: 'label', weight: 0.2, indexed: 0.5 },
] as const;

export type KindName = (typeof kinds)[number]['name'];

/** How often something occurs, by the position of its kind in `kinds`. */
export type Counts = number[];

export const noCounts = (): Counts => kinds.map(() => 0);

export const kindNumber = (name: KindName): number => kinds.findIndex((kind) => kind.name === name);

/** More occurrences count for more, but each for less; a title outweighs any text. */
export function scoreOf(counts: Counts): number {
  return kinds.reduce(
    (score, kind, at) => score + kind.weight * Math.log2(1 + Math.min(counts[at] ?? 0, 15)),
    0,
  );
}
