import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { problemRecord } from '#domain/handout/gathered.ts';
import { facetOf, practicesUnder } from '#domain/lists/facets.ts';
import type { Problem } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { pageHolds } from '#domain/lists/pagination.ts';
import { site } from '#domain/site/site.ts';
import { keyed } from '#page-key.ts';

export const getStaticPaths = (async () => {
  const { practices, problems } = await getLibrary();
  return keyed(
    problems.map((problem) => {
      const found = practicesUnder(facetOf('problem'), problem.id, practices);
      const newest = found.slice(0, pageHolds.named);
      return {
        params: { id: problem.id },
        props: { problem, practices: newest, total: found.length },
      };
    }),
  );
}) satisfies GetStaticPaths;

interface Props {
  problem: Problem;
  practices: readonly Practice[];
  total: number;
}

/** A problem as data: what a handout loads. */
export const GET: APIRoute<Props> = ({ props: { problem, practices, total } }) =>
  Response.json(problemRecord(problem, { practices, total, origin: site.origin }));
