import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { toCitableRelease } from '#domain/citation/library.ts';
import { citationFile, citationFormats } from '#domain/exports/citation-file.ts';
import type { ExportFormat } from '#domain/exports/formats.ts';
import { releaseOf } from '#domain/practice/release.ts';
import { site } from '#domain/site/site.ts';

/** The data as a whole, in every format of reference managers. */
export const getStaticPaths = (() =>
  citationFormats.map((format) => ({
    params: { extension: format.extension },
    props: { format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: ExportFormat }> = async ({ props }) => {
  const { practices } = await getLibrary();
  const record = toCitableRelease(releaseOf(practices), { origin: site.origin });
  return new Response(citationFile(record, props.format.extension), {
    headers: { 'content-type': `${props.format.mediaType}; charset=utf-8` },
  });
};
