import { expect, test } from './reader.ts';
import { builtPages } from './built.ts';
import { readingWeight, scriptWeight } from './weight.ts';
import { atRoot } from './sites.ts';

const pages = builtPages(atRoot);
const practices = pages.filter(({ file }) => /^practices\/.+\//.test(file));
const searchPage = 'practices/index.html';

test('a practice costs a reader at most 22 kB of text and style, 2 of them for what it rests on', () => {
  expect(practices.length).toBeGreaterThan(0);
  const heavy = practices
    .map((page) => ({ path: page.path, bytes: readingWeight(page) }))
    .filter(({ bytes }) => bytes > 22_000);
  expect(heavy).toEqual([]);
});

test('a page that is not the search page costs at most 12 kB of script', () => {
  const heavy = pages
    .filter(({ file }) => file !== searchPage)
    .map((page) => ({ path: page.path, bytes: scriptWeight(page) }))
    .filter(({ bytes }) => bytes > 12_000);
  expect(heavy).toEqual([]);
});

test('what is below the screen is fetched when it comes near, or when a reader stays', async ({
  page,
}) => {
  const results = page.getByRole('list', { name: '检索结果' }).locator(':scope > li');
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/practices\/\d+\.bin$/.test(pathname)) asked.add(pathname);
  });
  await page.goto(`practices/?q=${encodeURIComponent('治理')}`);
  await expect(results).toHaveCount(10);
  expect(asked.size).toBeLessThan(6);
  const ids = await results.evaluateAll((items) =>
    items.map((item) => [
      item.dataset['practice'],
      item.querySelector('h2 a')?.getAttribute('href'),
    ]),
  );
  for (const [id = '', path] of ids) expect(path).toContain(`/practices/${id}/`);
  await expect(results.last().locator('.snippets')).toBeAttached();
  expect(asked.size).toBe(10);
});
