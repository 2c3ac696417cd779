import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { libraryFiles } from '#domain/exports/library-file.ts';

/** The whole library in every format it can be taken away in. */
export const getStaticPaths = (() =>
  libraryFiles.map((file) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, site, url }) => {
  const { practices } = await getLibrary();
  const { mediaType, write } = props.file;
  return new Response(write(practices, { origin: site ?? url }), {
    headers: { 'content-type': `${mediaType}; charset=utf-8` },
  });
};
