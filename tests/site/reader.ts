/** `test` and `expect` for stories about readers. Every page opened is watched. */
import { expect, test as base } from '@playwright/test';
import { addressOnDisk } from './copy.ts';
import { teachOldest } from './oldest-abilities.ts';
import { atRoot, underSubPath } from './sites.ts';

export { expect };

export interface Watched {
  /** What the browser may complain of in this story. */
  readonly expectedComplaint: RegExp | null;
}

const ourOrigins = [atRoot, underSubPath].map(({ home }) => new URL(home).origin);

/**
 * In every story a request to another site, an error on the console or an uncaught exception
 * is a failure.
 */
export const test = base.extend<Watched, { taught: undefined }>({
  expectedComplaint: [null, { option: true }],

  taught: [
    async ({}, use) => {
      await teachOldest();
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],

  page: async ({ page, baseURL, expectedComplaint }, use) => {
    if (baseURL?.startsWith('file:')) {
      const goto = page.goto.bind(page);
      // From a server a page that has loaded has run its scripts; from disk it says so itself.
      page.goto = async (address, options) => {
        const response = await goto(
          /^[a-z]+:/.test(address) ? address : addressOnDisk(address),
          options,
        );
        await page.locator('html[data-copy-started]').waitFor({ state: 'attached' });
        return response;
      };
    }
    const faults: string[] = [];
    const note = (fault: string): void => {
      if (expectedComplaint?.test(fault)) return;
      faults.push(`${fault} (on ${page.url()})`);
    };
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && !ourOrigins.includes(origin)) {
        note(`Asks another site: ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (message.type() === 'error') note(`Console: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      note(`Uncaught: ${error.message}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});
