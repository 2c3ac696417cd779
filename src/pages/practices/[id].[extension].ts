import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { practiceFormats } from '#domain/exports/formats.ts';
import { practiceFile } from '#domain/exports/practice-file.ts';
import { site } from '#domain/site/site.ts';
import { text } from '#words/index.ts';
import { keyed } from '#page-key.ts';

/** Every practice in every format a reader can take away. */
export const getStaticPaths = (async () => {
  const { practices, retired } = await getLibrary();
  return keyed(
    [...practices, ...retired].flatMap((practice) =>
      practiceFormats.map((format) => ({
        params: { id: practice.id, extension: format.extension },
        props: { practice, format },
      })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { practice, format } = props;
  const content = practiceFile(practice, format.extension, { origin: site.origin, words: text });
  return new Response(content, {
    headers: { 'content-type': `${format.mediaType}; charset=utf-8` },
  });
};
