import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import { searchSource } from '#domain/search/source.ts';

/** Read by the build when it makes the search data, then taken away; no reader asks for it. */
export const GET: APIRoute = async () => {
  const { practices, regions, topics, problems, institutions, authors, terms } = await getLibrary();
  return Response.json(
    searchSource(
      practices,
      {
        region: regions,
        topic: topics,
        problem: problems,
        institution: institutions,
        author: authors,
      },
      terms,
    ),
  );
};
