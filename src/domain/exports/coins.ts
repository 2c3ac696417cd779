import { creatorsOf, type WebPage } from '#domain/citation/record.ts';
import { valueOf } from '#domain/practice/fact.ts';

/**
 * The `title` of a `<span class="Z3988">` (ContextObjects in Spans, Z39.88-2004), for lists only: a reference
 * manager then offers every entry. On the page of one practice a span would outrank the better metadata there.
 * Zotero reads even an escaped plus sign as a blank, so a full-width one stands for it.
 */
export function coinsTitle(page: WebPage): string {
  const issued = valueOf(page.issued);
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'webpage'],
    ['rft.title', valueOf(page.title)?.text],
    ...creatorsOf(page).map(({ name }) => ['rft.au', name] as const),
    ['rft.source', page.site?.name],
    ['rft.date', issued === null || issued.guessed ? null : issued.on],
    ['rft.identifier', valueOf(page.address)],
    ['rft.language', page.language],
    ['rft.description', page.abstract],
  ];
  return fields
    .flatMap(([key, value]) =>
      value === null || value === undefined
        ? []
        : [`${key}=${encodeURIComponent(value.replace(/\+/gu, '＋'))}`],
    )
    .join('&');
}
