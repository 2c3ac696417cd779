/** What must hold on every page of the sitemap, whatever its kind. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pagesByKind } from './pages.ts';
import { expect, test } from './reader.ts';

// A story here visits many pages, on machines that may be busy.
test.describe.configure({ timeout: 240_000 });

/** Small enough that both workers are busy and a story ends within a minute. */
const pagesAStory = 20;

/** What the sitemap does not list, and what a page becomes once somebody has asked it something. */
const besidesTheSitemap: [string, string[]][] = [
  ['besides the sitemap', ['404.html', 'practices/?q=微法庭', 'practices/?topic=pingan-jianshe']],
];

const batches = [...pagesByKind, ...besidesTheSitemap].flatMap(([kind, pages]) =>
  Array.from({ length: Math.ceil(pages.length / pagesAStory) }, (_, index) => ({
    name: kind === '' ? 'the home page' : `${kind}, part ${index + 1}`,
    pages: pages.slice(index * pagesAStory, (index + 1) * pagesAStory),
  })),
);

/** Opens a page; one that is asked something, until the answer is there. */
const open = (page: Page, address: string) =>
  page.goto(address, { waitUntil: address.includes('?') ? 'networkidle' : 'load' });

/** What can differ between the light colours and the dark ones. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, a line for each place. */
async function faultsFor(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // No page has frames, and without them the quicker way of asking gives the same answer.
  axe.setLegacyMode();
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

for (const { name, pages } of batches) {
  test(`nobody is shut out of ${name}, in light colours or dark`, async ({ page }) => {
    for (const address of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page, address);
      expect.soft(await faultsFor(page), address).toEqual([]);
      // Nothing but colour changes, so nothing else is asked again.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await faultsFor(page, colourRules), `${address} in the dark`).toEqual([]);
    }
  });

  test(`every page reads without script: ${name}`, { tag: '@without-script' }, async ({ page }) => {
    for (const address of pages) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main')).toContainText(/\p{Script=Han}{4}/u);
    }
  });

  test(`a phone 360 px wide never scrolls sideways: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const address of pages) {
      await open(page, address);
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      expect.soft(wide.page, address).toBeLessThanOrEqual(wide.window);
    }
  });
}
