import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, builtPages, elementsOf, type BuiltPage, type Element } from './built.ts';
import { expect, test } from './reader.ts';
import { atRoot, underSubPath, type Site } from './sites.ts';

/** Attributes that hold an address. */
const addressAttributes = ['href', 'src', 'action', 'poster', 'cite'] as const;

/** The origin a page speaks of when it names its own full address; one that is nowhere if it names none. */
function publicOrigin(pages: readonly BuiltPage[]): string {
  const canonical = pages
    .flatMap((page) => elementsOf(page, 'link'))
    .find((link) => attribute(link, 'rel') === 'canonical');
  return new URL(attributeOf(canonical) ?? 'http://nowhere.invalid').origin;
}

const attributeOf = (link: Element | undefined): string | null =>
  link ? attribute(link, 'href') : null;

function addressesOf(page: BuiltPage): string[] {
  return elementsOf(page).flatMap((element) =>
    addressAttributes
      .map((name) => attribute(element, name))
      .filter((address) => address !== null)
      .filter((address) => !address.startsWith('data:')),
  );
}

/** Why an address leads nowhere, or null where it leads somewhere. */
function faultOf(target: URL, site: Site, idsOf: ReadonlyMap<string, ReadonlySet<string>>) {
  const path = decodeURI(target.pathname);
  if (!path.startsWith(site.base)) return 'leaves the sub-path';
  const below = path.slice(site.base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!existsSync(join(site.folder, file))) return 'is not there';
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (fragment && !idsOf.get(file)?.has(fragment)) return 'has no such place on its page';
  return null;
}

for (const { where, site } of [
  { where: 'at the root', site: atRoot },
  { where: 'under a sub-path', site: underSubPath },
]) {
  test(`every link, file and fragment inside the site leads somewhere, ${where}`, () => {
    const pages = builtPages(site);
    const origin = publicOrigin(pages);
    const idsOf = new Map(
      pages.map((page) => [
        page.file,
        new Set(elementsOf(page).flatMap((element) => attribute(element, 'id') ?? [])),
      ]),
    );
    let followed = 0;
    const faults = pages.flatMap((page) =>
      addressesOf(page).flatMap((address) => {
        const target = new URL(address, new URL(page.path, origin));
        if (target.origin !== origin) return [];
        followed += 1;
        const fault = faultOf(target, site, idsOf);
        return fault ? [`${page.path}: ${address} ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
    expect(followed).toBeGreaterThan(pages.length);
  });

  test(`every address in sitemap, feed and data leads somewhere, ${where}`, () => {
    const origin = publicOrigin(builtPages(site));
    const files = ['sitemap-index.xml', 'sitemap-0.xml', 'feed.xml', 'data/practices.json'];
    test.skip(!existsSync(join(site.folder, 'sitemap-index.xml')), '没有网址的网站没有网站地图');
    const faults = files.flatMap((file) => {
      const addresses = readFileSync(join(site.folder, file), 'utf8').match(
        new RegExp(`${origin}[^<"\\s]*`, 'g'),
      );
      expect(addresses, file).not.toBeNull();
      return (addresses ?? []).flatMap((address) => {
        const fault = faultOf(new URL(address), site, new Map());
        return fault ? [`${file}: ${address} ${fault}`] : [];
      });
    });
    expect(faults).toEqual([]);
  });
}

test('a site without an address names none, its own or that of an example', () => {
  const site = [atRoot, underSubPath].find(
    ({ folder }) => !existsSync(join(folder, 'sitemap-index.xml')),
  );
  test.skip(!site, '两个网站都有网址');
  const { folder = '' } = site ?? {};
  const faults = globSync('**/*.{html,xml,json,ris,bib,csv,md,txt}', { cwd: folder })
    // That guide shows how an address is written.
    .filter((file) => !file.startsWith('guides'))
    .filter((file) =>
      /localhost|example\.(org|com)|nowhere/.test(readFileSync(join(folder, file), 'utf8')),
    );
  expect(faults).toEqual([]);
});

test('a link to another site is encrypted and does not carry a reader’s query', () => {
  const faults = builtPages(atRoot).flatMap((page) =>
    elementsOf(page, 'a')
      .map((link) => attribute(link, 'href') ?? '')
      .filter((address) => /^[a-z]+:/.test(address) && !/^(https:\/\/|mailto:)/.test(address))
      .map((address) => `${page.path}: ${address}`),
  );
  expect(faults).toEqual([]);
});
