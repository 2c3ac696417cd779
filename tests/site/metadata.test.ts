import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, builtPages, elementsOf, textOf, type BuiltPage } from './built.ts';
import { practicePages } from './pages.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';

const pages = builtPages(atRoot);
const listed = pages.filter(({ file }) => file !== '404.html');

/** A build without an address of its own names none. */
const hasAddress = existsSync(join(atRoot.folder, 'sitemap-index.xml'));
const addressed = '没有网址的网站没有这些：建站时写 SITE_URL';

const metaOf = (page: BuiltPage, name: string): string =>
  elementsOf(page, 'meta')
    .filter((meta) => attribute(meta, 'name') === name)
    .map((meta) => attribute(meta, 'content'))
    .join('|');

test('no two pages have the same title', () => {
  const byTitle = Map.groupBy(pages, (page) => elementsOf(page, 'title').map(textOf).join('|'));
  const shared = [...byTitle].filter(([title, named]) => title === '' || named.length > 1);
  expect(shared.map(([title, named]) => `${title}: ${named.map(({ path }) => path)}`)).toEqual([]);
});

test('every page says in a sentence what it holds', () => {
  expect(
    pages.filter((page) => metaOf(page, 'description') === '').map(({ path }) => path),
  ).toEqual([]);
});

test('every page names one lasting address, its own', () => {
  test.skip(!hasAddress, addressed);
  const faults = listed.flatMap((page) => {
    const addresses = elementsOf(page, 'link')
      .filter((link) => attribute(link, 'rel') === 'canonical')
      .map((link) => new URL(attribute(link, 'href') ?? '').pathname);
    return addresses.length === 1 && addresses[0] === page.path
      ? []
      : [{ path: page.path, addresses }];
  });
  expect(faults).toEqual([]);
});

test('the sitemap lists every page but the one for missing pages', () => {
  test.skip(!hasAddress, addressed);
  const paths = readdirSync(atRoot.folder)
    .filter((name) => /^sitemap-\d+\.xml$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(atRoot.folder, name), 'utf8').matchAll(/<loc>([^<]+)</g),
    ])
    .map(([, address = '']) => decodeURI(new URL(address).pathname));
  expect(paths.sort()).toEqual(listed.map(({ path }) => path).sort());
});

test('feed and sitemap are well-formed XML, the feed with full addresses and dates', async ({
  page,
}) => {
  test.skip(!hasAddress, addressed);
  await page.goto('./');
  for (const file of ['feed.xml', 'sitemap-index.xml', 'sitemap-0.xml']) {
    const text = readFileSync(join(atRoot.folder, file), 'utf8');
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'application/xml');
      return {
        fault: parsed.querySelector('parsererror')?.textContent ?? null,
        entries: [...parsed.querySelectorAll('item')].map((item) => ({
          link: item.querySelector('link')?.textContent ?? '',
          title: item.querySelector('title')?.textContent ?? '',
          date: item.querySelector('pubDate')?.textContent ?? '',
        })),
      };
    }, text);
    expect(read.fault, file).toBeNull();
    if (file !== 'feed.xml') continue;
    expect(read.entries.length).toBeGreaterThan(0);
    for (const { link, title, date } of read.entries) {
      expect(link).toMatch(/^https:\/\/[^/]+\/practices\/[a-z0-9-]+\/(?:\?edition=\d+)?$/);
      expect(title).not.toBe('');
      expect(Date.parse(date)).not.toBeNaN();
    }
  }
});

test('a page shared in a chat shows a picture, and has icons on every device', () => {
  test.skip(!hasAddress, addressed);
  const shared = builtPages(atRoot).filter(({ file }) => file !== '404.html');
  expect(shared.length).toBeGreaterThan(0);
  const without = shared.filter((page) => {
    const pictures = elementsOf(page, 'meta')
      .filter((meta) => attribute(meta, 'property') === 'og:image')
      .map((meta) => attribute(meta, 'content') ?? '');
    const icons = elementsOf(page, 'link')
      .filter((link) => /icon/.test(attribute(link, 'rel') ?? ''))
      .map((link) => attribute(link, 'href') ?? '');
    const files = [...pictures.map((address) => new URL(address).pathname), ...icons];
    return (
      pictures.length !== 1 ||
      icons.length < 3 ||
      files.some((file) => !existsSync(join(atRoot.folder, file)))
    );
  });
  expect(without.map(({ path }) => path)).toEqual([]);
});

test('a practice, a problem, a topic, a region and a comparison are shared with their own picture', () => {
  test.skip(!hasAddress, addressed);
  const own = listed.filter(({ file }) =>
    /^(?:practices|problems|topics|regions|compare)\/[a-z0-9-]+\/index\.html$/.test(file),
  );
  expect(own.length).toBeGreaterThan(50);
  const told = own.map((page) => {
    const of = (name: string): string | null | undefined =>
      elementsOf(page, 'meta')
        .filter((meta) => attribute(meta, 'property') === `og:image${name}`)
        .map((meta) => attribute(meta, 'content'))[0];
    const file = join(atRoot.folder, page.file.replace('index.html', 'share.png'));
    const picture = existsSync(file) ? readFileSync(file) : Buffer.alloc(24);
    return {
      own: of('') === `https://practices.example.org${page.path}share.png`,
      size: of(':width') === String(picture.readUInt32BE(16)),
      height: of(':height') === String(picture.readUInt32BE(20)),
      isDescribed: Boolean(of(':alt')),
      path: page.path,
    };
  });
  const wrong = told.filter(({ path: _, ...page }) => Object.values(page).includes(false));
  expect(wrong).toEqual([]);
  // A card without words would be the same for all.
  const pictures = own.map(({ file }) =>
    readFileSync(join(atRoot.folder, file.replace('index.html', 'share.png'))).toString('base64'),
  );
  expect(new Set(pictures).size).toBe(own.length);
});

test('the published data hold every practice, with where it is told and what is not known', () => {
  const { practices }: { practices: Record<string, unknown>[] } = JSON.parse(
    readFileSync(join(atRoot.folder, 'data/practices.json'), 'utf8'),
  );
  expect(practices.map(({ id }) => `practices/${String(id)}/`).sort()).toEqual(
    [...practicePages].sort(),
  );
  for (const practice of practices) {
    for (const field of ['title', 'summary', 'region', 'source', 'measures', 'notStated', 'text']) {
      expect(practice[field], `${String(practice['id'])}: ${field}`).toBeTruthy();
    }
  }
});
