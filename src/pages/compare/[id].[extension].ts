import type { GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { comparisonPage } from '#domain/citation/own-pages.ts';
import { keyed } from '#page-key.ts';
import { citationFileOf, citationFilesOf } from '../_citation-files.ts';

export const getStaticPaths = (async () => {
  const { comparisons } = await getLibrary();
  return keyed(
    citationFilesOf(
      comparisons.map((comparison) => ({ id: comparison.id, page: comparisonPage(comparison) })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET = citationFileOf;
