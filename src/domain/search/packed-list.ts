import { packWords, wordsFrom, type TermEntry } from '#domain/search/data.ts';

/**
 * A long list by columns, which pack to a third of what its entries do: ids by how much of the id
 * above them they share, parents as `packPlaces` packs places, and of an alias what its own label
 * and that above do not say already.
 */
export type PackedList = readonly [
  ids: string,
  labels: readonly string[],
  parents: string,
  aliases: readonly (readonly string[])[],
];

/** Stand for its own label and for that above it; no label holds control characters. */
const own = '\u0001';
const above = '\u0002';

const firstParent = '1'.charCodeAt(0);

export function packList(list: readonly TermEntry[]): PackedList {
  const labelAbove = (parent: number): string => list[parent]?.[1] ?? '';
  return [
    packWords(
      list.map(([id, , parent]) => {
        const [of = ''] = list[parent] ?? [];
        let shared = 0;
        while (shared < 9 && shared < of.length && id[shared] === of[shared]) shared += 1;
        return shared + id.slice(shared);
      }),
    ),
    list.map(([, label]) => label),
    list.map(([, , parent]) => String.fromCharCode(firstParent + parent)).join(''),
    list.map(([, label, parent, aliases]) =>
      aliases.map((alias) => {
        const shorter = label === '' ? alias : alias.split(label).join(own);
        const upper = labelAbove(parent);
        return upper === '' ? shorter : shorter.split(upper).join(above);
      }),
    ),
  ];
}

export function listFrom([ids, labels, parents, aliases]: PackedList): TermEntry[] {
  const shared = labels.length === 0 ? [] : wordsFrom(ids);
  const parentOf = (at: number): number => parents.charCodeAt(at) - firstParent;
  const known = new Map<number, string>();
  /** The one above may stand below in the list. */
  const idOf = (at: number): string => {
    const id = known.get(at);
    if (id !== undefined) return id;
    const word = shared[at] ?? '';
    const rest = word.slice(1);
    const of = Number(word[0]);
    const made = of > 0 ? idOf(parentOf(at)).slice(0, of) + rest : rest;
    known.set(at, made);
    return made;
  };
  return labels.map((label, at) => {
    const parent = parentOf(at);
    const upper = labels[parent] ?? '';
    return [
      idOf(at),
      label,
      parent,
      (aliases[at] ?? []).map((alias) => alias.split(above).join(upper).split(own).join(label)),
    ];
  });
}
