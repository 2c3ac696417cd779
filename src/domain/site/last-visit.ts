/** One practice as a reader may have met it. */
export interface Latest {
  readonly id: string;
  readonly title: string;
  readonly edition: number;
}

/** What a reader's machine keeps between visits. */
interface Kept {
  /** As the visit before the present one left it: `id@edition`. */
  readonly seen: readonly string[];
  /** As it stood when the reader last looked, in milliseconds since 1970. */
  readonly looked: readonly string[];
  readonly at: number;
}

export interface Visit {
  /** To be kept until the next time. */
  readonly keep: string;
  /** New or changed since the visit before, in the order given. */
  readonly since: readonly Latest[];
  /** False where nothing the reader had seen is left in the list: there may be more. */
  readonly isAll: boolean;
}

/** Whoever looks again within half an hour is still on the same visit. */
const sameVisit = 30 * 60 * 1000;

/** `kept` as the last visit left it, null or unreadable on the first; `now` in milliseconds. */
export function visit(kept: string | null, latest: readonly Latest[], now: number): Visit {
  const standing = latest.map(markOf);
  const before = read(kept);
  // A clock that was wrong and has been put right lies far off to either side.
  const isSame = before !== null && Math.abs(now - before.at) < sameVisit;
  const seen = !before ? standing : isSame ? before.seen : before.looked;
  return {
    keep: JSON.stringify({ seen, looked: standing, at: now } satisfies Kept),
    since: latest.filter((entry) => !seen.includes(markOf(entry))),
    isAll: seen.length === 0 || standing.some((mark) => seen.includes(mark)),
  };
}

const markOf = ({ id, edition }: Latest): string => `${id}@${edition}`;

function read(kept: string | null): Kept | null {
  try {
    const { seen, looked, at } = JSON.parse(kept ?? '') as Partial<Kept>;
    return areMarks(seen) && areMarks(looked) && typeof at === 'number'
      ? { seen, looked, at }
      : null;
  } catch {
    return null;
  }
}

const areMarks = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((mark) => typeof mark === 'string');
