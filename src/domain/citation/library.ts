/** What this library publishes and rests on, as records that can be cited. */
import type {
  CitableRecord,
  Creator,
  Dataset,
  Issued,
  LatinName,
  Named,
  Person,
  Team,
  Title,
  WebPage,
} from '#domain/citation/record.ts';
import type { PublicationWords } from '#domain/exports/export-words.ts';
import { known, mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import type { Author } from '#domain/lists/lists.ts';
import { absolute, homePath, practicePath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';
import { publishedIn } from '#domain/practice/publication.ts';
import {
  dateOf,
  openFacts,
  type BookSource,
  type ChapterSource,
  type Source,
} from '#domain/practice/source.ts';
import { site } from '#domain/site/site.ts';

/** Where a library is published, and in which words. */
export interface Publication {
  /** Scheme and host the site is published under; null as long as it has no address. */
  readonly origin: URL | string | null;
  readonly words: PublicationWords;
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
export function toCitable(practice: Practice, { origin, words }: Publication): WebPage {
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
    note: provenance(practice, words),
    site: library,
    edition: practice.edition,
    accessedOn: null,
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
  { origin }: Pick<Publication, 'origin'>,
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
  accessedOn: null,
});

/** The day of the latest change to any of the practices a page shows; null where it shows none. */
export function latestChange(practices: readonly Practice[]): string | null {
  const days = practices.flatMap((practice) => valueOf(editionDate(practice))?.on ?? []).sort();
  return days[days.length - 1] ?? null;
}

/** The downloadable data as a whole, under the address of the site. */
export function toCitableRelease(
  { version, releasedOn }: Release,
  { origin }: Pick<Publication, 'origin'>,
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

/** What a practice is taken from. Only what is on record is said, nothing is concluded from it. */
export function originalOf({ id, source }: Pick<Practice, 'id' | 'source'>): CitableRecord {
  return originalRecord(`${id}-original`, source);
}

function originalRecord(id: string, source: Source): CitableRecord {
  const common = {
    id,
    language: source.language,
    title: mapFact(source.title, untranslated),
    creators: creatorsOfSource(source),
    issued: issuedOf(source),
    address: 'url' in source ? source.url : 'none',
    abstract: null,
    keywords: [],
    note: null,
  } as const;
  switch (source.kind) {
    case 'scan':
      return {
        ...common,
        kind: 'journal-article',
        address: 'unknown',
        journal: 'unknown',
        volume: 'unknown',
        issue: 'unknown',
        pages: 'unknown',
        articleNumber: 'unknown',
        doi: 'unknown',
        issn: 'unknown',
      };
    case 'journal': {
      const { volume, issue, pages, articleNumber, doi, issn } = source;
      const journal = mapFact(source.journal, untranslated);
      const numbers = { volume, issue, pages, articleNumber, doi, issn };
      return { ...common, kind: 'journal-article', journal, ...numbers };
    }
    case 'newspaper':
      return {
        ...common,
        kind: 'newspaper-article',
        newspaper: mapFact(source.newspaper, untranslated),
        page: source.edition,
      };
    case 'book':
      return { ...common, kind: 'book', ...imprintOf(source) };
    case 'chapter':
      return {
        ...common,
        kind: 'chapter',
        book: mapFact(source.book, untranslated),
        editors: source.editors.map(editorOf),
        ...imprintOf(source),
      };
    case 'report':
      return {
        ...common,
        kind: 'report',
        issuer: mapFact(source.issuer, named),
        number: source.number,
      };
    case 'web':
      return {
        ...common,
        kind: 'web-page',
        site: valueOf(mapFact(source.site, named)),
        edition: 1,
        accessedOn: source.accessedOn,
      };
    case 'thesis':
      return {
        ...common,
        kind: 'thesis',
        school: mapFact(source.school, named),
        place: source.place,
        degree: mapFact(source.degree, (degree) => (degree === '博士' ? 'doctor' : 'master')),
        pages: source.pages,
      };
    case 'manuscript':
      return { ...common, kind: 'manuscript', heldAt: mapFact(source.heldAt, named) };
    case 'interview':
      return {
        ...common,
        kind: 'interview',
        recordedBy: mapFact(source.recordedBy, named),
        heldAt: mapFact(source.heldAt, named),
      };
  }
}

function creatorsOfSource({ bylines, authorsUnknown }: Source): Fact<readonly Creator[]> {
  if (bylines.length > 0) return known(bylines.map(({ author }) => creatorOf(author)));
  return authorsUnknown ? 'unknown' : 'none';
}

/** The date the source bears: the bounds on when it was written are no date of publication. */
function issuedOf(source: Source): Fact<Issued> {
  const date = source.kind === 'scan' ? null : dateOf(source);
  return date === null ? 'unknown' : known({ on: date, guessed: false });
}

const imprintOf = ({ place, publisher, edition, pages, isbn }: BookSource | ChapterSource) => ({
  place,
  publisher,
  bookEdition: edition,
  pages,
  isbn,
});

const named = (name: string): Named => ({ name, latin: null });

/** `Smith, John A.` is divided where the editor divided it; any other name stays whole. */
function editorOf(name: string): Person {
  const [family = name, given, ...more] = name.split(/,\s*/u);
  const isDivided = given !== undefined && more.length === 0;
  return {
    kind: 'person',
    name: isDivided ? `${given} ${family}` : name,
    latin: isDivided ? { family, given, familyFirst: false } : null,
  };
}

const untranslated = (text: string): Title => ({ text, pinyin: null, translation: null });

const creatorOf = (author: Author): Creator =>
  author.kind === 'team'
    ? { kind: 'team', name: author.label, latin: author.pinyin }
    : { kind: 'person', name: author.label, latin: latinOf(author) };

/** The pinyin is written family name first; a name with · has no family name to split off. */
function latinOf({ label, pinyin, western }: Author): LatinName {
  if (western !== null) return { ...western, familyFirst: false };
  const blank = pinyin.indexOf(' ');
  if (label.includes('·') || blank < 0) return { family: pinyin, given: null, familyFirst: true };
  return { family: pinyin.slice(0, blank), given: pinyin.slice(blank + 1), familyFirst: true };
}

/** A practice is dated by the latest change to its text. */
export function editionDate({ changes }: Pick<Practice, 'changes'>): Fact<Issued> {
  const dates = changes.map(({ changedOn }) => changedOn).sort();
  const latest = dates[dates.length - 1];
  return latest === undefined ? 'unknown' : known({ on: latest, guessed: false });
}

/** Labels a reader may search a reference manager for, each once. */
function keywordsOf({ topics, problems, region, institution }: Practice): readonly string[] {
  const terms = [...topics, ...problems, ...region.path, institution];
  return [...new Set(terms.map(({ label }) => label))];
}

/**
 * Which facts of the original a reader still has to find: `原刊名、年、期待考`; null when none. Without
 * its pages an article can be found.
 */
export function openInReferences(source: Source, words: SourceWords): string | null {
  const names = openFacts(source)
    .filter(({ key }) => key !== 'pages')
    .map(({ name }) => words.facts[name]);
  return names.length === 0 ? null : words.toBeFound(names);
}

/** Where the digest comes from, for readers who see only the exported entry. */
export function provenance(
  { source }: Practice,
  { source: says, exports }: PublicationWords,
): string {
  const names = says.list(source.bylines.map(({ author }) => author.label));
  const title = valueOf(source.title);
  const missing = source.title === 'none' ? exports.untitled : exports.titleToBeFound;
  const work = title === null ? missing : says.title(title);
  const rest = [publishedIn(source, says), openInReferences(source, says)];
  return exports.provenance(site.team, [
    `${names}${work}`,
    ...rest.filter((part) => part !== null),
  ]);
}
