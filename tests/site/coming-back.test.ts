import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, builtPages, elementsOf } from './built.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';

const news = '上次来以后';
const aDay = 24 * 60 * 60 * 1000;

test('every topic, problem, region and kind of body has a feed that its page names', () => {
  const pages = builtPages(atRoot).filter(({ file }) =>
    /^(?:topics|problems|regions|institutions)\/[^/]+\/index\.html$/.test(file),
  );
  expect(pages.length).toBeGreaterThan(0);
  const without = pages.filter((page) => {
    const own = elementsOf(page, 'link')
      .filter((link) => attribute(link, 'type') === 'application/rss+xml')
      .map((link) => attribute(link, 'href'));
    const file = join(atRoot.folder, page.file.replace('index.html', 'feed.xml'));
    return !own.includes(`${page.path}feed.xml`) || !existsSync(file);
  });
  expect(without.map(({ path }) => path)).toEqual([]);
});

test('a feed that was passed on says where it is kept', () => {
  for (const path of ['', 'topics/fengqiao-jingyan/', 'regions/340000/']) {
    const feed = readFileSync(join(atRoot.folder, path, 'feed.xml'), 'utf8');
    const self = /<atom:link href="([^"]+)" rel="self" type="application\/rss\+xml"\/>/.exec(feed);
    expect(self?.[1]).toBe(`https://practices.example.org/${path}feed.xml`);
  }
});

test('the feed of a topic holds its practices and no others', () => {
  const feed = readFileSync(join(atRoot.folder, 'topics/fengqiao-jingyan/feed.xml'), 'utf8');
  const told = [
    ...feed.matchAll(/<item>.*?practices\/([a-z-]+)\/(?:\?edition=\d+)?<\/link>/gs),
  ].map(([, id]) => id);
  expect(told).toContain('bengbu-wei-fating');
  const page = readFileSync(join(atRoot.folder, 'topics/fengqiao-jingyan/index.html'), 'utf8');
  for (const id of told) expect(page).toContain(`data-practice="${id}"`);
});

test('on a first visit the home page says nothing of earlier ones', async ({ page }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: news })).toBeHidden();
});

test(
  'a reader who comes back sees what was added and changed since',
  { tag: '@oldest' },
  async ({ page }) => {
    await page.goto('./', { waitUntil: 'networkidle' });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('last-visit'))).not.toBeNull();
    const title = await page.evaluate(async (day) => {
      const kept = JSON.parse(localStorage.getItem('last-visit') ?? '') as {
        looked: string[];
        at: number;
      };
      const [first] = (await (await fetch('data/latest.json')).json()) as { title: string }[];
      const looked = kept.looked.slice(1);
      localStorage.setItem(
        'last-visit',
        JSON.stringify({ seen: looked, looked, at: kept.at - day }),
      );
      return first?.title ?? '';
    }, aDay);
    await page.reload();
    await expect(page.getByRole('heading', { name: news })).toBeVisible();
    const link = page.locator('[data-since-visit] a');
    await expect(link).toHaveText([title]);
    await page.reload();
    await expect(link).toHaveText([title]);
    await link.click();
    await expect(page).toHaveURL(/\/practices\/[a-z-]+\/$/);
  },
);

test('a reader whose browser keeps nothing meets the home page as ever', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: news })).toBeHidden();
  await expect(page.getByRole('heading', { name: '新入库' })).toBeVisible();
});
