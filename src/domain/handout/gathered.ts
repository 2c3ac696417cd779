/** What a handout is composed of, as it could be had: pure data of the site, loaded or at hand. */
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import { latestChange } from '#domain/citation/library.ts';
import type { AnswerKind, Problem } from '#domain/lists/lists.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { absolute, comparisonPath, problemPath } from '#domain/site/paths.ts';

/** A problem as published data, `problems/<id>.json`. */
export interface ProblemRecord {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly definition: string;
  readonly answers: readonly AnswerKind[];
  readonly unsaid: readonly string[];
  readonly questions: readonly string[];
  /** Ids of practices that face it: those that answer first, at most as many as one page names. */
  readonly practices: readonly string[];
  /** How many face it in all. */
  readonly total: number;
  /** Day of the latest change to any of them, `yyyy-mm-dd`; null where there is none. */
  readonly changedOn: string | null;
}

/** A fixed comparison as published data, `compare/<id>.json`. */
export interface ComparisonRecord {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The editors' reading. */
  readonly reading: string;
  readonly practices: readonly string[];
  readonly changedOn: string | null;
}

/** Something of the site: there, or unknown to it, or not to be had just now. */
export type Found<Thing> =
  | { readonly state: 'found'; readonly record: Thing }
  | { readonly state: 'unknown' | 'unreachable' };

export interface Gathered {
  readonly practice: (id: string) => Found<PracticeRecord>;
  readonly problem: (id: string) => Found<ProblemRecord>;
  readonly comparison: (id: string) => Found<ComparisonRecord>;
}

/** `practices` are those it shows, `total` counts all. */
export function problemRecord(
  problem: Problem,
  {
    practices,
    total,
    origin,
  }: {
    readonly practices: readonly Practice[];
    readonly total: number;
    readonly origin: URL | string | null;
  },
): ProblemRecord {
  const { id, label, definition, answers, unsaid, questions } = problem;
  const answering = answers.flatMap(({ ways }) => ways.map(({ practice }) => practice));
  return {
    id,
    url: absolute(problemPath(id), origin),
    title: label,
    definition,
    answers,
    unsaid,
    questions,
    practices: [...new Set([...answering, ...practices.map((practice) => practice.id)])],
    total,
    changedOn: latestChange(practices),
  };
}

export const comparisonRecord = (
  { id, title, reading, practices }: FixedComparison<Practice>,
  origin: URL | string | null,
): ComparisonRecord => ({
  id,
  url: absolute(comparisonPath(id), origin),
  title,
  reading,
  practices: practices.map((practice) => practice.id),
  changedOn: latestChange(practices),
});
