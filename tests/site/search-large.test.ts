import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchData } from '#build/search/data.ts';
import { digestOfBlocks } from '#build/search/part.ts';
import { facetKeys } from '#domain/lists/facet-keys.ts';
import type { BlockEntry } from '#domain/search/data.ts';
import { noChoices, type SearchState } from '#domain/search/state.ts';
import { coinCorpus, readReal, someOf, type Corpus } from '../bench/corpus.ts';
import { expect, test } from './reader.ts';
import { asking, openOnDisk, seeded } from './search-on-disk.ts';
import { atRoot } from './sites.ts';

/** A library too large for Pagefind has an index of the site's own, and nobody can tell. */
const inPagefind = { mostInPagefind: Infinity };
const inFiles = { mostInPagefind: 0 };

const folder = mkdtempSync(join(tmpdir(), 'search-large-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.describe.configure({ mode: 'serial' });

const library = coinCorpus(readReal(atRoot.folder), 300, seeded(11));

const write = (name: string, corpus: Corpus, how: { mostInPagefind: number }) =>
  writeSearchData(join(folder, name), corpus.source, corpus.page, how);

/** Terms, pieces of texts and nothing at all, with and without choices. */
function questions({ source, blocks }: Corpus): SearchState[] {
  const random = seeded(5);
  const regions = source.facets.region;
  const runs = blocks.flat().flatMap(([, , text]) => text.match(/\p{Script=Han}{4,}/gu) ?? []);
  const texts = ['', '治', '狠抓落实', 'beijing', '法院 调解', '稳评', '檢察', '量子纠缠'];
  for (let piece = 0; piece < 40; piece += 1) {
    const run = runs[random(runs.length)] ?? '治理';
    texts.push(run.slice(0, 2 + random(3)));
  }
  return texts.flatMap((text) => {
    const region = regions[random(regions.length)]?.[0] ?? '';
    const province = regions[random(34)]?.[0] ?? '';
    const topic = source.facets.topic[random(source.facets.topic.length)]?.[0] ?? '';
    return [
      asking(text),
      asking(text, { choices: { ...noChoices, region: [province] } }),
      asking(text, { choices: { ...noChoices, region: [region, province], topic: [topic] } }),
      asking(text, { choices: { ...noChoices, topic: [topic] }, sort: 'place' }),
    ];
  });
}

test('results, their order and every count are those of Pagefind’s index and of all texts', async () => {
  await write('pagefind', library, inPagefind);
  await write('files', library, inFiles);
  const pagefind = openOnDisk(join(folder, 'pagefind'));
  const files = openOnDisk(join(folder, 'files'));
  let found = 0;
  for (const question of questions(library)) {
    const about = JSON.stringify(question);
    const expected = await pagefind.searches.index.query(question);
    const page = await pagefind.searches.index.page(0, 60);
    const counts = await pagefind.searches.index.counts(facetKeys);
    for (const search of [files.searches.index, files.searches.scan]) {
      expect(await search.query(question), about).toEqual(expected);
      expect(await search.page(0, 60), about).toEqual(page);
      expect(await search.counts(facetKeys), about).toEqual(counts);
    }
    found += expected.exact;
  }
  expect(found).toBeGreaterThan(1000);
});

test('a query reads the files of its own words, however many others there are', async () => {
  await write(
    'few',
    someOf(library, library.source.practices.map((_, at) => at).slice(0, 150)),
    inFiles,
  );
  for (const name of ['few', 'files']) {
    const read: string[] = [];
    const { searches } = openOnDisk(join(folder, name), (file) => read.push(file));
    await searches.index.query(asking('矛盾纠纷'));
    expect(read.filter((file) => file.includes('words/')).length, name).toBeLessThanOrEqual(2);
  }
});

test('results are those of the question asked last, even where an earlier one takes longer', async () => {
  await write('overtaken', library, inFiles);
  const { index } = openOnDisk(join(folder, 'overtaken')).searches;
  const [earlier, last] = [asking('治理中心'), asking('')];
  await index.query(last);
  const expected = await index.page(0, 20);
  const answered: string[] = [];
  await Promise.all(
    [earlier, last].map((question) =>
      index.query(question).then(() => answered.push(question.text)),
    ),
  );
  expect(answered).toEqual([last.text, earlier.text]);
  expect(await index.page(0, 20)).toEqual(expected);
});

/** Every file below a folder with its bytes. */
const bytesOf = (name: string): Map<string, string> =>
  new Map(
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(join(folder, name).length), readFileSync(file, 'latin1')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const differing = (one: string, other: string): string[] => {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
};

test('after an edit few files are made, and all are as if made anew', async () => {
  const numbers = library.source.practices.map((_, number) => number);
  const before = await write('kept', someOf(library, numbers.slice(0, -1)), inFiles);
  // The newest practice comes to it, and an older one gets another paragraph.
  const edited = library.blocks.map((blocks, number): readonly BlockEntry[] =>
    number === 20 ? [...blocks, [4, 'p-new', '新添的一段，从没写过。']] : blocks,
  );
  const page = (number: number) => {
    const blocks = edited[number] ?? [];
    return { ...library.page(number), digest: digestOfBlocks(blocks), blocks: () => blocks };
  };
  const after = await writeSearchData(join(folder, 'kept'), library.source, page, {
    before: before.searched,
    ...inFiles,
  });
  expect(after.indexed).toBeGreaterThan(0);
  expect(after.indexed).toBeLessThan(before.indexed);
  const anew = await writeSearchData(join(folder, 'anew'), library.source, page, inFiles);
  expect(after.searched).toEqual(anew.searched);
  expect(differing('kept', 'anew')).toEqual([]);
});

test('a reader of a large library finds the same and is told the same counts', async ({ page }) => {
  await write('real', readReal(atRoot.folder), inFiles);
  const results = page.getByRole('list', { name: '检索结果' }).locator(':scope > li');
  const groups = page.getByRole('group', { name: '筛选' }).locator('.choices');
  /** What is counted in each group once it is looked at. */
  const counts = async (): Promise<string[]> => {
    for (const group of await groups.all()) {
      await group.scrollIntoViewIfNeeded();
      await expect(group.locator('[data-count]').first()).not.toBeEmpty();
    }
    return page.locator('[data-count]').allTextContents();
  };
  const question = `practices/?q=${encodeURIComponent('治理')}&region=420000`;
  await page.goto(question);
  await expect(results.last().locator('.snippets')).toBeAttached();
  await page.waitForLoadState('networkidle');
  const [found, counted] = [await results.allTextContents(), await counts()];

  const asked: string[] = [];
  await page.route(/\/(data\/search|pagefind)\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    await route.fulfill({ path: join(folder, 'real', pathname) });
  });
  await page.goto('about:blank');
  await page.goto(question);
  await expect(results.last().locator('.snippets')).toBeAttached();
  await expect(results).toHaveText(found);
  expect(await counts()).toEqual(counted);
  expect(asked.some((path) => path.includes('/words/'))).toBe(true);
  expect(asked.some((path) => path.includes('/pagefind/'))).toBe(false);
});

test('of many authors those are loaded whose name begins with the letter typed', async ({
  page,
}) => {
  const large = coinCorpus(readReal(atRoot.folder), 400, seeded(3));
  await write('large', large, inFiles);
  const asked: string[] = [];
  await page.route(/\/(data\/search|pagefind)\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    await route.fulfill({ path: join(folder, 'large', pathname) });
  });
  // The authors are made up, and have no pages.
  await page.route(/\/authors\/./, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>作者</title>' }),
  );
  const [id = '', name = ''] =
    large.source.facets.author.find(([, label]) => label.startsWith('高')) ?? [];
  const authors = page.getByRole('listbox').getByRole('group', { name: '作者' });
  await page.goto('topics/');
  const box = page.getByRole('combobox', { name: '检索' });
  await box.pressSequentially(name);
  await expect(authors.getByRole('option', { name }).first()).toBeVisible();
  const read = asked.filter((file) => /letters|long|titles/.test(file));
  expect(read.length).toBe(1);
  expect(read[0]).toMatch(/letters\/g-\d\.bin$/);
  await box.fill('gao');
  await expect(authors.getByRole('option').first()).toBeVisible();
  expect(
    asked.filter((file) => /letters|long|titles/.test(file) && !/letters\/g-\d\.bin$/.test(file)),
  ).toEqual([]);
  await box.fill(name);
  await authors.getByRole('option', { name }).first().click();
  // A suggestion leads to the page of what it names.
  await expect(page).toHaveURL(new RegExp(`/authors/${id}/$`));
});
