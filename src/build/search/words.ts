import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { lengthOf } from '#domain/words/characters.ts';
import { commonCharacters } from '#domain/search/gb2312.ts';
import { packSounds } from '#domain/search/sounds.ts';
import type { PinyinFile } from '#domain/search/data.ts';

/** Places that no list holds and pinyin-pro reads otherwise than their people do. */
const readingsOfPlaces: Syllables = new Map([
  ['单县', ['shan', 'xian']],
  ['黄陂', ['huang', 'pi']],
  ['莘庄', ['xin', 'zhuang']],
]);

/** Names and how each of their Han characters is read: `涡阳` → `guo`, `yang`. */
export type Syllables = ReadonlyMap<string, readonly string[]>;

/** The names whose pinyin says how each character is read; the others are left out. */
export const listedReadings = (
  readings: readonly (readonly [name: string, pinyin: string])[],
): Syllables =>
  new Map(
    readings.flatMap(([name, latin]) => {
      const syllables = syllablesIn(latin, hanOf(name));
      return syllables ? [[name, syllables] as const] : [];
    }),
  );

const syllable =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:i[ae]?ng?|iao|ian|iang|iong|i[aeu]?|u[ae]ng?|uai|u[aeio]?|v[en]?|a[io]|[ae]ng?|e[ir]?|ong?|ou|o|a|e)|ai|ao|ang?|eng?|ei|er|ou|[aeo])$/;

/**
 * Listed pinyin taken apart into one syllable for each character, at best as a dictionary reads
 * them; null where it is not so many syllables of pinyin.
 */
function syllablesIn(latin: string, han: readonly string[]): string[] | null {
  const written = latin
    .normalize('NFC')
    .toLowerCase()
    .replace(/ü|u:|(?<=[ln])yu/gu, 'v');
  const parts = written.split(/[^a-z]+/u).filter((part) => part !== '');
  const letters = parts.join('');
  const boundaries = parts.map((_part, index) => parts.slice(0, index + 1).join('').length);
  const take = (from: number, at: number): { worth: number; taken: string[] } | null => {
    const character = han[at];
    if (character === undefined) return from === letters.length ? { worth: 0, taken: [] } : null;
    const usual = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    let best: { worth: number; taken: string[] } | null = null;
    // No syllable goes on behind a blank or an apostrophe.
    const most = Math.min(6, (boundaries.find((place) => place > from) ?? from) - from);
    for (let length = most; length > 0; length -= 1) {
      const read = letters.slice(from, from + length);
      const isUsual = usual.includes(read);
      if (!isUsual && !syllable.test(read)) continue;
      const rest = take(from + length, at + 1);
      if (rest) {
        const worth = rest.worth + (isUsual ? 1 : 0);
        if (!best || worth > best.worth) best = { worth, taken: [read, ...rest.taken] };
      }
    }
    return best;
  };
  return han.length === 0 || han.length > 12 ? null : (take(0, 0)?.taken ?? null);
}

/**
 * Family names of people are read as such, and whatever is `known` as it is known, also inside
 * longer words: 涡阳县.
 */
export function readingsOf(
  words: readonly string[],
  people: readonly string[],
  known: Syllables,
): PinyinFile {
  const persons = new Set(people);
  const places = new Map([
    ...readingsOfPlaces,
    ...[...known].filter(([name]) => !persons.has(name)),
  ]);
  const read = new Map<string, readonly string[]>();
  for (const word of words) {
    read.set(word, known.get(word) ?? corrected(word, syllablesOf(word, 'off'), places));
  }
  for (const person of people) {
    read.set(person, known.get(person) ?? syllablesOf(person, 'head'));
  }
  const counts = new Map<string, Map<string, number>>();
  for (const [word, syllables] of read) {
    hanOf(word).forEach((character, at) => {
      const of = counts.get(character) ?? new Map<string, number>();
      of.set(syllables[at] ?? '', (of.get(syllables[at] ?? '') ?? 0) + 1);
      counts.set(character, of);
    });
  }
  const commonest = new Map(
    [...counts].map(([character, of]) => {
      const [first] = [...of].sort((a, b) => b[1] - a[1]);
      return [character, first?.[0] ?? ''];
    }),
  );
  const sounds = commonSounds();
  return {
    sounds: packSounds([...sounds.values()]),
    characters: [...commonest]
      .filter(([character, syllable]) => sounds.get(character) !== syllable)
      .map(([character, syllable]) => character + syllable)
      .join(' '),
    words: [...read]
      .filter(([word, syllables]) =>
        hanOf(word).some((character, at) => commonest.get(character) !== syllables[at]),
      )
      .map(([word, syllables]) => `${word}\t${syllables.join(' ')}`),
  };
}

const hanOf = (word: string): string[] =>
  [...word].filter((character) => /\p{Script=Han}/u.test(character));

const syllablesOf = (word: string, surname: 'head' | 'off'): string[] =>
  pinyin(hanOf(word).join(''), { toneType: 'none', type: 'array', surname, v: true });

/** The syllables of a word, those of places in it as they are known; the longest name counts. */
function corrected(word: string, guessed: readonly string[], places: Syllables): string[] {
  const syllables = [...guessed];
  const han = hanOf(word).join('');
  let at = 0;
  while (at < han.length) {
    const rest = han.slice(at);
    let found: [name: string, syllables: readonly string[]] | null = null;
    for (let length = Math.min(longestPlace, rest.length); length > 1 && !found; length -= 1) {
      const name = rest.slice(0, length);
      const listed = places.get(name);
      if (listed) found = [name, listed];
    }
    const [name = rest.charAt(0), listed = []] = found ?? [];
    const place = lengthOf(han.slice(0, at));
    listed.forEach((syllable, index) => (syllables[place + index] = syllable));
    at += name.length;
  }
  return syllables;
}

const longestPlace = 16;

/** How each of the commonest characters is read, in their order. */
const commonSounds = (): Map<string, string> =>
  new Map(
    commonCharacters().map((character) => [character, syllablesOf(character, 'off')[0] ?? '']),
  );

/** Blocks of Unicode that hold the Traditional characters people type. */
const unified: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

/**
 * Traditional and Simplified characters in turn, for the characters of this corpus only. A
 * character that occurs here itself is left alone: 乾 is also a word of its own.
 */
export function traditionalOf(text: string): string {
  const used = new Set(text);
  const candidates: string[] = [];
  for (const [first, last] of unified) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      if (!used.has(character)) candidates.push(character);
    }
  }
  const all = candidates.join('\n');
  const converted = (['t', 'tw', 'hk'] as const).map((from) =>
    Converter({ from, to: 'cn' })(all).split('\n'),
  );
  return candidates
    .map((character, at) => {
      const simple = converted
        .map((characters) => characters[at] ?? character)
        .find((other) => other !== character && used.has(other));
      return simple ? character + simple : '';
    })
    .join('');
}
