/** The pages beside the practices, as they are cited. */
import { latestChange, type OwnPage } from '#domain/citation/library.ts';
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import type { Guide, Problem, Topic } from '#domain/lists/lists.ts';
import { comparisonPath, guidePath, problemPath, topicPath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** Dated by its practices, whose words it shows: the reading on its own has no date. */
export const comparisonPage = ({
  id,
  title,
  practices,
  reading,
}: FixedComparison<Practice>): OwnPage => ({
  id: `compare-${id}`,
  title,
  path: comparisonPath(id),
  summary: reading,
  changedOn: latestChange(practices),
});

export const guidePage = ({ id, title, summary, updatedOn }: Guide): OwnPage => ({
  id: `guide-${id}`,
  title,
  path: guidePath(id),
  summary,
  changedOn: updatedOn,
});

/** `practices` are those it shows; they date it, as the lists themselves carry no days. */
export const problemPage = (
  { id, label, definition }: Problem,
  practices: readonly Practice[],
): OwnPage => ({
  id: `problem-${id}`,
  title: label,
  path: problemPath(id),
  summary: definition,
  changedOn: latestChange(practices),
});

/** `practices` are those it shows; they date it, as the lists themselves carry no days. */
export const topicPage = (
  { id, label, definition }: Topic,
  practices: readonly Practice[],
): OwnPage => ({
  id: `topic-${id}`,
  title: label,
  path: topicPath(id),
  summary: definition,
  changedOn: latestChange(practices),
});
