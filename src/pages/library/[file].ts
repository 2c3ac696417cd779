import type { APIRoute, GetStaticPaths } from 'astro';
import { siteImages } from '#domain/site/site-images.ts';
import { site } from '#domain/site/site.ts';
import { mediaTypeOf, readSiteImage } from '#reading/site-image.ts';

/** The pictures the library has brought along: its logo and its icon. */
export const getStaticPaths = (() =>
  siteImages(site).map(({ name, file }) => ({
    params: { file: name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = ({ props: { file } }) =>
  new Response(new Uint8Array(readSiteImage(file)), {
    headers: { 'content-type': mediaTypeOf(file) },
  });
