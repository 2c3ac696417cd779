import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { toCitablePage } from '#domain/citation/library.ts';
import { comparisonPage } from '#domain/citation/own-pages.ts';
import type { FixedComparison } from '#domain/comparison/comparison.ts';
import { citationFile, citationFormats } from '#domain/exports/citation-file.ts';
import type { ExportFormat } from '#domain/exports/formats.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { keyed } from '#page-key.ts';

/** Every fixed comparison in every format of reference managers. */
export const getStaticPaths = (async () => {
  const { comparisons } = await getLibrary();
  return keyed(
    comparisons.flatMap((comparison) =>
      citationFormats.map((format) => ({
        params: { id: comparison.id, extension: format.extension },
        props: { comparison, format },
      })),
    ),
  );
}) satisfies GetStaticPaths;

interface Props {
  comparison: FixedComparison<Practice>;
  format: ExportFormat;
}

export const GET: APIRoute<Props> = ({ props: { comparison, format } }) => {
  const record = toCitablePage(comparisonPage(comparison), { origin: site.origin });
  return new Response(citationFile(record, format.extension), {
    headers: { 'content-type': `${format.mediaType}; charset=utf-8` },
  });
};
