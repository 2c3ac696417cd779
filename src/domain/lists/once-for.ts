/**
 * A function that works out what a list entails, once for each list. Thousands of pages ask the
 * same of the same library, and an answer that walks through all of it would make a build take
 * the square of its size. Lists are never changed in place, so an answer stays right.
 */
export function onceFor<List extends object, Answer>(
  workOut: (list: List) => Answer,
): (list: List) => Answer {
  const known = new WeakMap<List, Answer>();
  return (list) => {
    const before = known.get(list);
    if (before !== undefined) return before;
    const answer = workOut(list);
    known.set(list, answer);
    return answer;
  };
}

/** Items by key, in the order given; an item stands under each of its keys once. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => Iterable<Key>,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
