import { expect, test } from './reader.ts';

declare global {
  interface Window {
    /** Sum of all layout shifts since the page began to load. */
    layoutShift: number;
  }
}

for (const { size, choice } of [
  { size: 'standard', choice: '' },
  { size: 'large', choice: 'large' },
]) {
  for (const address of [
    './',
    'practices/',
    'practices/bengbu-wei-fating/',
    'practices/?q=微法庭',
  ]) {
    for (const width of [360, 1440]) {
      test(`nothing moves under the eyes of a reader of ${address}, ${size} text, ${width} px`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.addInitScript((chosen) => {
          if (chosen) localStorage.setItem('preference-text', chosen);
          window.layoutShift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              if ('value' in entry) window.layoutShift += Number(entry.value);
            }
          }).observe({ type: 'layout-shift', buffered: true });
        }, choice);
        await page.goto(address, { waitUntil: 'networkidle' });
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))),
        );
        expect(await page.evaluate(() => window.layoutShift)).toBe(0);
        expect(await page.locator('html').getAttribute('data-text')).toBe(choice || null);
      });
    }
  }
}
