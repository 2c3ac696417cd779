import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, BreadcrumbList, Graph, Organization, WebPage, WebSite } from 'schema-dts';
import { latestChange, toCitable, toCitablePage } from '#domain/citation/library.ts';
import { toCslItem } from '#domain/exports/csl-json.ts';
import { pageMetas, practiceGraph, practiceMetadata } from '#domain/site/page-metadata.ts';
import { text as words } from '#words/index.ts';
import { aChange, aPractice, aRegion, aSource } from './builders.ts';

const publication = { origin: 'https://example.org', words };
const address = 'https://example.org/practices/qingchuan-cunkou-lianluodian/';

const practice = aPractice({
  edition: 2,
  changes: [aChange({ edition: 2, changedOn: '2026-10-08', note: '补正数字' }), aChange()],
});
const metadata = practiceMetadata(practice, publication);

const contents = (key: string): readonly string[] =>
  metadata.metas.flatMap((tag) =>
    ('name' in tag ? tag.name : tag.property) === key ? [tag.content] : [],
  );

const targets = (rel: string): readonly string[] =>
  metadata.links.flatMap((link) => (link.rel === rel ? [link.href] : []));

test('a reference manager finds the digest as a page of the library, written by the editors', () => {
  assert.deepEqual(contents('og:type'), ['article']);
  assert.deepEqual(contents('og:title'), ['村口设联络点，分歧先在村里说']);
  assert.deepEqual(contents('og:site_name'), ['治理实践库']);
  assert.deepEqual(contents('og:url'), [address]);
  assert.deepEqual(contents('og:description'), ['青川法院在每个村设联络点，让分歧先在村里说开。']);
  assert.deepEqual(contents('citation_author'), ['治理实践库编辑组']);
  assert.deepEqual(contents('citation_language'), ['zh-CN']);
});

test('the page says the same as its own CSL-JSON', () => {
  const item = toCslItem(toCitable(practice, publication), { accessedOn: null });
  assert.deepEqual(contents('og:title'), [item.title]);
  assert.deepEqual(contents('og:site_name'), [item['container-title']]);
  assert.deepEqual(contents('og:url'), [item.URL]);
  assert.deepEqual(contents('citation_language'), [item.language]);
  assert.deepEqual(
    contents('citation_author').map((literal) => ({ literal })),
    item.author,
  );
  assert.deepEqual(item.issued?.['date-parts'], [
    contents('article:published_time')[0]?.split('-').map(Number),
  ]);
});

test('a comparison, a guide and the data reach a reference manager with author, day and site', () => {
  const record = toCitablePage(
    {
      id: 'g',
      title: '怎样引用',
      path: '/guides/citing/',
      summary: '一句话',
      changedOn: '2026-11-20',
    },
    publication,
  );
  const metas = pageMetas({
    title: '怎样引用',
    description: '一句话',
    address: 'a',
    pictureOf: '/',
    record,
  });
  const told = new Map(
    metas.map((meta) => ['name' in meta ? meta.name : meta.property, meta.content]),
  );
  assert.equal(told.get('citation_author'), '治理实践库编辑组');
  assert.equal(told.get('article:published_time'), '2026-11-20');
  assert.equal(told.get('og:site_name'), '治理实践库');
});

test('a page without a record is shared with its title and claims no author', () => {
  const metas = pageMetas({ title: '地区', description: '一句话', address: 'a', pictureOf: '/' });
  assert.doesNotMatch(JSON.stringify(metas), /author|published/);
  assert.match(JSON.stringify(metas), /"og:title","content":"地区"/);
});

test('a page is dated by the latest change to what it shows', () => {
  const older = aPractice({ changes: [aChange({ changedOn: '2026-09-01' })] });
  assert.equal(latestChange([older, practice]), '2026-10-08');
  assert.equal(latestChange([]), null);
});

test('nothing turns a digest into a journal article or its place into an archive', () => {
  for (const tag of metadata.metas) {
    const key = 'name' in tag ? tag.name : tag.property;
    assert.doesNotMatch(key, /^(?:citation_title|citation_journal|DC\.|z:|keywords)/i);
  }
});

test('dates carry no time, which a reference manager would print', () => {
  for (const key of ['article:published_time', 'article:modified_time']) {
    assert.deepEqual(contents(key), ['2026-10-08']);
  }
});

test('tools find one address to cite, the descriptions, the licence and the collection', () => {
  assert.equal(metadata.canonical, address);
  assert.deepEqual(targets('cite-as'), [address]);
  assert.deepEqual(
    metadata.links.filter(({ rel }) => rel === 'describedby').map(({ href, type }) => [href, type]),
    [
      [`${address.slice(0, -1)}.ris`, 'application/x-research-info-systems'],
      [`${address.slice(0, -1)}.bib`, 'application/x-bibtex'],
      [`${address.slice(0, -1)}.csl.json`, 'application/vnd.citationstyles.csl+json'],
    ],
  );
  assert.deepEqual(targets('license'), ['https://creativecommons.org/licenses/by/4.0/']);
  assert.deepEqual(targets('collection'), ['https://example.org/data/']);
  assert.deepEqual(targets('type'), ['https://schema.org/Article']);
  assert.equal(targets('author').length, 1);
});

/** Properties a node has and its schema.org type has not; `satisfies` alone lets them pass. */
type Stray<Node, Schema> = Exclude<keyof Node, PropertiesOf<Extract<Schema, object>>>;
type PropertiesOf<Schema> = Schema extends unknown ? keyof Schema : never;

type Nodes = ReturnType<typeof practiceGraph>['@graph'];
type StrayInGraph =
  | Stray<Nodes[0], WebSite>
  | Stray<Nodes[1], Organization>
  | Stray<Nodes[2], WebPage>
  | Stray<Nodes[3], Article>
  | Stray<Nodes[4], BreadcrumbList>;

/** Fails in the type check, which names the property. */
const strayProperties: readonly StrayInGraph[] = [] satisfies readonly never[];
const noneAllowed: readonly never[] = strayProperties;

test('the graph is valid schema.org', () => {
  const graph = practiceGraph(practice, publication) satisfies Graph;
  assert.deepEqual(
    graph['@graph'].map((node) => node['@type']),
    ['WebSite', 'Organization', 'WebPage', 'Article', 'BreadcrumbList'],
  );
  assert.deepEqual(noneAllowed, []);
});

const articleOf = (of = practice) => practiceGraph(of, publication)['@graph'][3];

test('every reference inside the graph leads to a node of it', () => {
  const text = JSON.stringify(practiceGraph(practice, publication));
  const ids = new Set(practiceGraph(practice, publication)['@graph'].map((node) => node['@id']));
  for (const [, id] of text.matchAll(/\{"@id":"([^"]+)"\}/g)) assert.ok(ids.has(id ?? ''), id);
});

test('search engines are told when the digest first appeared, when it changed, and what it rests on', () => {
  const article = articleOf();
  assert.equal(article.datePublished, '2026-09-01');
  assert.equal(article.dateModified, '2026-10-08');
  assert.equal(article.version, '2');
  assert.equal(article.isBasedOn.headline, '下足“绣花”功夫 办好民生实事');
  assert.equal(article.isBasedOn.author?.[0]?.name, '黄晓武');
  assert.equal('isPartOf' in article.isBasedOn, false);
});

test('an original whose title is lost gets no title', () => {
  const { isBasedOn } = articleOf(aPractice({ source: aSource({ title: 'unknown' }) }));
  assert.equal('headline' in isBasedOn, false);
});

test('the files offered are those the page lists', () => {
  assert.deepEqual(
    articleOf().encoding.map(({ contentUrl }) => contentUrl),
    [...targets('describedby'), ...targets('alternate')],
  );
});

test('a county is placed in its province', () => {
  const province = aRegion({ id: '999000', label: '青', name: '青省', level: 'province' });
  const county = aRegion({ name: '青川县', level: 'county' });
  const { spatialCoverage } = articleOf(
    aPractice({ region: { ...county, path: [province, county] } }),
  );
  assert.equal(spatialCoverage.name, '青川县');
  assert.equal(spatialCoverage.address.addressRegion, '青省');
});

test('the graph says nothing empty', () => {
  assert.doesNotMatch(JSON.stringify(metadata), /undefined|null|""|\[\]/);
});
