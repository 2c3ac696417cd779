import type { LetterFile, PinyinFile, TermsFile, TitlesFile } from '#domain/search/data.ts';
import { fold, scriptOf, type SimplifiedBy } from '#domain/search/fold.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';
import { clauseText, type Query } from '#domain/search/query.ts';
import { commonCharacters, isInGb2312 } from '#domain/search/gb2312.ts';
import { soundsFrom } from '#domain/search/sounds.ts';
import { facetKeys } from '#domain/lists/facet-keys.ts';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly id: string;
  readonly label: string;
  /** The alias that matched, where the label did not. */
  readonly alias: string | null;
}

export interface Spelling extends Suggestion {
  /** The characters its name begins with that were typed or spelled; none where others were. */
  readonly spells: string;
}

export interface SuggestionEntry {
  readonly kind: SuggestionKind;
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

export interface SuggestionList {
  readonly entries: readonly SuggestionEntry[];
  readonly readings: Readings;
  readonly simplified: SimplifiedBy;
}

/** The syllables of a word, one for each of its Han characters. */
export type Readings = (word: string) => (character: string, han: number) => string;

export function termEntries(terms: TermsFile): SuggestionEntry[] {
  const entries: SuggestionEntry[] = [];
  for (const key of facetKeys) {
    // Nobody types a period.
    if (key === 'period') continue;
    for (const [id, label, , aliases] of terms.facets[key]) {
      entries.push({ kind: key, id, label, aliases });
    }
  }
  for (const [id, label, aliases] of terms.glossary) {
    entries.push({ kind: 'term', id, label, aliases });
  }
  return entries;
}

/** The newest first. */
export const titleEntries = (titles: TitlesFile): SuggestionEntry[] =>
  [...titles]
    .reverse()
    .map(([id, label, measures]) => ({ kind: 'practice', id, label, aliases: measures }));

/** One that several names lead to stands in several files. */
export function letterEntries(files: readonly LetterFile[]): SuggestionEntry[] {
  const entries = new Map<string, SuggestionEntry>();
  for (const [kind, id, label, aliases] of files.flatMap((file) => file.entries)) {
    entries.set(`${kind} ${id}`, { kind, id, label, aliases });
  }
  return [...entries.values()];
}

/** The letter that a name begins with in pinyin; empty where that is not known. */
export function firstLetterOf(name: string, reading: ReturnType<Readings>): string {
  for (const character of fold(name)) {
    const script = scriptOf(character);
    if (script === 'none') continue;
    const letter = (script === 'han' ? reading(character, 0) : character)[0] ?? '';
    return /[a-z]/.test(letter) ? letter : '';
  }
  return '';
}

/** For who types no pinyin. */
export const noReadings: Readings = () => () => '';

let lastSounds: { readonly packed: string; readonly sounds: ReadonlyMap<string, string> } | null =
  null;

/** Readings are read again for every key; these are the same for a whole library. */
function commonSounds(packed: string): ReadonlyMap<string, string> {
  if (lastSounds?.packed !== packed) {
    lastSounds = { packed, sounds: soundsFrom(packed, commonCharacters()) };
  }
  return lastSounds.sounds;
}

export function readReadings({ sounds, characters, words }: PinyinFile): Readings {
  const common = commonSounds(sounds);
  const own = new Map(
    characters.split(' ').map((part) => {
      const [character = ''] = part;
      return [character, part.slice(character.length)];
    }),
  );
  const special = new Map(
    words.map((line) => {
      const [word = '', syllables = ''] = line.split('\t');
      return [word, syllables.split(' ')];
    }),
  );
  return (word) => {
    const syllables = special.get(word);
    return (character, han) =>
      syllables?.[han] ?? own.get(character) ?? common.get(character) ?? '';
  };
}

/** Whether words may hold a Traditional character that `traditional.bin` knows. */
export const mayBeTraditional = (words: string, alike: string): boolean =>
  [...fold(words)].some(
    (character) =>
      scriptOf(character) === 'han' && (!isInGb2312(character) || alike.includes(character)),
  );

export function readTraditional(pairs: string): SimplifiedBy {
  const characters = [...pairs];
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    map.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  return map;
}

/** The best entries for what has been typed so far, best first. */
export function suggest(typed: string, list: SuggestionList, most: number): Spelling[] {
  const wanted = [...fold(typed.slice(0, 60), list.simplified)]
    .filter((character) => scriptOf(character) !== 'none')
    .join('');
  if (!wanted) return [];
  const found: { suggestion: Spelling; worth: number }[] = [];
  for (const { kind, id, label, aliases } of list.entries) {
    let best: Fit & { alias: string | null } = {
      ...fitOf(wanted, label, list.readings),
      alias: null,
    };
    for (const alias of aliases) {
      const { worth, spells } = fitOf(wanted, alias, list.readings);
      if (worth * 0.8 > best.worth) best = { worth: worth * 0.8, spells, alias };
    }
    if (best.worth > 0) {
      const weight = best.worth * (kind === 'practice' ? 0.7 : 1);
      const { alias, spells } = best;
      found.push({ suggestion: { kind, id, label, alias, spells }, worth: weight });
    }
  }
  const best = found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
  return best.map((of) =>
    best.some(({ id, label }) => label === of.label && id !== of.id)
      ? { ...of, alias: nameInFull(of, list.entries) ?? of.alias }
      : of,
  );
}

/** What tells a place from others of its name: 徐州鼓楼区; null for what has no such alias. */
export const nameInFull = (
  { kind, id, label }: Pick<Suggestion, 'kind' | 'id' | 'label'>,
  entries: readonly SuggestionEntry[],
): string | null =>
  entries
    .find((entry) => entry.kind === kind && entry.id === id)
    ?.aliases.find((alias) => alias !== label && alias.endsWith(label)) ?? null;

/**
 * Entries that share characters with words nothing holds, nearest first: two characters at
 * least, and neighbours count for more.
 */
export function nearestTerms(
  query: Query,
  entries: readonly SuggestionEntry[],
  most: number,
): Suggestion[] {
  const wanted = [...query.clauses.map(clauseText).join(' ')].filter(
    (character) => scriptOf(character) === 'han',
  );
  const characters = new Set(wanted);
  const pairs = new Set(wanted.map((character, at) => character + (wanted[at + 1] ?? '')));
  return entries
    .map(({ kind, id, label, aliases }) => {
      const likeness = [label, ...aliases].map((word) => {
        const own = [...fold(word)];
        const shared = own.filter((character) => characters.has(character)).length;
        const inOrder = own.filter((character, at) => pairs.has(character + (own[at + 1] ?? '')));
        return shared < 2 ? 0 : (shared + 2 * inOrder.length) / (own.length + 2);
      });
      return { suggestion: { kind, id, label, alias: null }, likeness: Math.max(...likeness) };
    })
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

/** Less than that is a character or two in common by chance. */
const leastLikeness = 0.35;

interface Fit {
  /** From 0 for no match to 1 for all of the label; from its start counts for more than from inside. */
  readonly worth: number;
  readonly spells: string;
}

function fitOf(wanted: string, label: string, readings: Readings): Fit {
  const reading = readings(label);
  let han = -1;
  const spelled: Spelled[] = [];
  for (const character of fold(label)) {
    const script = scriptOf(character);
    if (script === 'han') han += 1;
    if (script !== 'none') {
      spelled.push([character, script === 'han' ? reading(character, han) : '']);
    }
  }
  for (let start = 0; start < spelled.length; start += 1) {
    const used = charactersSpelled(wanted, spelled, start);
    if (used === 0) continue;
    const spells = start === 0 ? spelled.slice(0, used).map(([character]) => character) : [];
    const worth = ((start === 0 ? 1 : 0.6) * (1 + used / spelled.length)) / 2;
    return { worth, spells: spells.join('') };
  }
  return { worth: 0, spells: '' };
}

/** A character of a label and its syllable, empty where it has none. */
type Spelled = readonly [character: string, syllable: string];

/**
 * How many characters of the label, from `start`, the typed letters or characters spell; 0
 * where they do not. Each character is spelled by itself or by the beginning of its syllable,
 * so `bengbu`, `bb`, `bengb` and `蚌b` all spell 蚌埠.
 */
function charactersSpelled(wanted: string, spelled: readonly Spelled[], start: number): number {
  const spell = (from: number, at: number): number => {
    if (from === wanted.length) return at - start;
    const next = spelled[at];
    if (!next) return 0;
    const [character, syllable] = next;
    if (wanted.startsWith(character, from)) return spell(from + character.length, at + 1);
    for (const spelling of spellingsOf(syllable)) {
      let length = 0;
      while (length < spelling.length && wanted[from + length] === spelling[length]) length += 1;
      for (; length > 0; length -= 1) {
        const used = spell(from + length, at + 1);
        if (used > 0) return used;
      }
    }
    return 0;
  };
  return spell(0, start);
}

/** `lv` is also typed `lü` or `lu:`, which search reads as `lu`, and on papers written `lyu`. */
const spellingsOf = (syllable: string): readonly string[] =>
  syllable.includes('v')
    ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')]
    : /^[jqxy]u/.test(syllable)
      ? [syllable, syllable.replace('u', 'v')]
      : [syllable];
