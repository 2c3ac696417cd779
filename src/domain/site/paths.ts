import type {} from '#domain/copies/library-copy.ts';
import type { VocabularyName } from '#domain/lists/vocabularies.ts';

/**
 * Every address inside the site. All carry the base path the site is published under
 * (`--base /practices-site/`), which Vite puts in place; in plain Node the base is `/`.
 */
const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/*$/, '/');

/** A copy opened from disk says itself where its files are. */
const at: (path: string) => string = globalThis.libraryCopy?.at ?? ((path) => `${base}${path}`);

export const homePath = at('');
export const practicesPath = at('practices/');
/** The page that lists the entries of a vocabulary. */
export const listPath = (list: VocabularyName): string => at(`${list}/`);
export const regionsPath = listPath('regions');
export const topicsPath = listPath('topics');
export const problemsPath = listPath('problems');
export const termsPath = listPath('terms');
export const comparePath = at('compare/');
export const figuresPath = at('figures/');
export const overviewPath = at('overview/');
/** Where a text is checked against what stands here. */
export const verifyPath = at('verify/');
export const guidesPath = at('guides/');
export const correctionsPath = at('guides/corrections/');
export const feedPath = at('feed.xml');
/** The feed of an entry of a list, by the address of the entry's page. */
export const feedPathOf = (page: string): string => `${page}feed.xml`;
/** The picture of a page for chats, by the page's address; that of the library stands beside the home page. */
export const sharePicturePath = (page: string): string => `${page}share.png`;
/** What is new or changed, for readers who come back. */
export const latestPath = at('data/latest.json');
export const sitemapPath = at('sitemap-index.xml');
export const dataPath = at('data/');
/** A file of the whole library. */
export const dataFilePath = (file: string): string => at(`data/${file}`);

export const practicePath = (id: string): string => at(`practices/${id}/`);
/**
 * The page again, under another address for each edition: feed readers take an entry whose address
 * they know for one that was read.
 */
export const editionPath = (id: string, edition: number): string =>
  edition === 1 ? practicePath(id) : `${practicePath(id)}?edition=${edition}`;
/** The page of an entry; a term is a place on the page of all terms. */
export const entryPathOf = (list: VocabularyName, id: string): string =>
  at(list === 'terms' ? `terms/#${id}` : `${list}/${id}/`);
export const regionPath = (id: string): string => entryPathOf('regions', id);
export const topicPath = (id: string): string => entryPathOf('topics', id);
export const problemPath = (id: string): string => entryPathOf('problems', id);
export const institutionPath = (id: string): string => entryPathOf('institutions', id);
export const authorPath = (id: string): string => entryPathOf('authors', id);
export const termPath = (id: string): string => entryPathOf('terms', id);
export const periodPath = (id: string): string => at(`periods/${id}/`);
export const comparisonPath = (id: string): string => at(`compare/${id}/`);
/** The citation files of a page, without their endings: they stand beside it, `x.ris` for `x/`. */
export const citationFilesBeside = (page: string): string => page.replace(/\/$/, '');
/** The citation files of the data as a whole, without their endings. */
export const datasetCitationFiles = (): string => at('data/dataset');
/** The comparison of practices a reader put together; without script it shows the fixed ones. */
export const comparePathOf = (ids: readonly string[]): string =>
  `${comparePath}?p=${ids.join(',')}`;
/** What a reader puts together for a class. */
export const handoutPath = at('handout/');
/** One page for the leader, of a problem or of a fixed comparison. */
export const problemBriefPath = (id: string): string => at(`problems/${id}/brief/`);
export const comparisonBriefPath = (id: string): string => at(`compare/${id}/brief/`);
/** A problem and a fixed comparison as data; what a handout loads. */
export const problemDataPath = (id: string): string => at(`problems/${id}.json`);
export const comparisonDataPath = (id: string): string => at(`compare/${id}.json`);
/** A file of one practice, beside its page: `x.ris` for `x/`. */
export const besidePractice = (id: string, ending: string): string =>
  at(`practices/${id}.${ending}`);
/** One practice as data; what a comparison loads. */
export const practiceDataPath = (id: string): string => besidePractice(id, 'json');
export const paragraphPath = (practice: string, paragraph: string): string =>
  `${practicePath(practice)}#${paragraph}`;
/** The search page with choices made: facet key and id. */
export const practicesPathWith = (choices: Readonly<Record<string, string>>): string =>
  `${practicesPath}?${new URLSearchParams(choices).toString()}`;
export const guidePath = (id: string): string => at(`guides/${id}/`);

/** A page of a list whose first page stands at `first`. */
export const pagePath = (first: string, number: number): string =>
  number === 1 ? first : `${first}${number}/`;
/** A page of all practices; the first is the search page, which shows the newest. */
export const allPracticesPath = (number: number): string =>
  number === 1 ? practicesPath : at(`practices/all/${number}/`);
/** The entries of an index under one letter. */
export const letterPath = (index: string, letter: string): string => `${index}by-letter/${letter}/`;
/** The numbers of a province, given by its code: `340000` → `figures/34/`. */
export const provinceFiguresPath = (code: string): string => at(`figures/${code.slice(0, 2)}/`);
/** The parts of an address below the base, which a route takes as its parameters. */
export const stepsOf = (path: string): readonly string[] =>
  path.slice(base.length).split('/').filter(Boolean);

/** A file of the search's data, by its name; see `domain/search/data.ts`. */
export const searchDataPath = (name: string): string => at(`data/search/${name}`);
/** A chunk of one of Pagefind's indexes of words. */
export const wordIndexPath = (index: string, chunk: number): string =>
  at(`pagefind/${index}/${chunk}.pf_index`);

/** A file under `public/`, such as `favicon.svg`. */
export const assetPath = (file: string): string => at(file);

/**
 * The full address, for feeds, metadata and references. `origin` carries no path; where the library
 * has no address yet it is null, and the path stands alone.
 */
export const absolute = (path: string, origin: URL | string | null): string =>
  globalThis.libraryCopy?.lasting(path) ?? (origin === null ? path : new URL(path, origin).href);
