import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import { comparisonRecord } from '#domain/handout/gathered.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { keyed } from '#page-key.ts';

export const getStaticPaths = (async () => {
  const { comparisons } = await getLibrary();
  return keyed(
    comparisons.map((comparison) => ({ params: { id: comparison.id }, props: { comparison } })),
  );
}) satisfies GetStaticPaths;

interface Props {
  comparison: FixedComparison<Practice>;
}

/** A fixed comparison as data: what a handout loads. */
export const GET: APIRoute<Props> = ({ props: { comparison } }) =>
  Response.json(comparisonRecord(comparison, site.origin));
