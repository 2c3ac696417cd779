/**
 * What pages tell machines. Reference managers read Open Graph, `citation_author` and
 * `citation_language`; search engines read the JSON-LD; people's tools follow the links. There is no
 * `citation_title`: it would turn the digest into a journal article and lose the name of the site.
 */
import { originalOf, toCitable, type Publication, type Release } from '#domain/citation/library.ts';
import { creatorsOf, valueOf, type WebPage } from '#domain/citation/record.ts';
import { practiceFileAddress, practiceFormats } from '#domain/exports/formats.ts';
import type { Author, Topic } from '#domain/lists.ts';
import {
  absolute,
  authorPath,
  dataFilePath,
  dataPath,
  guidePath,
  homePath,
  practicePath,
  practicesPath,
  regionPath,
  topicPath,
  topicsPath,
} from '#domain/paths.ts';
import type { Practice } from '#domain/practice.ts';
import { site } from '#domain/site.ts';

/** `<meta name="…" content="…">` or, for Open Graph, `<meta property="…" content="…">`. */
export type MetaTag =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string };

/** `<link rel="…" href="…" type="…">`. */
export interface LinkTag {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

export interface PageMetadata {
  /** For `<title>`. */
  readonly title: string;
  /** For `<meta name="description">`. */
  readonly description: string;
  /** For `<link rel="canonical">`. */
  readonly canonical: string;
  readonly language: string;
  readonly metas: readonly MetaTag[];
  readonly links: readonly LinkTag[];
  readonly jsonLd: PracticeGraph;
}

export type PracticeGraph = ReturnType<typeof practiceGraph>;

export function practiceMetadata(practice: Practice, publication: Publication): PageMetadata {
  const canonical = pageAddress(practice, publication);
  return {
    title: `${practice.title} - ${site.name}`,
    description: practice.summary,
    canonical,
    language: site.language,
    metas: pageMetas({
      title: practice.title,
      description: practice.summary,
      address: publication.origin === null ? null : canonical,
      record: toCitable(practice, publication),
    }),
    links: practiceLinks(practice, canonical, publication),
    jsonLd: practiceGraph(practice, publication),
  };
}

/** What every page tells whoever shares it; `record` is given where the page can be cited. */
export interface SharedPage {
  readonly title: string;
  readonly description: string;
  /** Full address; null as long as the library has none. */
  readonly address: string | null;
  readonly record?: WebPage | undefined;
}

/**
 * Dates without a time: Zotero would take a time zone into the date. It reads the date of an item from
 * `article:published_time`, which therefore is the date of the edition shown, as in every reference.
 */
export function pageMetas({ title, description, address, record }: SharedPage): readonly MetaTag[] {
  const issuedOn = record === undefined ? undefined : valueOf(record.issued)?.on;
  return [
    { property: 'og:type', content: record === undefined ? 'website' : 'article' },
    { property: 'og:title', content: title },
    { property: 'og:site_name', content: site.name },
    ...(address === null ? [] : [{ property: 'og:url', content: address }]),
    { property: 'og:description', content: description },
    { property: 'og:locale', content: site.language.replace('-', '_') },
    ...(issuedOn === undefined
      ? []
      : [
          { property: 'article:published_time', content: issuedOn },
          { property: 'article:modified_time', content: issuedOn },
        ]),
    ...(record === undefined ? [] : creatorsOf(record)).map(({ name }) => ({
      name: 'citation_author',
      content: name,
    })),
    ...(record === undefined ? [] : [{ name: 'citation_language', content: site.language }]),
  ];
}

/** Signposting (signposting.org), level 1. */
function practiceLinks(
  practice: Practice,
  canonical: string,
  { origin }: Publication,
): readonly LinkTag[] {
  return [
    { rel: 'cite-as', href: canonical },
    ...practiceFormats.map((format) => ({
      rel: format.isDescription ? 'describedby' : 'alternate',
      href: practiceFileAddress(practice.id, format, origin),
      type: format.mediaType,
      title: format.label,
    })),
    { rel: 'license', href: site.licence.url },
    { rel: 'author', href: absolute(guidePath('about'), origin) },
    { rel: 'collection', href: absolute(dataPath, origin) },
    { rel: 'type', href: 'https://schema.org/Article' },
  ];
}

/**
 * The JSON-LD of a practice page. Not a ScholarlyArticle: nothing here is peer-reviewed. What is not
 * known of the original is left out, not filled in.
 */
export function practiceGraph(practice: Practice, publication: Publication) {
  const page = pageAddress(practice, publication);
  const home = absolute(homePath, publication.origin);
  const ids = {
    website: `${home}#website`,
    editors: `${home}#editors`,
    page,
    article: `${page}#article`,
    breadcrumb: `${page}#breadcrumb`,
  };
  return {
    '@context': 'https://schema.org' as const,
    '@graph': [
      websiteNode(ids, home),
      editorsNode(ids, home),
      webPageNode(practice, ids),
      articleNode(practice, ids, publication),
      breadcrumbNode(practice, ids, publication),
    ] as const,
  };
}

interface Ids {
  readonly website: string;
  readonly editors: string;
  readonly page: string;
  readonly article: string;
  readonly breadcrumb: string;
}

const reference = (id: string) => ({ '@id': id });

const websiteNode = (ids: Ids, home: string) => ({
  '@type': 'WebSite' as const,
  '@id': ids.website,
  url: home,
  name: site.name,
  ...(site.english.name === null ? {} : { alternateName: site.english.name }),
  description: site.description,
  inLanguage: site.language,
  publisher: reference(ids.editors),
});

const editorsNode = (ids: Ids, home: string) => ({
  '@type': 'Organization' as const,
  '@id': ids.editors,
  name: site.team,
  ...(site.english.team === null ? {} : { alternateName: site.english.team }),
  url: home,
});

const webPageNode = (practice: Practice, ids: Ids) => ({
  '@type': 'WebPage' as const,
  '@id': ids.page,
  url: ids.page,
  name: practice.title,
  inLanguage: site.language,
  isPartOf: reference(ids.website),
  breadcrumb: reference(ids.breadcrumb),
  mainEntity: reference(ids.article),
});

function articleNode(practice: Practice, ids: Ids, publication: Publication) {
  const { published, modified } = datesOf(practice);
  return {
    '@type': 'Article' as const,
    '@id': ids.article,
    url: ids.page,
    mainEntityOfPage: reference(ids.page),
    headline: practice.title,
    abstract: practice.summary,
    inLanguage: site.language,
    author: reference(ids.editors),
    publisher: reference(ids.editors),
    ...(published === null ? {} : { datePublished: published }),
    ...(modified === null ? {} : { dateModified: modified }),
    version: String(practice.edition),
    isPartOf: reference(ids.website),
    isBasedOn: originalNode(practice, publication),
    about: practice.topics.map((topic) => topicNode(topic, publication)),
    spatialCoverage: placeNode(practice, publication),
    license: site.licence.url,
    encoding: practiceFormats.map((format) => ({
      '@type': 'MediaObject' as const,
      contentUrl: practiceFileAddress(practice.id, format, publication.origin),
      encodingFormat: format.mediaType,
      name: format.label,
    })),
  };
}

function originalNode(practice: Practice, publication: Publication) {
  const original = originalOf(practice);
  const title = valueOf(original.title);
  const journal = valueOf(original.journal);
  return {
    '@type': 'Article' as const,
    ...(title === null ? {} : { headline: title.text, name: title.text }),
    inLanguage: original.language,
    author: practice.source.bylines.map(({ author }) => personNode(author, publication)),
    ...(journal === null
      ? {}
      : { isPartOf: { '@type': 'Periodical' as const, name: journal.text } }),
  };
}

/** The name stays whole: no parts of it are on record. */
const personNode = (author: Author, { origin }: Publication) => ({
  '@type': 'Person' as const,
  name: author.label,
  alternateName: author.pinyin,
  url: absolute(authorPath(author.id), origin),
});

const topicNode = (topic: Topic, { origin }: Publication) => ({
  '@type': 'DefinedTerm' as const,
  name: topic.label,
  description: topic.definition,
  termCode: topic.id,
  url: absolute(topicPath(topic.id), origin),
  inDefinedTermSet: {
    '@type': 'DefinedTermSet' as const,
    '@id': absolute(topicsPath, origin),
    name: `${site.name}主题表`,
  },
});

const placeNode = ({ region }: Practice, { origin }: Publication) => ({
  '@type': 'Place' as const,
  name: region.name,
  url: absolute(regionPath(region.id), origin),
  address: {
    '@type': 'PostalAddress' as const,
    addressCountry: 'CN',
    addressRegion: region.path[0]?.name ?? region.name,
  },
});

function breadcrumbNode(practice: Practice, ids: Ids, { origin }: Publication) {
  const steps = [
    { name: site.name, item: absolute(homePath, origin) },
    { name: '实践', item: absolute(practicesPath, origin) },
    { name: practice.title, item: ids.page },
  ];
  return {
    '@type': 'BreadcrumbList' as const,
    '@id': ids.breadcrumb,
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      ...step,
    })),
  };
}

const pageAddress = ({ id }: Practice, { origin }: Publication): string =>
  absolute(practicePath(id), origin);

/** First and latest change of the text, `yyyy-mm-dd`. */
function datesOf({ changes }: Practice): {
  readonly published: string | null;
  readonly modified: string | null;
} {
  const days = changes.map(({ changedOn }) => changedOn).sort();
  return { published: days[0] ?? null, modified: days[days.length - 1] ?? null };
}

/** The data as a whole, as search engines for data sets read it. */
export function datasetGraph(
  { version, releasedOn }: Release,
  files: readonly { readonly name: string; readonly mediaType: string }[],
  { origin }: Publication,
) {
  const home = absolute(homePath, origin);
  return {
    '@context': 'https://schema.org' as const,
    '@type': 'Dataset' as const,
    '@id': `${absolute(dataPath, origin)}#dataset`,
    url: absolute(dataPath, origin),
    name: site.name,
    alternateName: site.english.name,
    description: site.description,
    inLanguage: site.language,
    version,
    ...(releasedOn === null ? {} : { datePublished: releasedOn }),
    license: site.licence.url,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization' as const, name: site.team, url: home },
    distribution: files.map(({ name, mediaType }) => ({
      '@type': 'DataDownload' as const,
      name,
      encodingFormat: mediaType,
      contentUrl: absolute(dataFilePath(name), origin),
    })),
  };
}
