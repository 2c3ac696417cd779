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
