import type { GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { topicPage } from '#domain/citation/own-pages.ts';
import { facetOf, practicesUnder } from '#domain/lists/facets.ts';
import { firstPage, pageHolds } from '#domain/lists/pagination.ts';
import { keyed } from '#page-key.ts';
import { citationFileOf, citationFilesOf } from '../_citation-files.ts';

/** Dated as the page itself is: by the practices it shows first. */
export const getStaticPaths = (async () => {
  const { topics, practices } = await getLibrary();
  return keyed(
    citationFilesOf(
      topics.map((topic) => {
        const found = practicesUnder(facetOf('topic'), topic.id, practices);
        const { items } = firstPage(found, pageHolds.practices);
        return { id: topic.id, page: topicPage(topic, items) };
      }),
    ),
  );
}) satisfies GetStaticPaths;

export const GET = citationFileOf;
