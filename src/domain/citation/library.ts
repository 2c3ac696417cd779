/** What this library publishes and rests on, as records that can be cited. */
import {
  known,
  valueOf,
  type JournalArticle,
  type Dataset,
  type Fact,
  type LatinName,
  type Named,
  type Person,
  type Team,
  type Title,
  type WebPage,
} from '#domain/citation/record.ts';
import type { Author } from '#domain/lists.ts';
import { absolute, homePath, practicePath } from '#domain/paths.ts';
import type { Practice } from '#domain/practice.ts';
import { site } from '#domain/site.ts';

export interface Publication {
  /** Scheme and host the site is published under; null as long as it has no address. */
  readonly origin: URL | string | null;
}

export interface Release {
  /** `2026.11`, without a leading v. */
  readonly version: string;
  /** `yyyy-mm-dd`; null as long as there is nothing in it. */
  readonly releasedOn: string | null;
}

export const editors: Team = { kind: 'team', name: site.team, latin: site.english.teamPinyin };

export const library: Named = { name: site.name, latin: site.english.namePinyin };

/**
 * The page of a practice. GB/T 7714 takes the data from the item in hand: that is our page, under our
 * title and in our words, so the editors are responsible for it and its own title is cited. The
 * author and title of the original stand in the secondary citation; putting an official's name on our
 * wording would be a misattribution.
 */
export function toCitable(practice: Practice, { origin }: Publication): WebPage {
  return {
    kind: 'web-page',
    id: practice.id,
    language: 'zh-CN',
    title: known(untranslated(practice.title)),
    creators: known([editors]),
    issued: editionDate(practice),
    address: addressOf(practicePath(practice.id), origin),
    abstract: practice.summary,
    keywords: keywordsOf(practice),
    note: provenance(practice),
    site: library,
    edition: practice.edition,
  };
}

/** A reference says nothing of a place that is not known. */
const addressOf = (path: string, origin: Publication['origin']): Fact<string> =>
  origin === null ? 'unknown' : known(absolute(path, origin));

/** A page of ours beside the practices: a comparison, a problem, a topic, a guide. */
export interface OwnPage {
  /** ASCII; the key of the entry in exported files. */
  readonly id: string;
  readonly title: string;
  /** Address inside the site. */
  readonly path: string;
  readonly summary: string | null;
  /** `yyyy-mm-dd`; null where nothing tells. */
  readonly changedOn: string | null;
}

export const toCitablePage = (
  { id, title, path, summary, changedOn }: OwnPage,
  { origin }: Publication,
): WebPage => ({
  kind: 'web-page',
  id,
  language: 'zh-CN',
  title: known(untranslated(title)),
  creators: known([editors]),
  issued: changedOn === null ? 'unknown' : known({ on: changedOn, guessed: false }),
  address: addressOf(path, origin),
  abstract: summary,
  keywords: [],
  note: null,
  site: library,
  edition: 1,
});

/** The day of the latest change to any of the practices a page shows; null where it shows none. */
export function latestChange(practices: readonly Practice[]): string | null {
  const days = practices.flatMap((practice) => valueOf(editionDate(practice))?.on ?? []).sort();
  return days[days.length - 1] ?? null;
}

/** The downloadable data as a whole, under the address of the site. */
export function toCitableRelease(
  { version, releasedOn }: Release,
  { origin }: Publication,
): Dataset {
  return {
    kind: 'dataset',
    id: `release-${version}`,
    language: 'zh-CN',
    title: known({ text: site.name, pinyin: site.english.namePinyin, translation: null }),
    creators: known([editors]),
    issued: releasedOn === null ? 'unknown' : known({ on: releasedOn, guessed: false }),
    address: addressOf(homePath, origin),
    abstract: site.description,
    keywords: [],
    note: null,
    publisher: library,
    version,
  };
}

/**
 * The article a practice is taken from. Only its title and bylines are on record: journal, year, volume,
 * issue and pages are unknown, never guessed from the bounds on when it was written.
 */
export function originalOf({ id, source }: Practice): JournalArticle {
  return {
    kind: 'journal-article',
    id: `${id}-original`,
    language: 'zh-CN',
    title: source.title === null ? 'unknown' : known(untranslated(source.title)),
    creators:
      source.bylines.length === 0
        ? 'unknown'
        : known(source.bylines.map(({ author }) => personOf(author))),
    issued: 'unknown',
    address: 'unknown',
    abstract: null,
    keywords: [],
    note: null,
    journal: 'unknown',
    volume: 'unknown',
    issue: 'unknown',
    pages: 'unknown',
    doi: 'unknown',
  };
}

const untranslated = (text: string): Title => ({ text, pinyin: null, translation: null });

const personOf = (author: Author): Person => ({
  kind: 'person',
  name: author.label,
  latin: latinOf(author),
});

/** The pinyin is written family name first; a name with · has no family name to split off. */
function latinOf({ label, pinyin }: Author): LatinName {
  const blank = pinyin.indexOf(' ');
  if (label.includes('·') || blank < 0) return { family: pinyin, given: null, familyFirst: true };
  return { family: pinyin.slice(0, blank), given: pinyin.slice(blank + 1), familyFirst: true };
}

/** A practice is dated by the latest change to its text. */
export function editionDate({ changes }: Practice): WebPage['issued'] {
  const dates = changes.map(({ changedOn }) => changedOn).sort();
  const latest = dates[dates.length - 1];
  return latest === undefined ? 'unknown' : known({ on: latest, guessed: false });
}

/** Labels a reader may search a reference manager for, each once. */
function keywordsOf({ topics, problems, region, institution }: Practice): readonly string[] {
  const terms = [...topics, ...problems, ...region.path, institution];
  return [...new Set(terms.map(({ label }) => label))];
}

/** Which facts of the original a reader still has to find: `原刊名、年、期`; empty when none. */
export function openFacts(article: JournalArticle): string {
  const facts: readonly (readonly [string, Fact<unknown>])[] = [
    ['刊名', article.journal],
    ['年', article.issued],
    ['期', article.issue],
  ];
  const names = facts.filter(([, fact]) => fact === 'unknown').map(([name]) => name);
  return names.length === 0 ? '' : `原${names.join('、')}`;
}

/** Where the digest comes from, for readers who see only the exported entry. */
export function provenance(practice: Practice): string {
  const article = originalOf(practice);
  const title = valueOf(article.title);
  const names = practice.source.bylines.map(({ author }) => author.label).join('、');
  const work = title === null ? '题名待考' : `《${insideBookMarks(title.text)}》`;
  const open = openFacts(article);
  return `本页为摘编，文字由${site.team}撰写。原文：${names}${work}${open === '' ? '' : `，${open}待考`}。`;
}

/** Book title marks inside book title marks turn single (GB/T 15834). */
const insideBookMarks = (text: string): string => text.replace(/《/gu, '〈').replace(/》/gu, '〉');
