import type { Institution, Term, Topic } from '#domain/lists/lists.ts';
import { groupBy } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { boundsOf, periodOf, type WrittenBound } from '#domain/practice/written.ts';

/** Topics against kinds of bodies, each place with the number of practices. */
export interface TopicMatrix {
  readonly columns: readonly { readonly institution: Institution; readonly total: number }[];
  readonly rows: readonly {
    readonly topic: Topic;
    /** In the order of the columns. A practice of a narrower topic counts for the broader one too. */
    readonly counts: readonly number[];
    readonly total: number;
  }[];
  /** The largest single count, for tones. */
  readonly most: number;
}

/** Topics in the order of the list, narrower ones behind their broader one. */
export function topicMatrix(
  topics: readonly Topic[],
  institutions: readonly Institution[],
  practices: readonly Practice[],
): TopicMatrix {
  const inTreeOrder = (broader: string | null): Topic[] =>
    topics
      .filter((topic) => topic.broader === broader)
      .flatMap((topic) => [topic, ...inTreeOrder(topic.id)]);
  const rows = inTreeOrder(null).map((topic) => {
    const under = practices.filter((practice) =>
      practice.topics.some(({ path }) => path.some(({ id }) => id === topic.id)),
    );
    const counts = institutions.map(
      ({ id }) => under.filter(({ institution }) => institution.id === id).length,
    );
    return { topic, counts, total: under.length };
  });
  return {
    columns: institutions.map((institution) => ({
      institution,
      total: practices.filter((practice) => practice.institution.id === institution.id).length,
    })),
    rows,
    most: Math.max(1, ...rows.flatMap(({ counts }) => counts)),
  };
}

/** When the sources may have been written. */
export interface TimeLine {
  readonly years: readonly number[];
  /** Earliest first; those that nothing dates last. */
  readonly rows: readonly {
    readonly practice: Practice;
    /** For each year: whether the source can have been written in it. */
    readonly possible: readonly boolean[];
    readonly after: WrittenBound | null;
    readonly before: WrittenBound | null;
  }[];
}

/**
 * A source without an upper bound was written at the latest when the library took it in; one without a lower bound may be older than every year shown.
 */
export function timeLine(practices: readonly Practice[]): TimeLine {
  const bounds = practices.map((practice) => {
    const { after, before } = boundsOf(practice.source);
    return {
      practice,
      after,
      before,
      from: after ? yearOf(after.on) : null,
      to: yearOf(before ? before.on : takenInOn(practice)),
    };
  });
  const first = Math.min(...bounds.flatMap(({ from, to }) => from ?? to));
  const last = Math.max(...bounds.map(({ to }) => to));
  const years = Array.from(
    { length: practices.length === 0 ? 0 : last - first + 1 },
    (_, step) => first + step,
  );
  const sorted = [...bounds].sort((a, b) => (a.after?.on ?? '9').localeCompare(b.after?.on ?? '9'));
  return {
    years,
    rows: sorted.map(({ practice, after, before, from, to }) => ({
      practice,
      after,
      before,
      possible: years.map((year) => year >= (from ?? first) && year <= to),
    })),
  };
}

/** The same for more sources than a page has rows: by what the facet counts as one period. */
export interface PeriodLine {
  readonly years: readonly number[];
  /** Earliest first; those whose beginning nothing tells last. */
  readonly rows: readonly {
    readonly period: Term;
    readonly count: number;
    /** For each year: whether one of the sources can have been written in it. */
    readonly possible: readonly boolean[];
    /** The earliest bound; null where nothing says how old the sources may be. */
    readonly after: WrittenBound | null;
  }[];
}

export function periodLine(practices: readonly Practice[]): PeriodLine {
  const { years, rows } = timeLine(practices);
  const groups = groupBy(rows, ({ practice }) => [periodOf(practice.source).id]);
  return {
    years,
    rows: [...groups.values()].flatMap((group) =>
      group.slice(0, 1).map(({ practice, after }) => ({
        period: periodOf(practice.source),
        count: group.length,
        possible: years.map((_, year) => group.some(({ possible }) => possible[year])),
        after,
      })),
    ),
  };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The day a practice first stood in the library, `yyyy-mm-dd`. */
const takenInOn = ({ changes }: Practice): string => changes.at(-1)?.changedOn ?? '';
