import { expect, test } from './reader.ts';

test(
  'the first press of Tab offers the way past the header',
  { tag: '@oldest' },
  async ({ page }) => {
    await page.goto('practices/bengbu-wei-fating/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  },
);

for (const address of ['./', 'practices/', 'practices/bengbu-wei-fating/', 'topics/']) {
  test(`a press of / takes the reader of ${address} to the search box`, async ({ page }) => {
    await page.goto(address);
    await page.keyboard.press('/');
    await expect(page.getByRole('search').getByLabel('检索', { exact: true })).toBeFocused();
    await page.keyboard.type('1/2');
    await expect(page.getByRole('search').getByLabel('检索', { exact: true })).toHaveValue('1/2');
  });
}

for (const address of ['./', 'practices/', 'practices/bengbu-wei-fating/', 'regions/']) {
  test(`whoever tabs through ${address} always sees where they are`, async ({ page }) => {
    await page.goto(address);
    const unseen: string[] = [];
    const seen = new Set<string>();
    for (let press = 0; press < 250; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // A control drawn by its label shows the focus there.
        const drawn = [element, element.nextElementSibling, element.parentElement];
        const outlined = drawn.some((candidate) => {
          if (!candidate) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        const { width, height } = element.getBoundingClientRect();
        return { outlined: outlined && width > 0 && height > 0, html: element.outerHTML };
      });
      if (!stop) break;
      seen.add(stop.html);
      if (!stop.outlined) unseen.push(stop.html);
    }
    expect(unseen).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });
}
