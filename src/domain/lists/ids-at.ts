/** Where a value stands in plain data: `['answers', 0, 'ways', 2, 'practice']`. */
type Path = readonly (string | number)[];

/**
 * The ids that a record holds at a pattern such as `answers.*.ways.*.practice`, each with its place;
 * `*` stands for every item of a list. Takes records in any shape: what is no text is left out.
 */
export const idsAt = (record: unknown, pattern: string): (readonly [path: Path, id: string])[] =>
  valuesAt(record, pattern.split('.')).flatMap(([path, value]) =>
    typeof value === 'string' ? [[path, value] as const] : [],
  );

function valuesAt(
  data: unknown,
  [key, ...rest]: readonly string[],
): (readonly [path: Path, value: unknown])[] {
  if (key === undefined) return [[[], data]];
  const items: (readonly [step: string | number, value: unknown])[] =
    key !== '*' ? ownValue(data, key) : Array.isArray(data) ? [...data.entries()] : [];
  return items.flatMap(([step, value]) =>
    valuesAt(value, rest).map(([path, found]) => [[step, ...path], found] as const),
  );
}

const ownValue = (data: unknown, key: string): [string, unknown][] =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? [[key, Reflect.get(data, key)]]
    : [];
