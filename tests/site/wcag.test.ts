/**
 * What WCAG 2.2 AA asks for and axe does not see, on one page of each kind: target size, focus
 * that is seen, reflow, text spacing, headings and names, settings of the system.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DomUtils } from 'htmlparser2';
import { attribute, builtPages, elementsOf } from './built.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';
import { setWidely, unfitText, unfold } from './wcag/fitting.ts';
import { walkByTab } from './wcag/focus.ts';
import { lostInForcedColours, stillMoving } from './wcag/settings.ts';
import { tooSmallTargets } from './wcag/target-size.ts';
import { misreadWords } from './wcag/words.ts';

const phone = { width: 360, height: 740 };
const desktop = { width: 1440, height: 900 };
/** A window of 1280 by 1024 px, enlarged to 400 %: the 320 px of WCAG 2.2, 1.4.10. */
const enlarged = { width: 320, height: 256 };

/** One press of Tab after another takes time, so the longest pages are walked in part. */
const mostStops = 80;

const ringContrast = 3;

interface Kind {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
}

const kinds: readonly Kind[] = [
  { name: 'the home page', open: at('') },
  { name: 'a practice', open: at('practices/bengbu-wei-fating/') },
  { name: 'a problem', open: at('problems/an-duo-ren-shao/') },
  { name: 'results with an answer', open: at('practices/?q=微法庭') },
  { name: 'a comparison', open: at('compare/?p=bengbu-wei-fating,heihe-lao-faguan') },
  { name: 'the figures', open: at('figures/') },
  { name: 'the overview', open: at('overview/') },
  { name: 'a topic', open: at('topics/pingan-jianshe/') },
  { name: 'the verified text', open: verifySomething },
  { name: 'a handout', open: fillHandout },
];

function at(address: string): Kind['open'] {
  return (page) => page.goto(address, { waitUntil: 'networkidle' });
}

async function verifySomething(page: Page): Promise<void> {
  await page.goto('verify/');
  await page
    .getByLabel('要核对的文字')
    .fill('微法庭设在一千个村。党组织与议事会设到自然村和小区。');
  await page.getByRole('button', { name: '逐句核对' }).click();
  await expect(page.locator('[data-verify="status"]')).not.toBeEmpty();
}

async function fillHandout(page: Page): Promise<void> {
  await page.goto('practices/');
  const put = page.locator('main').getByRole('button', { name: /^放进讲义篮：/ });
  for (const count of [1, 2]) {
    await put.first().click();
    await expect(page.getByRole('link', { name: `讲义篮（${count}）` })).toBeVisible();
  }
  await page.goto('handout/');
  await expect(page.locator('[data-handout-items] > li')).toHaveCount(2);
}

for (const { name, open } of kinds) {
  test(`${name}: seen, hit and read by people who set things their way`, async ({ page }) => {
    await page.setViewportSize(desktop);
    await open(page);
    const soft = (faults: readonly string[], what: string) =>
      expect.soft([...new Set(faults)], what).toEqual([]);

    for (const [window, colorScheme] of [
      [desktop, 'light'],
      [phone, 'dark'],
    ] as const) {
      await page.setViewportSize(window);
      await page.emulateMedia({ colorScheme });
      const where = `at ${window.width} px`;
      const stops = await walkByTab(page, mostStops);
      expect(stops.length).toBeGreaterThan(10);
      soft(
        stops.filter(({ hidden }) => hidden).map(({ html }) => html),
        `focus that cannot be seen ${where}`,
      );
      soft(
        stops
          .filter(({ contrast }) => contrast < ringContrast)
          .map(({ html, contrast }) => `${contrast.toFixed(1)}: ${html}`),
        `rings too faint ${where}, ${colorScheme}`,
      );
      soft(await tooSmallTargets(page), `targets under 24 px ${where}`);
    }

    soft(await misreadWords(page), 'headings, names and languages');

    await unfold(page);
    await page.setViewportSize(enlarged);
    soft(await unfitText(page), 'enlarged to 400 %');
    await setWidely(page);
    for (const window of [phone, desktop]) {
      await page.setViewportSize(window);
      soft(await unfitText(page), `text set widely at ${window.width} px`);
    }

    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    soft(await stillMoving(page), 'motion');
    soft(await lostInForcedColours(page), 'few colours');
  });
}

test('help, feedback and the ways on stand in the same order on every page', () => {
  const orders = new Map<string, string>();
  for (const page of builtPages(atRoot)) {
    const [header, footer] = ['header', 'footer'].map((name) =>
      elementsOf(page, name).find(({ parent }) => parent === elementsOf(page, 'body')[0]),
    );
    // A page that moved has neither, and only leads on.
    if (!header || !footer) continue;
    const navigation = [header, footer].flatMap((part) =>
      DomUtils.getElementsByTagName('nav', part),
    );
    const ways = navigation.flatMap((part) =>
      DomUtils.getElementsByTagName('a', part).map((link) => attribute(link, 'href')),
    );
    const report = DomUtils.getElementsByTagName('p', footer).findIndex((line) =>
      attribute(line, 'class')?.includes('report'),
    );
    expect(report).toBeGreaterThan(0);
    orders.set(JSON.stringify([ways, report]), page.path);
  }
  expect([...orders.values()]).toHaveLength(1);
});

test('nothing asks for dragging: what can be dropped can be chosen', async ({ page }) => {
  const scripts = globSync('_astro/**/*.js', { cwd: atRoot.folder });
  const naming = (words: RegExp) =>
    scripts.filter((file) => words.test(readFileSync(join(atRoot.folder, file), 'utf8')));
  expect(naming(/dragstart|draggable|touchmove|pointermove/)).toEqual([]);
  expect(naming(/addEventListener\(["'`]drop["'`]/)).toHaveLength(1);
  await page.goto('verify/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByText('选一个文件').click();
  await choosing;
});
