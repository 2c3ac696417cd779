import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { choicesOf, facets, hasFeed, practicesUnder } from '#domain/lists/facets.ts';
import { feedPathOf, stepsOf } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { text } from '#words/index.ts';
import { keyed } from '#page-key.ts';
import { feedOf } from '../../_feed.ts';

/** The newest practices under each topic, problem, region and kind of institution. */
export const getStaticPaths = (async () => {
  const library = await getLibrary();
  return keyed(
    facets.filter(hasFeed).flatMap((facet) =>
      choicesOf(facet, library).map(({ id, label }) => {
        const path = facet.pathOf(id);
        const [list, entry] = stepsOf(feedPathOf(path));
        const practices = practicesUnder(facet, id, library.practices).slice(0, 20);
        return { params: { list, id: entry }, props: { label, path, practices } };
      }),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props: { label, path, practices } }) =>
  feedOf({
    title: `${label} · ${site.name}`,
    description: text.lists.feedOf(label),
    path,
    practices,
  });
