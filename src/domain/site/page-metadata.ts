/**
 * What pages tell machines. Reference managers read Open Graph, `citation_author` and
 * `citation_language`; search engines read the JSON-LD; people's tools follow the links. There is no
 * `citation_title`: it would turn the digest into a journal article and lose the name of the site.
 */
import { toCitable, type Publication, type Release } from '#domain/citation/library.ts';
import { creatorsOf, type WebPage } from '#domain/citation/record.ts';
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import { practiceFileAddress, practiceFormats } from '#domain/exports/formats.ts';
import type { Author, Topic } from '#domain/lists/lists.ts';
import { shareSize } from '#domain/pictures/share-card.ts';
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
  sharePicturePath,
  topicPath,
  topicsPath,
} from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import {
  dateOf,
  type BookSource,
  type ChapterSource,
  type JournalSource,
} from '#domain/practice/source.ts';

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
      pictureOf: site.hasPracticePictures ? practicePath(practice.id) : homePath,
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
  /** The path of the page whose picture it shows: its own, or the home page. */
  readonly pictureOf: string;
  readonly record?: WebPage | undefined;
}

/**
 * Dates without a time: Zotero would take a time zone into the date. It reads the date of an item from
 * `article:published_time`, which therefore is the date of the edition shown, as in every reference.
 */
export function pageMetas({
  title,
  description,
  address,
  pictureOf,
  record,
}: SharedPage): readonly MetaTag[] {
  const issuedOn = record === undefined ? undefined : valueOf(record.issued)?.on;
  return [
    { property: 'og:type', content: record === undefined ? 'website' : 'article' },
    { property: 'og:title', content: title },
    { property: 'og:site_name', content: site.name },
    ...(address === null
      ? []
      : [{ property: 'og:url', content: address }, ...picture(title, pictureOf)]),
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
    ...(record === undefined ? [] : [{ name: 'citation_language', content: record.language }]),
  ];
}

/** Chats ask for the full address of a picture, and for its size before they load it. */
const picture = (title: string, page: string): readonly MetaTag[] =>
  site.origin === null
    ? []
    : [
        { property: 'og:image', content: absolute(sharePicturePath(page), site.origin) },
        { property: 'og:image:width', content: String(shareSize.width) },
        { property: 'og:image:height', content: String(shareSize.height) },
        { property: 'og:image:alt', content: title },
      ];

/** Signposting of a page that is no practice: what it is cited as, and the files that describe it. */
export const citationLinks = (
  files: string,
  address: string,
  { origin, words }: Publication,
): readonly LinkTag[] => [
  ...(origin === null ? [] : [{ rel: 'cite-as', href: address }]),
  ...practiceFormats
    .filter(({ isDescription }) => isDescription)
    .map(({ extension, mediaType }) => ({
      rel: 'describedby',
      href: absolute(`${files}.${extension}`, origin),
      type: mediaType,
      title: words.exports.formats[extension],
    })),
];

/** Signposting (signposting.org), level 1. */
function practiceLinks(
  practice: Practice,
  canonical: string,
  { origin, words }: Publication,
): readonly LinkTag[] {
  return [
    { rel: 'cite-as', href: canonical },
    ...practiceFormats.map((format) => ({
      rel: format.isDescription ? 'describedby' : 'alternate',
      href: practiceFileAddress(practice.id, format, origin),
      type: format.mediaType,
      title: words.exports.formats[format.extension],
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
      name: publication.words.exports.formats[format.extension],
    })),
  };
}

/** The original as the kind of work it is, with what it appeared in; only what is known of it. */
function originalNode({ source }: Practice, publication: Publication) {
  const title = valueOf(source.title);
  const date = dateOf(source);
  const common = {
    ...(title === null ? {} : { headline: title, name: title }),
    inLanguage: source.language,
    ...(source.bylines.length === 0
      ? {}
      : { author: source.bylines.map(({ author }) => authorNode(author, publication)) }),
    ...(date === null ? {} : { datePublished: date }),
    ...('url' in source ? given('url', source.url) : {}),
  };
  switch (source.kind) {
    case 'scan':
      return { '@type': 'Article' as const, ...common };
    case 'journal':
      return {
        '@type': 'Article' as const,
        ...common,
        ...given('pagination', source.pages),
        ...given(
          'sameAs',
          mapFact(source.doi, (doi) => `https://doi.org/${doi}`),
        ),
        ...(typeof source.journal === 'string' ? {} : { isPartOf: issueNode(source) }),
      };
    case 'newspaper':
      return {
        '@type': 'NewsArticle' as const,
        ...common,
        ...given('printEdition', source.edition),
        ...(typeof source.newspaper === 'string'
          ? {}
          : { isPartOf: { '@type': 'Newspaper' as const, name: source.newspaper.value } }),
      };
    case 'book':
      return { '@type': 'Book' as const, ...common, ...bookFacts(source) };
    case 'chapter':
      return {
        '@type': 'Chapter' as const,
        ...common,
        ...given('pagination', source.pages),
        isPartOf: {
          '@type': 'Book' as const,
          ...given('name', source.book),
          ...(source.editors.length === 0
            ? {}
            : { editor: source.editors.map((name) => ({ '@type': 'Person' as const, name })) }),
          ...bookFacts(source),
        },
      };
    case 'report':
      return {
        '@type': 'Report' as const,
        ...common,
        ...given('reportNumber', source.number),
        ...publishedBy(source.issuer),
      };
    case 'web':
      return {
        '@type': 'WebPage' as const,
        ...common,
        ...(typeof source.site === 'string'
          ? {}
          : { isPartOf: { '@type': 'WebSite' as const, name: source.site.value } }),
      };
    case 'thesis':
      return {
        '@type': 'Thesis' as const,
        ...common,
        ...given('inSupportOf', source.degree),
        ...publishedBy(source.school),
      };
    case 'manuscript':
      return { '@type': 'Manuscript' as const, ...undated(common), ...created(date) };
    case 'interview':
      return {
        '@type': 'CreativeWork' as const,
        ...undated(common),
        ...created(date),
        genre: publication.words.exports.interview,
      };
  }
}

/** What was never published has no date of publication. */
function undated<Node extends { readonly datePublished?: string }>({
  datePublished: _,
  ...node
}: Node): Omit<Node, 'datePublished'> {
  return node;
}

const created = (date: string | null) => (date === null ? {} : { dateCreated: date });

/** A property only where its value is known. */
const given = <Key extends string>(key: Key, fact: Fact<string>): { [K in Key]?: string } =>
  typeof fact === 'string' ? {} : ({ [key]: fact.value } as { [K in Key]: string });

const publishedBy = (fact: Fact<string>) =>
  typeof fact === 'string'
    ? {}
    : { publisher: { '@type': 'Organization' as const, name: fact.value } };

const bookFacts = (source: BookSource | ChapterSource) => ({
  ...given('isbn', source.isbn),
  ...given('bookEdition', source.edition),
  ...publishedBy(source.publisher),
});

/** An issue of a volume of a journal, as far down as is known. */
function issueNode({ journal, volume, issue, issn }: JournalSource) {
  const periodical = {
    '@type': 'Periodical' as const,
    ...given('name', journal),
    ...given('issn', issn),
  };
  const whole =
    typeof volume === 'string'
      ? periodical
      : {
          '@type': 'PublicationVolume' as const,
          volumeNumber: volume.value,
          isPartOf: periodical,
        };
  return typeof issue === 'string'
    ? whole
    : { '@type': 'PublicationIssue' as const, issueNumber: issue.value, isPartOf: whole };
}

/** The name stays whole, as it is printed. */
const authorNode = (author: Author, { origin }: Publication) => ({
  '@type': author.kind === 'team' ? ('Organization' as const) : ('Person' as const),
  name: author.label,
  alternateName: author.pinyin,
  url: absolute(authorPath(author.id), origin),
});

/** What the topic means stands on its own page, and not again on that of each practice. */
const topicNode = (topic: Topic, { origin }: Publication) => ({
  '@type': 'DefinedTerm' as const,
  name: topic.label,
  termCode: topic.id,
  url: absolute(topicPath(topic.id), origin),
  inDefinedTermSet: absolute(topicsPath, origin),
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

function breadcrumbNode(practice: Practice, ids: Ids, { origin, words }: Publication) {
  const steps = [
    { name: site.name, item: absolute(homePath, origin) },
    { name: words.exports.practices, item: absolute(practicesPath, origin) },
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
  { origin }: Pick<Publication, 'origin'>,
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
