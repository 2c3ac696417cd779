import { hash } from 'node:crypto';
import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '#domain/site.ts';
import { siteImages } from '#domain/site-images.ts';
import { keyed } from '#page-key.ts';
import { mediaTypeOf, readSiteImage } from '#reading/site-image.ts';

interface Props {
  file: string;
  digest: string;
}

/** The pictures the library has brought along: its logo and its icon. */
export const getStaticPaths = (() =>
  keyed(
    siteImages(site).map(({ name, file }) => ({
      params: { file: name },
      props: { file, digest: hash('sha256', readSiteImage(file)) },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { file } }) =>
  new Response(new Uint8Array(readSiteImage(file)), {
    headers: { 'content-type': mediaTypeOf(file) },
  });
