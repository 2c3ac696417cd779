/** Items under one letter of an index. */
export interface LetterGroup<Item> {
  /** A to Z; # for what begins with a numeral. */
  readonly letter: string;
  readonly items: readonly Item[];
}

/**
 * Items in the order of how they are read, under their first letters. `readingOf` writes Chinese
 * in plain Latin letters, syllables apart: `su yuan zhi li`.
 */
export function byLetter<Item>(
  items: readonly Item[],
  readingOf: (item: Item) => string,
): readonly LetterGroup<Item>[] {
  const sorted = items
    .map((item) => ({ item, reading: sortedAs(readingOf(item)) }))
    .sort((a, b) => (a.reading < b.reading ? -1 : Number(a.reading > b.reading)));
  const groups = new Map<string, Item[]>();
  for (const { item, reading } of sorted) {
    const letter = /^[a-z]/u.test(reading) ? reading.charAt(0).toUpperCase() : '#';
    const group = groups.get(letter);
    if (group) group.push(item);
    else groups.set(letter, [item]);
  }
  return [...groups].map(([letter, held]) => ({ letter, items: held }));
}

/** ü stands behind u; other letters with marks stand as those without. */
const sortedAs = (reading: string): string =>
  reading
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** A letter as part of an address. */
export const letterId = (letter: string): string =>
  letter === '#' ? 'shuzi' : letter.toLowerCase();

/** How many items stand under each letter. */
export const lettersOf = <Item>(
  items: readonly Item[],
  readingOf: (item: Item) => string,
): readonly LetterCount[] =>
  byLetter(items, readingOf).map(({ letter, items: held }) => ({ letter, count: held.length }));

export interface LetterCount {
  readonly letter: string;
  readonly count: number;
}
