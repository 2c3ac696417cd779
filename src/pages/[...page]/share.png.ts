/** The pictures that chats show beside a link; none where no chat can be told its full address. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { choicesOf, facets } from '#domain/lists/facets.ts';
import type { ShareCard } from '#domain/pictures/share-card.ts';
import { comparisonPath, homePath, practicePath, stepsOf } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { keyed } from '#page-key.ts';
import { sharePicture } from '#pictures/share-picture.ts';
import { text } from '#words/index.ts';

export const getStaticPaths = (async () => {
  if (site.origin === null) return [];
  const library = await getLibrary();
  const { practices, retired, drafts, comparisons } = library;
  const cards = [
    { path: homePath, kind: '', title: text.home.title.join('') },
    ...(site.hasPracticePictures ? [...practices, ...retired, ...drafts] : []).map(
      ({ id, title, region }) => ({
        path: practicePath(id),
        kind: [text.nav.practices, ...region.path.map(({ label }) => label)].join(' · '),
        title,
      }),
    ),
    ...comparisons.map(({ id, title }) => ({
      path: comparisonPath(id),
      kind: text.comparison.title,
      title,
    })),
    ...facets
      .filter(({ pages }) => pages === 'own')
      .flatMap((facet) =>
        choicesOf(facet, library).map(({ id, label }) => ({
          path: facet.pathOf(id),
          kind: text.labels[facet.key],
          title: label,
        })),
      ),
  ];
  return keyed(
    cards.map(({ path, kind, title }) => ({
      params: { page: stepsOf(path).join('/') || undefined },
      props: { kind, title },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<ShareCard, 'kind' | 'title'>> = async ({ props }) => {
  const picture = await sharePicture({ ...props, library: site.name, accent: site.accent });
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png' },
  });
};
