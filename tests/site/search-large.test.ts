import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchData } from '#build/search/data.ts';
import type { ShardLimits } from '#domain/search/shards.ts';
import { noChoices, type SearchState } from '#domain/search/state.ts';
import { coinCorpus, readReal, someOf, type Corpus } from '../bench/corpus.ts';
import { expect, test } from './reader.ts';
import { asking, openOnDisk, seeded } from './search-on-disk.ts';
import { atRoot } from './sites.ts';

/** A library too large for one index is searched in parts, and nobody can tell. */
const together: ShardLimits = { whole: Infinity, shard: Infinity };
const inParts: ShardLimits = { whole: 100, shard: 60 };
/** So small that provinces are cut too. */
const inSmallParts: ShardLimits = { whole: 100, shard: 12 };

const folder = mkdtempSync(join(tmpdir(), 'search-shards-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.describe.configure({ mode: 'serial' });

const library = coinCorpus(readReal(atRoot.folder), 300, seeded(11));

const write = (name: string, corpus: Corpus, limits: ShardLimits) =>
  writeSearchData(join(folder, name), corpus.source, corpus.page, { limits });

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

test('in parts the results, their order and every count are those of one index', async () => {
  await write('together', library, together);
  await write('in-parts', library, inSmallParts);
  const one = openOnDisk(join(folder, 'together'));
  const many = openOnDisk(join(folder, 'in-parts'));
  expect(one.entry.shards).toHaveLength(1);
  expect(many.entry.shards.flat().some((beginning) => beginning.length > 2)).toBe(true);
  let found = 0;
  for (const question of questions(library)) {
    const about = JSON.stringify(question);
    for (const engine of ['index', 'scan'] as const) {
      const [whole, parts] = [one.searches[engine], many.searches[engine]];
      const expected = await whole.query(question);
      const answer = await parts.query(question);
      const region = answer.counts.region ?? (await parts.countPlaces(question));
      expect({ ...answer, counts: { ...answer.counts, region } }, about).toEqual(expected);
      expect(await parts.page(0, 60), about).toEqual(await whole.page(0, 60));
      found += expected.exact;
    }
  }
  expect(found).toBeGreaterThan(1000);
});

test('who searches one province loads nothing of the others, however many there are', async () => {
  const { practices } = library.source;
  const provinces = practices.map(({ region }) => region.slice(0, 2));
  const countOf = (province: string): number => provinces.filter((of) => of === province).length;
  const [busiest = ''] = [...new Set(provinces)].sort((a, b) => countOf(b) - countOf(a));
  // All of its own, and of the others every third.
  const fewer = practices.flatMap((_, number) =>
    provinces[number] === busiest || number % 3 === 0 ? [number] : [],
  );
  const limits = { whole: 10, shard: countOf(busiest) };
  await write('few', someOf(library, fewer), limits);
  await write('many', library, limits);
  const choices = { ...noChoices, region: [`${busiest}0000`] };
  /** Files of parts that are loaded for its questions, with their sizes. */
  const loaded = async (name: string): Promise<ReadonlyMap<string, number>> => {
    const files = new Map<string, number>();
    const { entry, searches } = openOnDisk(join(folder, name), (file, size) => {
      const [place] = /(?:shards|pagefind)\/.*/.exec(file) ?? [];
      if (place) files.set(place, size);
    });
    for (const text of ['调解', '法院', '治理中心']) {
      const answer = await searches.index.query(asking(text, { choices }));
      expect(answer.counts.region).toBeNull();
    }
    const own = entry.shards.flatMap((beginnings, shard) =>
      beginnings.some((of) => of.startsWith(busiest)) ? [`shards/${shard}.bin`] : [],
    );
    const shards = [...files.keys()].filter((file) => file.startsWith('shards/'));
    expect(shards).toEqual(own);
    // What a part's own file names is all that is loaded from its index.
    const indexes = [...files.keys()].filter((file) => file.startsWith('pagefind/'));
    expect(indexes.length).toBeGreaterThan(1);
    expect(new Set(indexes.map((file) => file.split('/')[1])).size).toBe(own.length);
    const records = shards.reduce((bytes, file) => bytes + (files.get(file) ?? 0), 0);
    return new Map([
      ['records', records],
      ...indexes.map((file): [string, number] => [
        file.split('/').slice(2).join('/'),
        files.get(file) ?? 0,
      ]),
    ]);
  };
  const [few, many] = [await loaded('few'), await loaded('many')];
  // Longer numbers are all there may be.
  for (const [file, bytes] of few) {
    expect(many.get(file) ?? 0, file).toBeLessThan(bytes * 1.05 + 8);
  }
});

test('results are those of the question asked last, even where an earlier one takes longer', async () => {
  await write('overtaken', library, inParts);
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

test('after a change in one place only its part is indexed, and all files are as if made anew', async () => {
  const numbers = library.source.practices.map((_, number) => number);
  const before = await write('kept', someOf(library, numbers.slice(1)), inParts);
  expect(before.indexed).toBeGreaterThan(4);
  // The newest practice comes to it, which moves the numbers of all others.
  const after = await writeSearchData(join(folder, 'kept'), library.source, library.page, {
    before: before.searched,
    limits: inParts,
  });
  expect(after.indexed).toBe(1);
  const anew = await write('anew', library, inParts);
  expect(after.searched).toEqual(anew.searched);
  const [kept, made] = [bytesOf('kept'), bytesOf('anew')];
  expect([...kept.keys()]).toEqual([...made.keys()]);
  expect(
    [...kept].filter(([file, bytes]) => made.get(file) !== bytes).map(([file]) => file),
  ).toEqual([]);
});

test('in parts a reader chooses a place, and the counts of the others come behind', async ({
  page,
}) => {
  await write('real', readReal(atRoot.folder), { whole: 5, shard: 4 });
  const results = page.getByRole('list', { name: '检索结果' }).locator(':scope > li');
  const countsOfPlaces = (): Promise<string[]> =>
    page.getByRole('group', { name: '地区' }).locator('[data-count]').allTextContents();
  const question = `practices/?q=${encodeURIComponent('治理')}&region=420000`;
  await page.goto(question);
  await expect(results.first().locator('mark').first()).toBeVisible();
  const found = await results.allTextContents();
  await expect.poll(async () => (await countsOfPlaces()).includes('')).toBe(false);
  const counts = await countsOfPlaces();

  const asked: string[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/(data\/search|pagefind)\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (/shards\/\d+\.bin$/.test(pathname)) {
      asked.push(pathname);
      // The parts of other places are slow to come.
      if (asked.length > 1) await held;
    }
    await route.fulfill({ path: join(folder, 'real', pathname) });
  });
  await page.goto('about:blank');
  await page.goto(question);
  await expect(results).toHaveText(found);
  await expect.poll(async () => new Set(await countsOfPlaces())).toEqual(new Set(['']));
  await expect(page.getByLabel('重庆', { exact: false }).first()).toBeEnabled();
  letGo();
  await expect.poll(countsOfPlaces).toEqual(counts);
});

test('of many authors those are loaded whose name begins with the letter typed', async ({
  page,
}) => {
  const large = coinCorpus(readReal(atRoot.folder), 400, seeded(3));
  await write('large', large, together);
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
  await box.fill('gao');
  await expect(authors.getByRole('option').first()).toBeVisible();
  expect(asked.filter((file) => /letters|long|titles/.test(file))).toEqual([
    '/data/search/letters/g.bin',
  ]);
  await box.fill(name);
  await authors.getByRole('option', { name }).first().click();
  // A suggestion leads to the page of what it names.
  await expect(page).toHaveURL(new RegExp(`/authors/${id}/$`));
});
