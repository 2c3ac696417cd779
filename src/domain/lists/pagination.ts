/** How much one page holds, however large the library grows. */
export const pageHolds = {
  /** Cards under an entry of a list. */
  practices: 50,
  /** Entries of an index; a longer one is split by letters, places by provinces. */
  entries: 300,
  /** Entries of one letter. */
  entriesOfLetter: 200,
  /** Entries an index that is split still shows: those with most practices. */
  foremostEntries: 50,
  /** Explained terms with their definitions. */
  terms: 300,
  termsOfLetter: 100,
  figures: 300,
  /** Charts of comparable numbers, and bars in one of them. */
  charts: 6,
  bars: 20,
  /** Sources in the time line, a row each. */
  datedSources: 60,
  corrections: 300,
  /** Practices named in a sentence, or with a few lines each. */
  named: 24,
  /** Practices named where a term is used. */
  uses: 12,
  /** Choices of a facet. */
  choices: 200,
} as const;

/** One page of a list that may be too long for one. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly number: number;
  /** How many pages there are. */
  readonly last: number;
  /** Items on all pages. */
  readonly total: number;
}

/**
 * A list in pages that hold `most` each, in the order given; an empty list has one empty page.
 * Where items weigh differently, a page takes items until the next would be too much for it.
 */
export function pagesOf<Item>(
  items: readonly Item[],
  most: number,
  weightOf: (item: Item) => number = () => 1,
): readonly ListPage<Item>[] {
  const pages: Item[][] = [[]];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    if (weight > 0 && weight + own > most) {
      pages.push([]);
      weight = 0;
    }
    pages.at(-1)?.push(item);
    weight += own;
  }
  return pages.map((held, index) => ({
    items: held,
    number: index + 1,
    last: pages.length,
    total: items.length,
  }));
}

/** The first page of a list. */
export const firstPage = <Item>(items: readonly Item[], most: number): ListPage<Item> => ({
  items: items.slice(0, most),
  number: 1,
  last: Math.max(1, Math.ceil(items.length / most)),
  total: items.length,
});

/**
 * The page numbers a reader is offered: the first, the last, and those around the present one;
 * null for a gap. A gap of one page would take as much room as its number.
 */
export function numbersOffered(number: number, last: number): readonly (number | null)[] {
  const wanted = [1, number - 1, number, number + 1, last];
  const offered = [...new Set(wanted)].filter((page) => page >= 1 && page <= last);
  return offered.flatMap((page, at) => {
    const missing = page - (offered[at - 1] ?? 0) - 1;
    if (missing === 0) return [page];
    return missing === 1 ? [page - 1, page] : [null, page];
  });
}

interface Branch<Node> {
  readonly children: readonly Node[];
}

/** A tree without its depth: every node, with nothing below it. */
export const flattened = <Node extends Branch<Node>>(nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [{ ...node, children: [] }, ...flattened(node.children)]);

/** A tree as one page shows it: whole, or its top level alone where it has more than `most` nodes. */
export const topOfLarge = <Node extends Branch<Node>>(
  nodes: readonly Node[],
  most: number,
): readonly Node[] =>
  flattened(nodes).length <= most ? nodes : nodes.map((node) => ({ ...node, children: [] }));
