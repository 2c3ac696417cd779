import { gather } from '#browser/handout/handout-data.ts';
import { fragmentOf, longestCode } from '#browser/handout/handout-address.ts';
import type { DrawnCode } from '#browser/handout/handout-markup.ts';
import { qrCode } from '#browser/shell/qr-code.ts';
import { today } from '#browser/shell/today.ts';
import type { Release } from '#domain/citation/library.ts';
import type { Basket } from '#domain/handout/basket.ts';
import { composeHandout, type Composed } from '#domain/handout/compose.ts';
import { absolute, handoutPath, homePath } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { handoutDocument } from '#words/handout-document.ts';

export interface MadeHandout extends Composed {
  readonly code: DrawnCode | null;
}

/** Of a page, in full; null where the library has none. */
const addressOf = (path: string): string | null =>
  site.origin === null ? null : absolute(path, site.origin);

export const homeAddress = (): string | null => addressOf(homePath);

/** A basket filled with what the site has to say today. */
export async function makeHandout(basket: Basket, release: Release): Promise<MadeHandout> {
  const [gathered, fragment] = await Promise.all([gather(basket), fragmentOf(basket)]);
  const page = addressOf(handoutPath);
  const address = page === null ? null : `${page}#${fragment}`;
  const fitting = address !== null && address.length <= longestCode ? address : null;
  const composed = composeHandout(basket, {
    gathered,
    day: today(),
    address: fitting,
    release,
    home: homeAddress(),
    hasAddress: site.origin !== null,
    words: handoutDocument,
  });
  const code = fitting === null ? null : qrCode(fitting);
  return { ...composed, code };
}
