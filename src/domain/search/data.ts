import type { FacetKey } from '#domain/lists/facet-keys.ts';
import type { LetterFiles } from '#domain/search/letter-files.ts';
import type { PackedList } from '#domain/search/packed-list.ts';
import type { Layout } from '#domain/search/posting-files.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';

/**
 * The files a browser reads to search, all made at build from the finished pages. A practice
 * is a number in them: its place in the library, oldest first, so that one that comes new leaves
 * the others their numbers.
 */

/** `entry.json`, the only one never taken from the browser's cache. */
export interface SearchEntry {
  /** Changes with every change of the data; part of the address of all other files. */
  readonly edition: string;
  readonly practices: number;
  /** How many files of suggestions each letter has; none where all lists are short. */
  readonly letters: LetterFiles;
  /** Characters of `traditional.bin` that are in GB/T 2312 as well: 乾; see `mayBeTraditional`. */
  readonly alike: string;
}

/** One choice of a facet. `parent` is its place in the same list, -1 where it has none. */
export type TermEntry = readonly [
  id: string,
  label: string,
  parent: number,
  aliases: readonly string[],
];

/** Facet choices and explained terms, in the order of their lists: in `terms.bin` those at hand. */
export interface TermsFile {
  readonly facets: Readonly<Record<FacetKey, readonly TermEntry[]>>;
  readonly glossary: readonly (readonly [id: string, label: string, aliases: readonly string[]])[];
}

/** `names.bin`: the lists of which there is more than at hand, but people; see `lists-at-hand.ts`. */
export interface NamesFile {
  readonly lists: readonly (readonly [key: FacetKey, list: PackedList])[];
  /** Null where all are at hand. */
  readonly glossary: TermsFile['glossary'] | null;
}

/** `traditional.bin`: Traditional and Simplified characters in turn. Asked for by who types such. */
export type TraditionalFile = string;

/** `pinyin.bin`: for who types Latin letters or a character that sounds the same. */
export interface PinyinFile {
  /** How the commonest characters are read; see `sounds.ts`. */
  readonly sounds: string;
  /** How others are read, and those that names have otherwise: `埠bu 祠ci`. */
  readonly characters: string;
  /** Words that read one otherwise: `重庆\tchong qing`. */
  readonly words: readonly string[];
}

/** What practices are counted and sorted by. */
export interface Records {
  /** The places of each practice's most specific choices; see `packPlaces`. */
  readonly facets: Readonly<Record<FacetKey, string>>;
  /** Day of the last check against the source, `yyyy-mm-dd`, by practice. */
  readonly reviewedOn: readonly string[];
}

/** Lists, and the places of practices in them. */
export interface Lists {
  readonly terms: TermsFile;
  readonly places: Records['facets'];
}

/** `places/<facet>.bin`: the places of practices in the list at hand, where `index.bin` does not hold them. */
export const placesFile = (key: FacetKey): string => `places/${key}.bin`;

/** More than this is asked for by who sees what it counts. */
export const mostPlacesAlong = 300;

/** `whole/<facet>.bin`, of a list of which there is more than at hand. */
export interface WholeListFile {
  /** Null where `names.bin` holds it. */
  readonly list: PackedList | null;
  readonly places: string;
}

export const wholeListFile = (key: FacetKey): string => `whole/${key}.bin`;

/** `days.bin`: asked for by who sorts by day. */
export type DaysFile = Repeated;

/**
 * A place is a character: twice as many behind `0`, and one more where it is not the first of its
 * practice. A blank stands for a practice that has none.
 */
export const packPlaces = (places: readonly (readonly number[])[]): string =>
  places
    .map((of) =>
      [...of]
        .sort((a, b) => a - b)
        .map((place, at) => characterOf(2 * place + (at === 0 ? 0 : 1)))
        .join(''),
    )
    .map((of) => of || noPlace)
    .join('');

export function placesFrom(packed: string): number[][] {
  const places: number[][] = [];
  for (const character of packed) {
    const number = character === noPlace ? 0 : numberOf(character);
    if (number % 2 === 1) places[places.length - 1]?.push((number - 1) / 2);
    else places.push(character === noPlace ? [] : [number / 2]);
  }
  return places;
}

const noPlace = ' ';
const firstPlace = '0'.charCodeAt(0);

/** No text may hold half of a pair of surrogates. */
const surrogates = { first: 0xd800, count: 0x800 };

function characterOf(number: number): string {
  const code = firstPlace + number;
  return String.fromCodePoint(code < surrogates.first ? code : code + surrogates.count);
}

function numberOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return (code < surrogates.first ? code : code - surrogates.count) - firstPlace;
}

/** An entry of a long list, or the title of a practice. */
export type LetterEntry = readonly [
  kind: SuggestionKind,
  id: string,
  label: string,
  aliases: readonly string[],
];

/** A file of `letter-files.ts`: what begins with that letter, and how it is read where not as usual. */
export interface LetterFile {
  readonly entries: readonly LetterEntry[];
  readonly words: PinyinFile['words'];
}

/** `titles.bin`: by practice number; only for suggestions, and only in a short list. */
export type TitlesFile = readonly (readonly [
  id: string,
  title: string,
  /** Names of its measures. */
  measures: readonly string[],
])[];

/** `index.bin`: how the indexes are laid out, and what practices are counted by as far as that is short. */
export interface IndexFile {
  /** The places of practices in the lists at hand; null for those in files of their own. */
  readonly places: Readonly<Record<FacetKey, string | null>>;
  /** Whether the lists at hand are all there is. */
  readonly isAll: boolean;
  /** The lists of which there is more. */
  readonly partly: readonly FacetKey[];
  readonly words: PagefindIndexFile | WordIndexFile;
  /** Of the index of pieces, `pieces/<name>.bin`; see `ranking-index.ts`. */
  readonly pieces: Layout;
}

/** `passages.bin`: what the check of a text begins with. */
export interface PassagesFile {
  /** Of the index of passages, `passages/<name>.bin`; see `domain/verification/fingerprints.ts`. */
  readonly layout: Layout;
  /** How many files hold what earlier editions said, `former/<number>.bin`; see `domain/verification/former.ts`. */
  readonly former: number;
}

/** Withdrawn practices are documents of the index of passages from this number on, `retired/<number>.bin`. */
export const firstRetired = 2 ** 23;

export const retiredFile = (number: number): string => `retired/${number}.bin`;

/** Pagefind's index of a small library, in `pagefind/<folder>/<chunk>.pf_index`. */
export interface PagefindIndexFile {
  readonly engine: 'pagefind';
  /** Tells its content. */
  readonly folder: string;
  /** The first word of each chunk, in order; see `packWords`. */
  readonly chunks: string;
}

/** The index of a larger one, in `words/<name>.bin`; see `word-postings.ts`. */
export interface WordIndexFile {
  readonly engine: 'words';
  readonly layout: Layout;
}

/** Values that come again and again: each once, and the place of every one among them. */
export type Repeated = readonly [values: readonly string[], places: string];

export function packRepeated(all: readonly string[]): Repeated {
  const places = new Map<string, number>();
  for (const value of all) if (!places.has(value)) places.set(value, places.size);
  return [[...places.keys()], all.map((value) => places.get(value)).join(' ')];
}

export const repeatedFrom = ([values, places]: Repeated): string[] =>
  places === '' ? [] : places.split(' ').map((place) => values[Number(place)] ?? '');

/** Words in one line, each as how many characters it shares with the one before, and the others. */
export function packWords(words: readonly string[]): string {
  let before: readonly string[] = [];
  return words
    .map((word) => {
      const characters = [...word];
      let shared = 0;
      while (shared < 9 && shared < characters.length && characters[shared] === before[shared]) {
        shared += 1;
      }
      before = characters;
      return shared + characters.slice(shared).join('');
    })
    .join(' ');
}

export function wordsFrom(packed: string): string[] {
  let before: readonly string[] = [];
  return packed.split(' ').map((part) => {
    before = [...before.slice(0, Number(part[0])), ...part.slice(1)];
    return before.join('');
  });
}

/** A block of a page. `address` is that of the block or of what it stands in, without `#`. */
export type BlockEntry = readonly [kind: number, address: string, text: string];

/** `practices/<number>.bin`: what is needed to show one result. */
export interface PracticeFile {
  readonly id: string;
  /** The catalogue card of the site's lists, or null where the search page itself holds it. */
  readonly card: string | null;
  /** Kind of each block, a digit each. */
  readonly kinds: string;
  /** An address and for how many blocks it holds, in turn. */
  readonly addresses: readonly (string | number)[];
  /** Texts of the blocks, with `blockEnd` between them. */
  readonly texts: string;
  /** Places of the blocks whose text is on the card. */
  readonly onCard: readonly number[];
}

export function packPractice(
  id: string,
  card: string,
  blocks: readonly BlockEntry[],
  pageHoldsCard: boolean,
): PracticeFile {
  const addresses: (string | number)[] = [];
  for (const [, address] of blocks) {
    const last = addresses.length - 1;
    if (addresses[last - 1] === address) addresses[last] = Number(addresses[last]) + 1;
    else addresses.push(address, 1);
  }
  const cardText = card.replace(/<[^>]*>/g, '');
  return {
    id,
    card: pageHoldsCard ? null : card,
    kinds: blocks.map(([kind]) => kind).join(''),
    addresses,
    texts: blocks.map(([, , text]) => text).join(blockEnd),
    onCard: blocks.flatMap(([, , text], place) => (cardText.includes(text) ? [place] : [])),
  };
}

export function blocksOf({ kinds, addresses, texts }: PracticeFile): readonly BlockEntry[] {
  const address: string[] = [];
  for (let at = 0; at + 1 < addresses.length; at += 2) {
    for (let left = Number(addresses[at + 1]); left > 0; left -= 1) {
      address.push(String(addresses[at]));
    }
  }
  return texts
    .split(blockEnd)
    .map((text, place) => [Number(kinds[place]), address[place] ?? '', text]);
}

/** So many of the newest cards stand in the search page itself; it shows them without search. */
export const cardsOnPage = 100;

/** `texts/<number>.bin`: for each practice of a hundred, the kinds of its blocks and their folded texts. */
export type TextsFile = readonly (readonly [kinds: readonly number[], texts: string])[];

/** So many practices have their texts in one file, by their numbers. */
export const textsTogether = 100;

/** Between the texts of two blocks. */
export const blockEnd = '\n';
