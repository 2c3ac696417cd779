/** What a reader sees whose network stalls; a copy from disk has none. */
import { expect, test } from './reader.ts';

test('scripts that never come leave a search page as without script', async ({ page }) => {
  await page.clock.install();
  await page.route(/_astro\/.*\.js$/, () => undefined);
  await page.goto('practices/?q=诉源治理', { waitUntil: 'commit' });
  const noScript = page.locator('.no-script');
  await expect(noScript).toBeAttached();
  await expect(noScript).toBeHidden();
  await page.clock.fastForward(12_000);
  await expect(noScript).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
