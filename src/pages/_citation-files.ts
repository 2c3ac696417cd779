import type { APIRoute } from 'astro';
import { toCitablePage, type OwnPage } from '#domain/citation/library.ts';
import { citationFile, citationFormats } from '#domain/exports/citation-file.ts';
import type { ExportFormat } from '#domain/exports/formats.ts';
import { site } from '#domain/site/site.ts';

/** A type, not an interface: Astro wants props with any key. */
type Props = { page: OwnPage; format: ExportFormat };

/** Each page in every format of reference managers, beside the page itself: `[id].[extension]`. */
export const citationFilesOf = (
  pages: readonly { readonly id: string; readonly page: OwnPage }[],
): { params: { id: string; extension: string }; props: Props }[] =>
  pages.flatMap(({ id, page }) =>
    citationFormats.map((format) => ({
      params: { id, extension: format.extension },
      props: { page, format },
    })),
  );

export const citationFileOf: APIRoute<Props> = ({ props: { page, format } }) =>
  new Response(citationFile(toCitablePage(page, { origin: site.origin }), format.extension), {
    headers: { 'content-type': `${format.mediaType}; charset=utf-8` },
  });
