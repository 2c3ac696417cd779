/** What Playwright's own scripts in a page ask of a browser, and Chromium 86 has not. */
import { selectors } from '@playwright/test';

/**
 * A selector engine is the one kind of script that runs beside Playwright's, in their world, before
 * they are used.
 */
export const teachOldest = (): Promise<void> =>
  selectors.register(
    'taught',
    () => {
      if (!('checkVisibility' in Element.prototype)) {
        Object.defineProperty(Element.prototype, 'checkVisibility', {
          value(this: Element) {
            return (
              getComputedStyle(this).display === 'contents' || this.getClientRects().length > 0
            );
          },
        });
      }
      return { query: () => null, queryAll: () => [] };
    },
    { contentScript: true },
  );
