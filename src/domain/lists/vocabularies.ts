import type {
  Author,
  GlossaryTerm,
  Institution,
  Problem,
  Region,
  Topic,
} from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** The controlled lists, and what an entry of each is. */
export interface Entries {
  readonly regions: Region;
  readonly topics: Topic;
  readonly problems: Problem;
  readonly institutions: Institution;
  readonly authors: Author;
  readonly terms: GlossaryTerm;
}

export type VocabularyName = keyof Entries;

/** Lists with a file `content/<name>.yml`; the editors' comparisons are one, and no vocabulary. */
export type ListName = VocabularyName | 'comparisons';

/**
 * A controlled list: `content/<name>.yml`, whose name is also that of its collection and the folder
 * of its pages.
 */
interface Vocabulary {
  /** One entry of it: in the address bar, in the search data. Changing it breaks saved links. */
  readonly key: string;
  /** Where a practice's file has the ids: a field, or a path to each of several. Null where it has none. */
  readonly field: string | null;
  /** What stands in that field; those who signed a source stand in its bylines. */
  readonly names: 'one' | 'at most one' | 'several' | 'signers' | null;
  /** The field of an entry with the id of the broader one, in a list that is a tree. */
  readonly above: string | null;
  /** The other fields of an entry that hold ids, and of what. `*` stands for each of several. */
  readonly refersTo: Readonly<Record<string, VocabularyName | 'practices'>>;
  /** Whether an entry may stand there that no practice names; provinces always may. */
  readonly mayBeUnused: boolean;
  /** False where a library may do without the file, as if nothing stood in it. */
  readonly isRequired: boolean;
  /** Who makes the pages: files of their own in `pages/<name>/`, or those in `pages/[list]/`. */
  readonly pages: 'own' | 'shared';
  /** Place among the fields of a practice's card, of its record and of exports; null where not there. */
  readonly place: number | null;
}

/**
 * The controlled lists, in the order readers see them as ways to narrow the practices. All that knows
 * of lists asks this table: collections, corpus, gate, pages and their keys, search, exports.
 */
export const vocabularies = {
  regions: {
    key: 'region',
    field: 'region',
    names: 'one',
    above: 'parent',
    refersTo: {},
    mayBeUnused: false,
    isRequired: true,
    pages: 'own',
    place: 1,
  },
  topics: {
    key: 'topic',
    field: 'topics',
    names: 'several',
    above: 'broader',
    refersTo: { 'overview.*.practices.*': 'practices' },
    mayBeUnused: false,
    isRequired: true,
    pages: 'own',
    place: 3,
  },
  problems: {
    key: 'problem',
    field: 'problems',
    names: 'several',
    above: null,
    refersTo: {
      'answers.*.ways.*.practice': 'practices',
      'related.*': 'problems',
      'terms.*': 'terms',
    },
    mayBeUnused: false,
    isRequired: true,
    pages: 'own',
    place: 4,
  },
  institutions: {
    key: 'institution',
    field: 'institution',
    names: 'one',
    above: null,
    refersTo: {},
    mayBeUnused: true,
    isRequired: true,
    pages: 'shared',
    place: 2,
  },
  authors: {
    key: 'author',
    field: 'source.authors.*.author',
    names: 'signers',
    above: null,
    refersTo: {},
    mayBeUnused: false,
    isRequired: true,
    pages: 'shared',
    place: null,
  },
  terms: {
    key: 'term',
    field: null,
    names: null,
    above: null,
    refersTo: { 'regions.*': 'regions' },
    mayBeUnused: true,
    isRequired: true,
    pages: 'own',
    place: null,
  },
} as const satisfies Readonly<Record<VocabularyName, Vocabulary>>;

type Rows = typeof vocabularies;

export type VocabularyKey = Rows[VocabularyName]['key'];

/** The lists that a practice names. */
export type NamedList = {
  [List in VocabularyName]: Rows[List]['names'] extends null ? never : List;
}[VocabularyName];

/** The lists that a practice names in this way. */
type ListNamed<As> = {
  [List in VocabularyName]: Rows[List]['names'] extends As ? List : never;
}[VocabularyName];

/** The fields of a practice that hold entries; what its file holds there is their ids. */
export type NamedEntries = {
  readonly [List in ListNamed<'one'> as Rows[List]['field']]: Entries[List];
} & {
  readonly [List in ListNamed<'at most one'> as Rows[List]['field']]: Entries[List] | null;
} & {
  readonly [List in ListNamed<'several'> as Rows[List]['field']]: readonly Entries[List][];
};

/** The lists that a practice names in fields of its own. */
export type CardList = ListNamed<'one' | 'at most one' | 'several'>;
export type CardField = Rows[CardList]['field'];
export type CardKey = Rows[CardList]['key'];

type SharedList = {
  [List in NamedList]: Rows[List]['pages'] extends 'shared' ? List : never;
}[NamedList];

export const vocabularyNames = Object.keys(vocabularies) as readonly VocabularyName[]; // its keys

export const listNames: readonly ListName[] = [...vocabularyNames, 'comparisons'];

export const namedLists: readonly NamedList[] = vocabularyNames.filter(
  (list): list is NamedList => vocabularies[list].names !== null,
);

/** In the order of a practice's card. */
export const cardLists = namedLists
  .filter((list): list is CardList => vocabularies[list].place !== null)
  .sort((a, b) => vocabularies[a].place - vocabularies[b].place);

/** The lists whose pages are those in `pages/[list]/`. */
export const sharedLists = namedLists.filter(
  (list): list is SharedList => vocabularies[list].pages === 'shared',
);

export const vocabularyOf = (list: VocabularyName): Vocabulary => vocabularies[list];

/** Whether there is no library without the file. */
export const isRequired = (list: ListName): boolean =>
  list === 'comparisons' || vocabularyOf(list).isRequired;

/** Where a practice's file has the ids, as `idsAt` takes it: `topics.*`. */
export const idPathOf = (list: NamedList): string =>
  vocabularies[list].names === 'several'
    ? `${vocabularies[list].field}.*`
    : vocabularies[list].field;

/** The entries of a list that a practice names. */
export function entriesNamed(practice: Practice, list: NamedList): readonly Entries[NamedList][] {
  const row = vocabularies[list];
  if (row.names === 'signers') return practice.source.bylines.map(({ author }) => author);
  const held: Entries[NamedList] | readonly Entries[NamedList][] | null = practice[row.field];
  return held === null ? [] : [held].flat();
}

/** One value for each list. */
export const byList = <T>(make: (list: ListName) => T): Readonly<Record<ListName, T>> =>
  Object.fromEntries(listNames.map((list) => [list, make(list)])) as Record<ListName, T>; // every name

/** One value for each list that practices name. */
export const byNamedList = <T>(make: (list: NamedList) => T): Readonly<Record<NamedList, T>> =>
  Object.fromEntries(namedLists.map((list) => [list, make(list)])) as Record<NamedList, T>; // every name

const columns = ['regions', 'topics', 'problems'] as const;

/** A list that has a column in the site's header. */
export type ListColumn = (typeof columns)[number];

/** Null for a list that has none, as most. */
export const columnOf = (list: NamedList | null): ListColumn | null =>
  columns.find((column) => column === list) ?? null;
